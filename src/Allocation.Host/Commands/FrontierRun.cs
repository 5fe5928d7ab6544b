using System.Text;
using System.Text.Json;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Frontiers;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Commands;

/// <summary>What one <c>frontier</c> was asked.</summary>
internal sealed record FrontierRequest(string Path, Against Against, string Measure, decimal? Parameter, int? Points, string? Out, bool Json, TimeSpan? Limit, double Tolerance);

/// <summary>Loads, searches point by point, keeps what is found, prints and writes.</summary>
internal sealed class FrontierRun(FrontierRequest request, Words words, TextWriter output, TextWriter error, CancellationToken cancellation)
{
    public int Run()
    {
        var loaded = ScenarioFolder.Load(request.Path);
        error.Write(FaultReport.Of(loaded.Faults, words));
        if (loaded.Scenario is not { } scenario) return ExitCode.ScenarioFaults;
        if (request.Against == Against.Measure && MeasureParameter.Wrong(request.Measure, request.Parameter, option: false, words) is { } not) return Said(not);
        var other = Other(scenario.Goal);
        if (other is not null && Scenario.Create(scenario.Parts with { Goal = other }) is { IsValid: false } wrong)
        {
            error.Write(FaultReport.Of([.. wrong.Faults.Select(f => new PlacedFault(f, "--against", 1, 1))], words));
            return ExitCode.ScenarioFaults;
        }
        foreach (var goal in other is null ? (Goal[])[scenario.Goal] : [scenario.Goal, other])
            if (!MeasureAim.Serves(MeasureCatalogue.For(goal))) return Said(words.FrontierNotServed(words.MeasureName(goal.Measure)));
        if (other == scenario.Goal) return Said(words.FrontierSame);

        var steps = new FrontierSteps(scenario, loaded.Hash, request);
        if (request.Out is { } folder && !steps.Open(folder, out var why)) return Said(why is null ? words.FrontierOther(steps.File!) : words.CannotWrite(folder, words.Why(why)));
        var problem = Problem.For(scenario);
        var search = new FrontierSearch(problem, new MeasureAim(problem, problem.Measure), other is null ? new ThriftAim(problem) : new MeasureAim(problem, MeasureCatalogue.For(other, problem.Outcomes.Ceilings)), request.Tolerance, request.Limit, cancellation)
        {
            Prices = AllocationEngine.EngineFor(problem, new()) as PriceEngine,
        };
        var answer = AnswerOptions.Quiet(output, () => CountDisplay.Show(words.Searching, words, error == Console.Error && !Console.IsErrorRedirected && output == Console.Out, request.Points,
            tell => search.Run(request.Points, steps.Recall, (step, point) => { steps.Keep(step, point); tell.Report(step + 1); })));
        if (answer.Points.Count == 0)
        {
            output.WriteLine(answer.Possible ? words.StoppedWithoutPlan : words.Impossible);
            return answer.Possible ? ExitCode.StoppedWithoutPlan : ExitCode.NoPlanExists;
        }
        var view = FrontierMaker.Of(scenario, loaded.Hash, answer, request.Against, request.Against == Against.Budget ? null : other, request.Tolerance, request.Points);
        AnswerOptions.Print(view, request.Json, output, to => new FrontierText(view, words).Write(to));
        if (request.Out is { } to)
        {
            try { Write(view, to); }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { return Said(words.CannotWrite(to, words.Why(trouble))); }
            error.WriteLine(words.WroteTo(to));
        }
        return answer.Complete ? ExitCode.Done : ExitCode.StoppedWithPlan;
    }

    private int Said(string why)
    {
        error.WriteLine(why);
        return ExitCode.Usage;
    }

    // The second aim as a goal for the same figures; null for money.
    private Goal? Other(Goal goal) => request.Against switch
    {
        Against.Budget => null,
        Against.TotalBenefit => goal.Under("mean", null),
        _ => goal.Under(request.Measure!, request.Parameter),
    };

    private static void Write(FrontierView view, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "frontier.json"), ResultFile.Text(view));
        File.WriteAllBytes(Path.Combine(folder, "frontier.csv"), CsvTables.Of(view));
    }
}
