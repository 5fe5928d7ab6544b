using System.Globalization;
using System.Text;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Benchmarks.Textbook;

namespace Allocation.Fuzz;

/// <summary>
/// What general solvers answer about the same small scenarios by themselves, on the textbook model, judged by exhaustive search in exact arithmetic. Measures whose textbook model says exactly what is meant
/// (straight lines and kinks; tangents of curves would be blamed for what they are); no rules over outcomes.
/// </summary>
internal sealed class SolversAlone
{
    private const double Seconds = 10, Near = 1e-5;
    private static readonly string[] Exact = ["mean", "worst-off", "shortfall", "worst-share", "gini-welfare"];
    private static readonly (string Name, Func<ITextbookSolver> Make)[] Solvers =
    [
        ("HiGHS", () => new TextbookHighs()), ("SCIP", () => new TextbookMip("SCIP", log: false)), ("CBC", () => new TextbookMip("CBC", log: false)),
        ("CP-SAT as the bench asks it", () => new TextbookCpSat()), ("CP-SAT as it comes", () => new TextbookCpSat("")),
    ];

    private readonly Dictionary<string, int>[] _counts = [.. Solvers.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly Lock _lock = new();

    public void Add(ulong seed, int number)
    {
        var scenario = RialScenarios.Of(seed, number);
        if (!Exact.Contains(scenario.Goal.Measure)) return;
        var problem = Problem.For(scenario);
        if (problem.Limits.All.Count > 0) return;
        Truth truth;
        try { truth = Truth.Of(scenario); }
        catch (UndecidedException) { return; }
        for (var s = 0; s < Solvers.Length; s++)
        {
            var found = Judge(Solvers[s].Make(), problem, truth);
            lock (_lock) _counts[s][found] = _counts[s].GetValueOrDefault(found) + 1;
        }
    }

    private static readonly string[] Kinds = ["right", "none where there is one", "no plan in whole money", "called best, and is not", "bound below the best", "open", "nothing"];

    private static string Judge(ITextbookSolver solver, Problem problem, Truth truth)
    {
        TextbookAnswer answer;
        try { answer = solver.Solve(problem, Seconds, _ => { }); }
        catch (NotSupportedException) { return "not asked"; }
        catch (OverflowException) { return "not asked"; }
        // HiGHS takes no model with numbers as large as some of these.
        catch (InvalidOperationException) { return "nothing"; }
        if (answer.End == RunEnd.Impossible) return truth.Outcomes is null ? "right" : "none where there is one";
        if (answer.Choices is not { } choices) return "nothing";
        if (!truth.CanBePaid(choices)) return "no plan in whole money";
        var near = Near * problem.Measure.GapScale(truth.Value);
        if (answer.Bound < truth.Value - near) return "bound below the best";
        if (answer.End == RunEnd.Finished && problem.ValueOf(choices) < truth.Value - near) return "called best, and is not";
        return answer.End == RunEnd.Finished ? "right" : "open";
    }

    public string Table()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| solver | answers | {string.Join(" | ", Kinds)} |\n|---|---|{string.Concat(Kinds.Select(_ => "---|"))}\n");
        for (var s = 0; s < Solvers.Length; s++)
            text.Append(CultureInfo.InvariantCulture, $"| {Solvers[s].Name} | {_counts[s].Where(c => c.Key != "not asked").Sum(c => c.Value)} | {string.Join(" | ", Kinds.Select(k => _counts[s].GetValueOrDefault(k)))} |\n");
        return text.ToString();
    }
}
