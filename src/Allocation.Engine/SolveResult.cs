using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Verification;

namespace Allocation.Engine;

/// <summary>How good a plan is known to be.</summary>
public enum Proof
{
    /// <summary>The certified gap is within the tolerance.</summary>
    Best,
    /// <summary>Within the printed gap of the best; the engine had no more to try.</summary>
    Within,
    /// <summary>Stopped by time or by hand; within the printed gap of the best.</summary>
    Stopped,
}

/// <summary>What a bound rests on, the strongest first.</summary>
public enum ProofKind
{
    /// <summary>All projects together, as far as locks allow, would give no more whatever the money and the other rules.</summary>
    Ceilings,
    /// <summary>Prices, which anybody can add up again (docs/certificates.md).</summary>
    Prices,
    /// <summary>Two solvers of different families, HiGHS and SCIP: neither finds a plan on the whole model that is better by more than the tolerance, or than the gap where that is larger.</summary>
    TwoSolvers,
    /// <summary>The word of one solver.</summary>
    OneSolver,
    /// <summary>Two solvers contradicted each other: the better plan and the weaker bound are given.</summary>
    Contradicted,
}

/// <summary>What a solve found: one of the cases below.</summary>
public abstract record SolveResult
{
    private SolveResult() { }

    /// <summary>A verified plan, its value and an upper bound on the best value any plan could have (measure's unit).</summary>
    public sealed record Solved(VerifiedPlan Plan, double Bound, Proof Proof, string Engine, IReadOnlyList<GoalStage> Stages) : SolveResult
    {
        public double Value => Plan.Value;
        /// <summary>Prices that prove the bound (or the higher <see cref="PriceCertificateData.Bound"/> stated with them), where prices were asked; null where they were not.</summary>
        public PriceCertificateData? Evidence { get; init; }
        /// <summary>What the bound rests on; with several goals the weakest of them. Null where that is not said: no bound is known, or every level of a profile says it by itself.</summary>
        public ProofKind? Kind { get; init; }
        /// <summary>What a solve of a variant can begin with (<see cref="SolveOptions.Parent"/>).</summary>
        public WarmStart? WarmStart { get; init; }
        /// <summary>Leximin only: the proof of the whole profile, level by level.</summary>
        public LevelProof? Levels { get; init; }
        /// <summary>(bound − value) relative to <see cref="Measure.GapScale"/> of the value, never below 0.</summary>
        public double Gap => Math.Max(0, (Bound - Value) / MeasureCatalogue.For(Plan.Scenario.Goal).GapScale(Value));
    }

    /// <summary>No plan keeps every rule.</summary>
    public sealed record Impossible(string Engine) : SolveResult;

    /// <summary>Stopped before any plan was found; there may or may not be one.</summary>
    public sealed record StoppedWithoutPlan(string Engine) : SolveResult
    {
        /// <summary>What no plan exceeds, should there be one, in the measure's unit; infinite where nothing is known.</summary>
        public double Bound { get; init; } = double.PositiveInfinity;
    }

    /// <summary>An engine handed over a plan or a claim that verification refused: a defect, never printed as an answer.</summary>
    public sealed record Refused(string Engine, IReadOnlyList<Lie> Lies) : SolveResult;
}

/// <summary>
/// One goal of the order: a measure that the scenario states, where it states several, or one of those that follow unasked (total benefit, least money, least change, order of projects). Whether it was carried through.
/// </summary>
public sealed record GoalStage(string Name, bool Proven)
{
    /// <summary>The stated goal; null for those that follow unasked.</summary>
    public Goal? Goal { get; init; }
    /// <summary>The best value found when its turn came, and what no plan exceeds given the goals before it; in its own unit (money counts below 0). Null where it was not asked.</summary>
    public double? Best { get; init; }
    public double? Bound { get; init; }
    /// <summary>Stated goals: what <see cref="Bound"/> rests on.</summary>
    public ProofKind? Kind { get; init; }
    /// <summary>Stated goals: what the goals after it had to keep.</summary>
    public double? Least { get; init; }
    /// <summary>Stated goals: the value under the plan.</summary>
    public double? Value { get; init; }
    /// <summary>The order of projects only: projects that have another choice in some other plan that keeps every goal before just as well; nothing but the order decided about them.</summary>
    public IReadOnlyList<int> Ties { get; init; } = [];
    /// <summary>The order of projects only: true where <see cref="Ties"/> are all of them, so that every such plan is the same in all other projects, and where there are none there is no other plan.
    /// False where that was not settled in the time there was; that there are none then says nothing.</summary>
    public bool AllTies { get; init; }
}
