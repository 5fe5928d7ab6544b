using Allocation.Engine;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Host.Benchmarks.Textbook;

namespace Allocation.Host.Benchmarks;

/// <summary>What a method found, before anybody has checked it.</summary>
internal sealed record MethodAnswer(Plan? Plan, double Bound, RunEnd End)
{
    public ModelSize? Model { get; init; }
    /// <summary>Of a measure that is an order: how many ranks are proven; null of any other.</summary>
    public BenchRanks? Ranks { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>The methods by the names of the command line.</summary>
internal static class BenchMethods
{
    private static readonly Dictionary<string, Func<ITextbookSolver>> Textbooks = new(StringComparer.Ordinal)
    {
        ["textbook-highs"] = () => new TextbookHighs(),
        ["textbook-scip"] = () => new TextbookMip("SCIP"),
        ["textbook-cbc"] = () => new TextbookMip("CBC"),
        ["textbook-cpsat"] = () => new TextbookCpSat(),
    };

    private static readonly Dictionary<string, Func<Problem, IPlanEngine>> Engines = new(StringComparer.Ordinal)
    {
        ["prices"] = PriceEngines.For,
        // Orders of plans are settled level by level, each level on the whole model.
        ["whole"] = problem => problem.Scenario.Goal.IsOrder ? AllocationEngine.EngineFor(problem, new()) : new WholeModel(),
    };

    public static IReadOnlyList<string> Names => [.. Engines.Keys, .. Textbooks.Keys];

    /// <summary>Runs a method until the options' tolerance or limit; <paramref name="claims"/> hears of values and bounds on the way.</summary>
    public static MethodAnswer Run(string method, Problem problem, SolveOptions options, Action<double?, double?> claims) =>
        Engines.TryGetValue(method, out var engine) ? Own(engine(problem), problem, options, claims) : Textbook(problem, Textbooks[method](), options.TimeLimit ?? TimeSpan.FromDays(1), claims);

    private static MethodAnswer Own(IPlanEngine engine, Problem problem, SolveOptions options, Action<double?, double?> claims)
    {
        if (engine is PriceEngine && !PriceEngine.Serves(problem)) throw new NotSupportedException($"Prices do not serve {problem.Measure.Name}.");
        var run = engine.Run(problem, options, null, new Listener(claims), CancellationToken.None);
        return new(run.Plan, run.Bound, run.End) { Ranks = run.Evidence is LevelProof levels ? new(levels.ProvenRanks, levels.AllWeight) : null };
    }

    private static MethodAnswer Textbook(Problem problem, ITextbookSolver solver, TimeSpan limit, Action<double?, double?> claims)
    {
        var answer = solver.Solve(problem, limit.TotalSeconds, c => claims(c.Value, c.Bound));
        if (answer.Choices is not { } choices) return new(null, answer.Bound, answer.End) { Model = answer.Size, Ranks = answer.Ranks };
        var payments = TextbookPayments.For(problem.Scenario, choices);
        return new(payments is null ? null : new Plan(choices, payments), answer.Bound, answer.End)
        {
            Model = answer.Size, Ranks = answer.Ranks,
            Note = payments is null ? "the solver's choices cannot be paid for in whole amounts" : answer.Note,
        };
    }

    // Calls back on the engine's own thread, so that a claim carries the moment it was made.
    private sealed class Listener(Action<double?, double?> claims) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => claims(value.Value, value.Bound);
    }
}
