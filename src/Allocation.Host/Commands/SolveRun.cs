using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Host.Certificates;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Commands;

/// <summary>What one <c>solve</c> was asked.</summary>
internal sealed record SolveRequest(string Path, string? Out, SolveOptions Options, string? Measure, decimal? Parameter)
{
    /// <summary>Several measures in order, in place of the scenario's.</summary>
    public string? Goals { get; init; }
    /// <summary>The file to write a certificate to.</summary>
    public string? Certificate { get; init; }
    /// <summary>Progress goes to standard error as JSON lines instead of a bar.</summary>
    public bool ProgressLines { get; init; }
}

/// <summary>Loads, solves, prints and writes; the number it gives back is the exit code.</summary>
internal static class SolveRun
{
    public static int Run(SolveRequest request, Words words, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var loaded = ScenarioFolder.Load(request.Path);
        error.Write(FaultReport.Of(loaded.Faults, words));
        if (loaded.Scenario is null) return ExitCode.ScenarioFaults;
        if (request.Goals is not null && (request.Measure, request.Parameter) is not (null, null))
        {
            error.WriteLine(words.GoalsOnly);
            return ExitCode.Usage;
        }
        if (Goals(request, loaded.Scenario, words, out var wrong) is not { } goals)
        {
            error.WriteLine(wrong);
            return ExitCode.Usage;
        }
        if (request.Certificate is not null && (request.Goals is not null || (loaded.Scenario.Parts.LaterGoals.Count > 0 && (request.Measure, request.Parameter) is (null, null))))
        {
            error.WriteLine(words.CertificateOfGoals);
            return ExitCode.Usage;
        }
        if (request.Certificate is not null && loaded.Parent is not null)
        {
            error.WriteLine(words.CertificateOfVariant);
            return ExitCode.Usage;
        }
        var asked = Asked(loaded.Scenario, request, goals);
        if (!asked.IsValid)
        {
            foreach (var fault in asked.Faults) error.WriteLine(FaultReport.OfOption(request.Goals is null ? "--measure" : "--goals", fault, words));
            return ExitCode.ScenarioFaults;
        }
        if (request.Out is { } early && !Written(early, () => Directory.CreateDirectory(early), words, error)) return ExitCode.Usage;

        var older = false;
        if (request.Certificate is { } place && OlderCertificate.Remove(place, words, out older) is { } taken)
        {
            error.WriteLine(taken);
            return ExitCode.Usage;
        }
        var exit = Run(asked.Value, loaded.Hash, request, words, output, error, cancellation);
        if (older && !File.Exists(request.Certificate)) error.WriteLine(words.OlderCertificateRemoved(request.Certificate!));
        return exit;
    }

    private static int Run(Scenario asked, string hash, SolveRequest request, Words words, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        output.Flush();
        SolveResult result;
        using (output == Console.Out ? new NativeSilence() : null)
            result = request.ProgressLines ? ProgressDisplay.Lines(asked, error, progress => AllocationEngine.Solve(asked, request.Options, progress, cancellation))
                : ProgressDisplay.Show(asked, words, error == Console.Error && !Console.IsErrorRedirected, progress => AllocationEngine.Solve(asked, request.Options, progress, cancellation), error, request.Options.TimeLimit);
        if (result is SolveResult.Solved solved) return Certified(solved, hash, request, words, output, error, cancellation);
        var exit = Answer(result, hash, request, words, output, error);
        if (exit == ExitCode.NoPlanExists) return Explain(asked, hash, request, words, output, error, cancellation);
        return exit == ExitCode.StoppedWithoutPlan ? Nearest(asked, hash, request, words, output, error, cancellation) : exit;
    }

    // A plan with the certificate that was asked for, if one was. What the certificate proves is part of the answer: the plan is printed after it. It is written before as well, so that nothing is lost should the search for prices be ended.
    private static int Certified(SolveResult.Solved solved, string hash, SolveRequest request, Words words, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (request.Certificate is not { } file) return Answer(solved, hash, request, words, output, error);
        if (request.Out is { } folder && !Written(folder, () => ResultFolder.Write(PlanViewMaker.Of(solved, hash, request.Options.Tolerance), folder), words, error)) return ExitCode.Usage;
        if (solved.Evidence is null) error.WriteLine(words.PricesAsked);
        var certified = CertificateRun.Write(solved, request.Path, hash, file, request.Options, words, error, cancellation);
        var exit = Answer(certified ?? solved, hash, request, words, output, error);
        return certified is null ? ExitCode.Usage : exit;
    }

    private static readonly TimeSpan s_explaining = TimeSpan.FromSeconds(4.5);

    private static int Explain(Scenario scenario, string hash, SolveRequest request, Words words, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        output.Flush();
        ImpossibleView view;
        using (output == Console.Out ? new NativeSilence() : null)
        {
            var limit = request.Options.TimeLimit is { } time && time < s_explaining ? time : s_explaining;
            var found = Impossibility.Of(scenario, (eased, left) => AllocationEngine.Solve(eased, request.Options with { TimeLimit = left }, null, cancellation), limit, cancellation);
            view = ImpossibleView.Of(scenario, found, hash, request.Options.Tolerance);
        }
        return Tell(view, ExitCode.NoPlanExists, request, words, output, error);
    }

