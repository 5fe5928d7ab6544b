using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Host.Benchmarks.Textbook;

namespace Allocation.Host.Benchmarks;

/// <summary>What a method found, before anybody has checked it.</summary>
internal sealed record MethodAnswer(Plan? Plan, double Bound, RunEnd End)
{
    public ModelSize? Model { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>The methods by the names of the command line.</summary>
internal static class BenchMethods
{
    private static readonly Dictionary<string, Func<ITextbookSolver>> Textbooks = new(StringComparer.Ordinal)
    {
        ["textbook-scip"] = () => new TextbookMip("SCIP"),
        ["textbook-cbc"] = () => new TextbookMip("CBC"),
        ["textbook-cpsat"] = () => new TextbookCpSat(),
    };

    public static IReadOnlyList<string> Names => [.. Textbooks.Keys];

    public static MethodAnswer Run(string method, Problem problem, double seconds, int threads, Action<double?, double?> claims) => Textbook(problem, Textbooks[method](), seconds, claims);

    private static MethodAnswer Textbook(Problem problem, ITextbookSolver solver, double seconds, Action<double?, double?> claims)
    {
        var answer = solver.Solve(problem, seconds, c => claims(c.Value, c.Bound));
        if (answer.Choices is not { } choices) return new(null, answer.Bound, answer.End) { Model = answer.Size };
        var payments = TextbookPayments.For(problem.Scenario, choices);
        return new(payments is null ? null : new Plan(choices, payments), answer.Bound, answer.End)
        {
            Model = answer.Size,
            Note = payments is null ? "the solver's choices cannot be paid for in whole amounts" : "",
        };
    }
}
