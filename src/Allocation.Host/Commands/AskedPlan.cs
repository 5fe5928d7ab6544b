using System.Diagnostics;
using System.Text.Json;
using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Commands;

/// <summary>The plan that a question is about: read from a result and verified again, or solved now.</summary>
internal sealed record AskedPlan(SolveResult.Solved Solved, PlanView View, TimeSpan Left)
{
    /// <summary>The plan, or null and the exit code where there is none; whatever is in the way has been said.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="exit">The exit code.</param>
    /// <param name="knows">False, after saying why, where the scenario does not know what is asked about: nothing is solved then.</param>
    public static AskedPlan? For(Asked asked, out int exit, Func<Scenario, bool>? knows = null)
    {
        var clock = Stopwatch.StartNew();
        var loaded = ScenarioFolder.Load(asked.Path);
        asked.Error.Write(FaultReport.Of(loaded.Faults, asked.Words));
        if (loaded.Scenario is not { } scenario)
        {
            exit = ExitCode.ScenarioFaults;
            return null;
        }
        exit = ExitCode.Usage;
        if (knows?.Invoke(scenario) == false) return null;
        if (asked.Result is { } folder) return Read(folder, loaded, asked, clock, out exit);

        // At most half of the time: the question needs the rest.
        var options = asked.Options with { TimeLimit = asked.Time / 2 };
        asked.Output.Flush();
        SolveResult found;
        using (asked.Output == Console.Out ? new NativeSilence() : null)
            found = ProgressDisplay.Show(scenario, asked.Words, asked.Error == Console.Error && !Console.IsErrorRedirected, progress => AllocationEngine.Solve(scenario, options, progress, asked.Cancellation));
        if (found is SolveResult.Solved solved)
        {
            exit = ExitCode.Done;
            return new(solved, PlanViewMaker.Of(solved, loaded.Hash, options.Tolerance), Rest(asked, clock));
        }
        exit = SolveRun.Answer(found, loaded.Hash, new(asked.Path, null, options, null, null), asked.Words, asked.Output, asked.Error);
        return null;
    }

    private static AskedPlan? Read(string folder, LoadedScenario loaded, Asked asked, Stopwatch clock, out int exit)
    {
        exit = ExitCode.Usage;
        var file = Directory.Exists(folder) ? Path.Combine(folder, ResultFile.FileName) : folder;
        PlanView view;
        try { view = ResultFile.Read(File.ReadAllText(file)); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
        {
            asked.Error.WriteLine(asked.Words.CannotRead(file, asked.Words.Why(trouble)));
            return null;
        }
        if (view.ScenarioHash != loaded.Hash)
        {
            asked.Error.WriteLine(asked.Words.ResultOfOther(folder));
            return null;
        }
        if (Of(loaded.Scenario!, view) is not { } solved)
        {
            asked.Error.WriteLine(asked.Words.ResultNoPlan(folder));
            return null;
        }
        exit = ExitCode.Done;
        return new(solved, PlanViewMaker.Of(solved, loaded.Hash, view.Tolerance), Rest(asked, clock));
    }

    // A result may have been solved under another measure than the scenario's: the question is then about that one.
    private static SolveResult.Solved? Of(Scenario scenario, PlanView view)
    {
        var goal = scenario.Goal with { Measure = view.Measure.Name, Parameter = view.Measure.Parameter };
        if (goal != scenario.Goal)
        {
            if (Scenario.Create(scenario.Parts with { Goal = goal }) is not { IsValid: true } other) return null;
            scenario = other.Value;
        }
        var choices = new int[scenario.Projects.Count];
        var payments = new List<Payment>();
        foreach (var project in view.Projects)
        {
            if (!scenario.Ids.Projects.TryGetValue(project.Id, out var p)) return null;
            choices[p] = project.Choice;
            foreach (var paid in project.Funds)
            {
                if (!scenario.Ids.Funds.TryGetValue(paid.Id, out var f)) return null;
                payments.Add(new(p, f, paid.Money));
            }
        }
        var bound = view.Measure.Bound ?? double.PositiveInfinity;
        var verdict = Verifier.Check(scenario, new Plan(choices, payments), view.Measure.Value, bound);
        return verdict.Plan is { } plan ? new(plan, Math.Max(bound, plan.Value), view.Proof, view.Engine, [.. view.SecondGoals.Select(g => new GoalStage(g.Name, g.Proven))]) { Kind = view.ProofKind } : null;
    }

    private static TimeSpan Rest(Asked asked, Stopwatch clock) => asked.Time > clock.Elapsed ? asked.Time - clock.Elapsed : TimeSpan.Zero;
}