    // A tenth of the time given, and no more than this, for a plan that comes near where none was found.
    private static readonly TimeSpan s_nearest = TimeSpan.FromSeconds(5), s_shortest = TimeSpan.FromSeconds(1);

    // Nobody knows whether there is a plan: the one that breaks least is the best there is to show. Whoever stopped the search may end this too, by Ctrl-C once more.
    private static int Nearest(Scenario scenario, string hash, SolveRequest request, Words words, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var limit = request.Options.TimeLimit is { } time && time / 10 < s_nearest ? time / 10 : s_nearest;
        if (limit < s_shortest) return ExitCode.StoppedWithoutPlan;
        output.Flush();
        BestEffort? best;
        SolveResult? valid = null;
        using (output == Console.Out ? new NativeSilence() : null)
        {
            best = BestEffort.Find(scenario, [], eased => AllocationEngine.Solve(eased, request.Options with { TimeLimit = limit / 2 }, null, CancellationToken.None), limit / 2, CancellationToken.None);
            // What breaks nothing is a plan after all.
            if (best is { Judged.Broken.Count: 0 }) valid = AllocationEngine.Solve(scenario, request.Options with { TimeLimit = limit, Parent = new WarmStart(Problem.For(scenario), best.Solved.Plan.Plan, null) }, null, CancellationToken.None);
        }
        if (valid is SolveResult.Solved plan) return Certified(plan, hash, request, words, output, error, cancellation);
        return best is null ? ExitCode.StoppedWithoutPlan
            : Tell(ImpossibleView.Of(scenario, new(null, null, [], best), hash, request.Options.Tolerance) with { Settled = false }, ExitCode.StoppedWithoutPlan, request, words, output, error);
    }

    private static int Tell(ImpossibleView view, int exit, SolveRequest request, Words words, TextWriter output, TextWriter error)
    {
        output.Write(ConflictReport.Of(view, words));
        if (request.Out is not { } folder) return exit;
        if (!Written(folder, () => view.Write(folder), words, error)) return ExitCode.Usage;
        error.WriteLine(words.WroteInstead(folder));
        return exit;
    }

    /// <summary>Prints and writes what was found.</summary>
    public static int Answer(SolveResult result, string hash, SolveRequest request, Words words, TextWriter output, TextWriter error)
    {
        if (result is not SolveResult.Solved solved) return WithoutPlan(result, words, output, error);
        var view = PlanViewMaker.Of(solved, hash, request.Options.Tolerance);
        Terminal.Print(output, Console.IsOutputRedirected || output != Console.Out, to => ConsoleReport.Write(to, new PlanWords(view, words)));
        if (request.Out is { } folder)
        {
            if (!Written(folder, () => ResultFolder.Write(view, folder), words, error)) return ExitCode.Usage;
            error.WriteLine(words.WroteTo(folder));
        }
        return solved.Proof == Proof.Stopped ? ExitCode.StoppedWithPlan : ExitCode.Done;
    }

    // What is maximised, in order; null where measures are named wrongly, before their figures are looked at. The scenario's own measure need not be given its parameter again.
    private static Goal[]? Goals(SolveRequest request, Scenario scenario, Words words, out string wrong)
    {
        wrong = "";
        var stated = scenario.Goal;
        if (request.Goals is { } list) return GoalList.Read(list, stated, words, out wrong);
        if ((request.Measure, request.Parameter) is (null, null)) return [stated, .. scenario.Parts.LaterGoals];
        var name = request.Measure ?? stated.Measure;
        if (request.Parameter is null && name == stated.Measure) return [stated];
        wrong = MeasureParameter.Wrong(name, request.Parameter, option: true, words) ?? "";
        return wrong.Length > 0 ? null : [stated with { Measure = name, Parameter = request.Parameter ?? Goal.UsualParameter(name) }];
    }

    // Other goals are asked of the same figures; they are checked like those that stand in the file.
    private static Validated<Scenario> Asked(Scenario scenario, SolveRequest request, Goal[] goals) =>
        (request.Goals, request.Measure, request.Parameter) is (null, null, null) ? Validated.Ok(scenario) : Scenario.Create(scenario.Parts with { Goal = goals[0], LaterGoals = goals[1..] });

    private static int WithoutPlan(SolveResult result, Words words, TextWriter output, TextWriter error)
    {
        switch (result)
        {
            case SolveResult.Impossible:
                output.WriteLine(words.Impossible);
                return ExitCode.NoPlanExists;
            case SolveResult.Refused refused:
                error.WriteLine(words.Refused);
                foreach (var lie in refused.Lies) error.WriteLine(words.Lie(lie.Code, lie.About, lie.Claimed, lie.Actual));
                return ExitCode.VerificationRefused;
            default:
                output.WriteLine(words.StoppedWithoutPlan);
                return ExitCode.StoppedWithoutPlan;
        }
    }

    // False, with the reason said, where it cannot be written there.
    private static bool Written(string place, Action write, Words words, TextWriter error)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(words.CannotWrite(place, words.Why(trouble)));
            return false;
        }
    }
}
