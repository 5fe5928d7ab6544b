using System.Diagnostics;
using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Sweeps;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Commands;

/// <summary>What one <c>sweep</c> was asked: by which parts the funds grow, and which funds (none = every cash fund).</summary>
internal sealed record SweepRequest(string Path, IReadOnlyList<decimal> Changes, IReadOnlyList<string> Funds, string? Csv, bool Json, SolveOptions Solving);

/// <summary>Loads, solves budget by budget, prints and writes.</summary>
internal sealed class SweepRun(SweepRequest request, Words words, TextWriter output, TextWriter error, CancellationToken cancellation)
{
    public int Run()
    {
        var loaded = ScenarioFolder.Load(request.Path);
        error.Write(FaultReport.Of(loaded.Faults, words));
        if (loaded.Scenario is not { } scenario) return ExitCode.ScenarioFaults;
        foreach (var id in request.Funds)
            if (!scenario.Ids.Funds.ContainsKey(id)) return Said(words.NoSuchFund(id, words.Listed([.. scenario.Funds.Select(f => f.Id)])));
        int[] funds = [.. Enumerable.Range(0, scenario.Funds.Count).Where(f => request.Funds.Count > 0 ? request.Funds.Contains(scenario.Funds[f].Id) : scenario.Funds[f].Kind == FundKind.Cash)];
        if (funds.Length == 0) return Said(words.NoFundToSweep);
        var variants = new List<Scenario>();
        foreach (var change in request.Changes)
        {
            if (With(scenario, funds, change) is not { } variant) return Said(words.BudgetTooLarge);
            variants.Add(variant);
        }

        var clock = Stopwatch.StartNew();
        var steps = AnswerOptions.Quiet(output, () => CountDisplay.Show(words.Searching, words, error == Console.Error && !Console.IsErrorRedirected && output == Console.Out, variants.Count, tell =>
        {
            var done = 0;
            return Sweep.Run(variants, request.Solving, new Each(() => tell.Report(++done)), cancellation);
        }));
        var took = clock.Elapsed;
        foreach (var step in steps)
            if (step.Result is SolveResult.Refused refused)
            {
                error.WriteLine(words.Refused);
                foreach (var lie in refused.Lies) error.WriteLine(words.Lie(lie.Code, lie.About, lie.Claimed, lie.Actual));
                return ExitCode.VerificationRefused;
            }
        var view = SweepMaker.Of(scenario, loaded.Hash, funds, request.Changes, steps, request.Solving.Tolerance);
        AnswerOptions.Print(view, request.Json, output, to => new SweepText(view, words).Write(to));
        error.WriteLine(words.SweepTook(words.Figures.Whole(steps.Count), words.Figures.Fixed((decimal)took.TotalSeconds, 1)));
        if (request.Csv is { } file)
        {
            try { File.WriteAllBytes(file, CsvTables.Of(view)); }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { return Said(words.CannotWrite(file, words.Why(trouble))); }
            error.WriteLine(words.WroteTo(file));
        }
        return Exit(view);
    }

    private static int Exit(SweepView view)
    {
        if (view.Budgets.Count > 0 && view.Budgets.All(b => b.State == BudgetState.NoPlan)) return ExitCode.NoPlanExists;
        if (!view.Budgets.Any(b => b.State == BudgetState.Plan)) return ExitCode.StoppedWithoutPlan;
        return view.Budgets.Count < view.Asked || view.Budgets.Any(b => b.State == BudgetState.NotFound || b.Proof == Proof.Stopped) ? ExitCode.StoppedWithPlan : ExitCode.Done;
    }

    // Whole units: what a percentage leaves over is dropped.
    private static Scenario? With(Scenario scenario, int[] funds, decimal change)
    {
        try
        {
            var changed = Scenario.Create(scenario.Parts with { Funds = [.. scenario.Funds.Select((f, at) => funds.Contains(at) ? f with { Amount = (long)decimal.Floor(f.Amount * (1 + change)) } : f)] });
            return changed.IsValid ? changed.Value : null;
        }
        catch (OverflowException) { return null; }
    }

    private int Said(string why)
    {
        error.WriteLine(why);
        return ExitCode.Usage;
    }

    // Tells at once, on the thread that solves.
    private sealed class Each(Action done) : IProgress<SweepStep>
    {
        public void Report(SweepStep value) => done();
    }
}
