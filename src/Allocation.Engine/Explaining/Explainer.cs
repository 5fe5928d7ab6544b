using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// Answers questions about a solved scenario by solving variants of it: every figure in an answer is the difference of two verified plans. What an answer is worth is
/// limited by the proofs of the two, so losses come as a range that is a single number where both are proven best.
/// </summary>
public sealed class Explainer
{
    private readonly Func<Scenario, SolveResult> _solve;

    /// <param name="solved">The answer that is asked about.</param>
    /// <param name="solve">Solves a variant.</param>
    /// <param name="canHold">Tells whether a variant has any plan.</param>
    public Explainer(SolveResult.Solved solved, Func<Scenario, SolveResult> solve, CanHold canHold) => (Solved, _solve, CanHold) = (solved, solve, canHold);

    public SolveResult.Solved Solved { get; }
    public Scenario Scenario => Solved.Plan.Scenario;
    internal CanHold CanHold { get; }

    /// <summary>How variants that only let in more are solved; null where like any other.</summary>
    internal SolveEased? SolveEased { get; init; }

    /// <summary>Solves a variant, and says how it compares with the answer.</summary>
    public Alternative Try(Scenario variant) => Compared(_solve(variant));

    /// <summary>The same for a variant that only lets in more, of which something may be known already.</summary>
    internal Alternative Try(Eased eased, double share, Alternative? known) => SolveEased is { } solve ? Compared(solve(eased, share, known?.Solved)) : Try(eased.Variant);

    private Alternative Compared(SolveResult result) => result switch
    {
        SolveResult.Solved other => new(other, PlanDifference.Between(Solved.Plan, other.Plan), Range.Between(Solved, other), Possible: true),
        SolveResult.Impossible => new(null, null, null, Possible: false),
        // No plan was found, but none there is comes nearer than this.
        SolveResult.StoppedWithoutPlan { Bound: var bound } when double.IsFinite(bound) => new(null, null, new(Solved.Value - bound, double.PositiveInfinity), Possible: null),
        _ => new(null, null, null, Possible: null),
    };

    /// <summary>Why a project is in or out: see <see cref="ProjectAnswer"/>.</summary>
    public ProjectAnswer Project(int project) => ProjectQuestion.Answer(this, project);

    /// <summary>How sure it is that each project is in or out: see <see cref="ProjectCertainty"/>.</summary>
    /// <param name="tolerance">Up to this share of the measure two plans count as equally fair.</param>
    /// <param name="threads">How many may be used.</param>
    /// <param name="asked">Hears how many projects are decided.</param>
    /// <param name="cancellation">What is not decided by then is open.</param>
    public IReadOnlyList<ProjectCertainty> Projects(double tolerance, int threads = 1, IProgress<int>? asked = null, CancellationToken cancellation = default) =>
        ProjectsQuestion.Answer(this, tolerance, threads, asked, cancellation);

    /// <summary>What each rule, and all locks together, cost: see <see cref="RuleAnswer"/>.</summary>
    /// <param name="threads">How many questions may be answered at once.</param>
    /// <param name="asked">Hears how many questions were asked.</param>
    public RulesAnswer Rules(int threads = 1, IProgress<int>? asked = null) => RulesQuestion.Answer(this, threads, asked);

    /// <summary>What a neighbourhood gets and could get: see <see cref="PlaceAnswer"/>.</summary>
    public PlaceAnswer Place(int neighbourhood) => PlaceQuestion.Answer(Solved.Plan, neighbourhood);
}

/// <summary>The best plan of a variant beside the answer. <paramref name="Possible"/> is null where the variant was stopped before any plan was known; what any would lose at least may be known then.</summary>
public sealed record Alternative(SolveResult.Solved? Solved, PlanDifference? Difference, Range? Loss, bool? Possible);

/// <summary>
/// A variant that has every plan of the scenario and more. <paramref name="Parts"/>: scenarios that hold nothing which the variant has not, and together all of it that the scenario has not; null where nobody can say so.
/// </summary>
internal sealed record Eased(Scenario Variant, IReadOnlyList<Scenario>? Parts);

/// <summary>Solves a variant that only lets in more, within a share of the time that is left; betters what is known of it.</summary>
internal delegate SolveResult SolveEased(Eased eased, double share, SolveResult.Solved? known);

/// <summary>What a variant loses against the answer in the measure's unit: certainly at least <paramref name="Least"/>, certainly at most <paramref name="Most"/>; below 0 it gains.</summary>
public sealed record Range(double Least, double Most)
{
    // A loss known to a fiftieth of itself is known well enough to be spoken of.
    private const double Part = 0.02;

    /// <summary>True where a loss, or a gain, is known well enough.</summary>
    internal bool Narrow => Most - Least <= Part * Math.Max(Least, -Most);

    /// <summary>The two best values lie in [value, bound] each, so their difference lies between these.</summary>
    public static Range Between(SolveResult.Solved from, SolveResult.Solved to) => new(from.Value - to.Bound, from.Bound - to.Value);
}
