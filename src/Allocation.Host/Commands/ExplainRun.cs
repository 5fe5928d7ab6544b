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
    public static int Project(Asked asked, string? id) => About(asked, id!, scenario => [.. scenario.Projects.Select(p => (p.Id, p.Name))], asked.Words.NoSuchProject, (project, plan, maker) =>
    {
        var solver = new VariantSolver(plan.Solved, problem => AllocationEngine.EngineFor(problem, asked.Options), asked.Options, plan.Left * 0.75, plan.Left, asked.Cancellation);
        return ProjectAnswerView.Of(new Explainer(plan.Solved, solver.Solve, solver.CanHold).Project(project), maker);
    }, ProjectAnswerText.Write);

    public static int Place(Asked asked, string? id) => About(asked, id!, scenario => [.. scenario.Neighbourhoods.Select(n => (n.Id, n.Name))], asked.Words.NoSuchPlace,
        (place, plan, maker) => PlaceAnswerView.Of(Standing(plan).Place(place), maker), PlaceAnswerText.Write);

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

    // One of the scenario's projects or places, known before anything is solved.
    private static int About<T>(Asked asked, string said, Func<Scenario, (string Id, Engine.Model.Text Name)[]> all, Func<string, string?, string> missing, Func<int, AskedPlan, AnswerMaker, T> answer, Action<IAnsiConsole, T, Words> print) where T : class
    {
        int? about = null;
        return Answer(asked, (plan, maker) => answer(about!.Value, plan, maker), print, scenario => (about = Find(asked, all(scenario), said, missing)) is not null);
    }

    private static int Answer<T>(Asked asked, Func<AskedPlan, AnswerMaker, T> answer, Action<IAnsiConsole, T, Words> print, Func<Scenario, bool>? knows = null) where T : class
    {
        if (AskedPlan.For(asked, out var exit, knows) is not { } plan) return exit;
        asked.Output.Flush();
        T view;
        using (asked.Output == Console.Out ? new NativeSilence() : null) view = answer(plan, new AnswerMaker(plan.Solved, plan.View));
        if (asked.Json) asked.Output.Write(ResultFile.Text(view));
        else Terminal.Print(asked.Output, Console.IsOutputRedirected || asked.Output != Console.Out, to => print(to, view, asked.Words));
        return ExitCode.Done;
    }

    // By its id, or by its name in either language as reports print it, where only one is called so.
    private static int? Find(Asked asked, (string Id, Engine.Model.Text Name)[] all, string said, Func<string, string?, string> missing)
    {
        var folded = Folding.Fold(said);
        if (Array.FindIndex(all, a => a.Id == folded) is >= 0 and var at) return at;
        int[] named = [.. Enumerable.Range(0, all.Length).Where(i => Same(all[i].Name.Fa) || Same(all[i].Name.En))];
        if (named is [var only]) return only;
        asked.Error.WriteLine(named.Length > 1 ? asked.Words.SeveralNamed(said, [.. named.Select(i => all[i].Id)])
            : missing(said, Nearest.To(said, all.Select(a => a.Id).Order(StringComparer.Ordinal).Concat(all.Select(a => a.Name.In(asked.Words.Language))))));
        return null;

        bool Same(string name) => Folding.Fold(name).Equals(folded, StringComparison.OrdinalIgnoreCase);
    }
}
