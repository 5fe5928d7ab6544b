using System.Text.Json;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Answers;
using Spectre.Console;

namespace Allocation.Host.Commands;

/// <summary>Answers one question and prints it; the number it gives back is the exit code.</summary>
internal static class ExplainRun
{
    public static int Project(Asked asked, string? id) => Answer(asked, (plan, maker) =>
    {
        if (Find(asked, maker.Scenario.Ids.Projects, id!, asked.Words.NoSuchProject) is not { } project) return null;
        var solver = new VariantSolver(plan.Solved, problem => AllocationEngine.EngineFor(problem, asked.Options), asked.Options, plan.Left * 0.75, plan.Left, asked.Cancellation);
        return ProjectAnswerView.Of(new Explainer(plan.Solved, solver.Solve, solver.CanHold).Project(project), maker);
    }, ProjectAnswerText.Write);

    public static int Place(Asked asked, string? id) => Answer(asked, (plan, maker) =>
        Find(asked, maker.Scenario.Ids.Neighbourhoods, id!, asked.Words.NoSuchPlace) is { } place ? PlaceAnswerView.Of(Standing(plan).Place(place), maker) : null, PlaceAnswerText.Write);

    public static int Places(Asked asked) => Answer(asked, (plan, maker) => PlacesAnswerView.Of(Standing(plan), maker), PlaceAnswerText.WriteAll);

    public static int Projects(Asked asked) => Answer(asked, (plan, maker) =>
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(asked.Cancellation);
        time.CancelAfter(plan.Left);
        var left = maker.Scenario.Projects.Count;
        var solver = new VariantSolver(plan.Solved, problem => AllocationEngine.EngineFor(problem, asked.Options), asked.Options, plan.Left, plan.Left, asked.Cancellation);
        var counted = new Counted(done => left = maker.Scenario.Projects.Count - done);
        return ProjectsAnswerView.Of(new Explainer(plan.Solved, variant => solver.Solve(variant, 1.5 * solver.Left / Math.Max(1.5, left)), solver.CanHold)
            .Projects(maker.About.Tolerance, Environment.ProcessorCount, counted, time.Token), maker);
    }, ProjectsAnswerText.Write);

    // Hears at once, on the thread that tells.
    private sealed class Counted(Action<int> hear) : IProgress<int>
    {
        public void Report(int value) => hear(value);
    }

    public static int Rules(Asked asked)
    {
        PlanWords? words = null;
        return Answer(asked, (plan, maker) =>
        {
            words = new(plan.View, asked.Words);
            var solver = new VariantSolver(plan.Solved, problem => AllocationEngine.EngineFor(problem, asked.Options), asked.Options, plan.Left, plan.Left, asked.Cancellation);
            return RulesAnswerView.Of(new Explainer(plan.Solved, solver.Solve, solver.CanHold) { SolveEased = solver.Solve }.Rules(Environment.ProcessorCount), maker);
        }, (to, view, said) => RulesAnswerText.Write(to, view, words!, said));
    }

    // What a place gets is read off the plan; nothing is solved for it.
    private static Explainer Standing(AskedPlan plan) => new(plan.Solved, _ => throw new NotSupportedException(), _ => null);

    private static int Answer<T>(Asked asked, Func<AskedPlan, AnswerMaker, T?> answer, Action<IAnsiConsole, T, Words> print) where T : class
    {
        if (AskedPlan.For(asked, out var exit) is not { } plan) return exit;
        asked.Output.Flush();
        T? view;
        using (asked.Output == Console.Out ? new NativeSilence() : null) view = answer(plan, new AnswerMaker(plan.Solved, plan.View));
        if (view is null) return ExitCode.Usage;
        if (asked.Json) asked.Output.Write(ResultFile.Text(view));
        else Terminal.Print(asked.Output, Console.IsOutputRedirected || asked.Output != Console.Out, to => print(to, view, asked.Words));
        return ExitCode.Done;
    }

    private static int? Find(Asked asked, IReadOnlyDictionary<string, int> ids, string id, Func<string, string?, string> missing)
    {
        if (ids.TryGetValue(id, out var at)) return at;
        asked.Error.WriteLine(missing(id, Nearest.To(id, ids.Keys.Order(StringComparer.Ordinal))));
        return null;
    }
}
