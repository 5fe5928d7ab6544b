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
        var payments = SinglePayer(problem.Scenario, choices);
        return new(payments is null ? null : new Plan(choices, payments), answer.Bound, answer.End)
        {
            Model = answer.Size,
            Note = payments is null ? "the solver's choices cannot be paid for in whole amounts" : "",
        };
    }

    private static List<Payment>? SinglePayer(Scenario scenario, int[] choices)
    {
        var payments = new List<Payment>();
        for (var p = 0; p < choices.Length; p++)
        {
            if (choices[p] == 0) continue;
            if (scenario.EligibleFunds(p).Count != 1) return null;
            payments.Add(new(p, scenario.EligibleFunds(p)[0], scenario.Projects[p].CostOf(choices[p])));
        }
        return payments;
    }
}
