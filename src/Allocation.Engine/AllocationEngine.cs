using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;

namespace Allocation.Engine;

/// <summary>The front door: a scenario in, a verified plan with its proof out.</summary>
public static class AllocationEngine
{
    /// <summary>
    /// Finds the plan that maximises the scenario's measure; among equals the one with most total benefit, then least money, then the first in the order of the projects.
    /// Cancelling returns the best plan so far. Never throws for an impossible scenario: the result is one of <see cref="SolveResult"/>'s cases.
    /// </summary>
    public static SolveResult Solve(Scenario scenario, SolveOptions? options = null, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        var problem = Problem.For(scenario);
        return SolveBy(problem, options ?? new SolveOptions(), EngineFor(problem, options ?? new SolveOptions()), progress, cancellation);
    }

    /// <summary>The same by an engine that is named.</summary>
    internal static SolveResult SolveBy(Problem problem, SolveOptions asked, IPlanEngine engine, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var (scenario, clock) = (problem.Scenario, Stopwatch.StartNew());
        var run = engine.Run(problem, asked, asked.Parent is { } parent ? ParentPlan.For(parent, problem) : null, progress, cancellation);
        if (run.Plan is null) return run.End == RunEnd.Impossible ? new SolveResult.Impossible(engine.Name) : new SolveResult.StoppedWithoutPlan(engine.Name);

        run = run with { Bound = Math.Min(run.Bound, problem.Measure.Most) };
        var levels = run.Evidence as LevelProof;
        var best = Best(run);
        // While the goals after the first measure are searched, variants, if there will be any, get prices to begin near, and a second solver has its say.
        var beside = Task.Run(() => (asked is { MeasureAlone: false, NoVariants: false, Method: Method.Auto } ? VariantSearch.PricesFor(problem, run.Plan, asked.Threads, asked.TimeLimit - clock.Elapsed, cancellation) : null,
            new Confirmation(problem, asked, clock, cancellation).Of(run)), CancellationToken.None);
        var (plan, stages) = Later(run);
        var (prices, (kind, agreed)) = beside.GetAwaiter().GetResult();
        if (kind == ProofKind.Contradicted)
        {
            // What was proven of levels was proven of the plan that is no longer the best.
            levels = null;
            (run, best) = (agreed, Best(agreed));
            (plan, stages) = Later(agreed);
        }
        if (stages is [{ Goal: not null } first, ..]) stages = [first with { Kind = kind }, .. stages.Skip(1)];
        var value = problem.ValueOf(plan.Choices);
        var bound = Math.Max(run.Bound, value);
        var verdict = Verifier.Check(problem.Outcomes, plan, value, bound);
        if (verdict.Plan is null) return new SolveResult.Refused(engine.Name, verdict.Lies);
        if (Verifier.CheckGoals(verdict.Plan, [.. stages.Where(s => s.Goal is not null).Select(s => (s.Goal!, s.Value!.Value, s.Bound!.Value))]) is { Count: > 0 } untrue) return new SolveResult.Refused(engine.Name, untrue);
        var proof = best && stages.All(s => s.Goal is null || s.Proven) ? Proof.Best : best ? Proof.Stopped : run.End == RunEnd.Stopped ? Proof.Stopped : Proof.Within;
        // Later goals may have put another plan of the same profile in its place, with others below its levels.
        levels = levels?.About(problem.Outcomes.Of(plan.Choices));
        if (levels is not null && Verifier.CheckProfile(verdict.Plan, levels) is { Count: > 0 } lies) return new SolveResult.Refused(engine.Name, lies);
        return new SolveResult.Solved(verdict.Plan, bound, proof, engine.Name, stages)
        {
            Evidence = run.Evidence as PriceCertificateData, WarmStart = new(problem, plan, run.Memory, prices), Levels = levels,
            Kind = kind is null ? null : stages.Select(s => s.Kind).Append(kind).Max(),
        };

        bool Best(EngineRun found) => (levels?.Proven ?? !scenario.Goal.IsOrder) && found.Settles(problem, asked);

        (Plan Plan, IReadOnlyList<GoalStage> Stages) Later(EngineRun found)
        {
            var (several, unstated) = (scenario.Parts.LaterGoals.Count > 0, scenario.Projects.Count <= Lead.MostForWholeModel);
            return asked.MeasureAlone || !(several || (best && unstated)) ? (found.Plan!, [])
                : new GoalOrder(problem, asked, clock, cancellation).Improve(found.Plan!, Math.Max(found.Bound, problem.ValueOf(found.Plan!.Choices)), best, unstated);
        }
    }

    /// <summary>Which engine serves which scenario: the one asked for, where it knows the measure; else by size and rules.</summary>
    internal static IPlanEngine EngineFor(Problem problem, SolveOptions options) =>
        MeasureMethods.Alone(problem.Measure) is { } alone ? alone
        : MeasureMethods.Priced(problem) && (options.Method == Method.Prices || (options.Method == Method.Auto && Lead.Prices(problem)))
            ? PriceEngines.For(problem)
        : options is { Method: Method.Auto, Parent: { } parent } && VariantSearch.Serves(problem) ? new VariantSearch(parent, PriceEngines.Helped)
        : options.Method == Method.Auto && SideBySide.Serves(problem, options) ? new SideBySide(PriceEngines.For(problem))
        : new WholeModel();
}
