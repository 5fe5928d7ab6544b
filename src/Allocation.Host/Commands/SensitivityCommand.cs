using System.CommandLine;
using Allocation.Engine.Explaining;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary><c>sensitivity</c>: how much the plan depends on figures that nobody knows for sure.</summary>
internal static class SensitivityCommand
{
    private const double UsualTime = 600, UsualTolerance = 1e-4;

    public static Command Create()
    {
        var path = new Argument<string>("SCENARIO") { Description = "The scenario's folder, or its scenario.json." };
        var budget = Spread("--budget", 10, "All funds together, up to so many per cent more and less (four cases).");
        var costs = Spread("--costs", 20, "Every project's cost by itself, drawn up to so many per cent around what is stated.");
        var needs = Spread("--needs", 20, "Every weight of a service or a need by itself.");
        var deprivation = Spread("--deprivation", 20, "Every neighbourhood's deprivation by itself, where a rule or the outcome asks for it.");
        var draws = new Option<int>("--draws") { Description = "Draws of each kind.", DefaultValueFactory = _ => 10, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "Fixes all draws; two scenarios with one seed see the same draws.", DefaultValueFactory = _ => new Uncertainty().Seed, HelpName = "N" };
        var result = new Option<string?>("--result") { Description = "Ask about the plan that solve --out wrote into this folder; without it the scenario is solved first.", HelpName = "DIR" };
        var language = LanguageOption.Create();
        var format = AnswerOptions.Format();
        var time = AnswerOptions.Time("Seconds for the whole answer (default 600); cases not solved by then are left out, and that is said.");
        var tolerance = AnswerOptions.Tolerance(UsualTolerance);
        draws.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 0 or > 10_000) r.AddError("--draws is 0 … 10000."); });
        var command = new Command("sensitivity", "Say how much the plan depends on money, costs, weights and deprivation.") { path, budget, costs, needs, deprivation, draws, seed, result, language, format, time, tolerance };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var asked = new Asked(parsed.GetValue(path)!, parsed.GetValue(result), TimeSpan.FromSeconds(parsed.GetValue(time) ?? UsualTime), AnswerOptions.IsJson(parsed, format),
                LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation);
            var request = new SensitivityRequest(parsed.GetValue(budget) / 100m, (double)parsed.GetValue(costs) / 100, (double)parsed.GetValue(needs) / 100, (double)parsed.GetValue(deprivation) / 100,
                parsed.GetValue(draws), parsed.GetValue(seed), parsed.GetValue(tolerance));
            return new SensitivityRun(asked, request).Run();
        }, CancellationToken.None));
        return command;
    }

    private static Option<decimal> Spread(string name, decimal usual, string about)
    {
        var spread = new Option<decimal>(name) { Description = about + " 0 leaves it out.", DefaultValueFactory = _ => usual, HelpName = "PERCENT" };
        spread.Validators.Add(r => { if (r.GetValueOrDefault<decimal>() is < 0 or >= 100) r.AddError($"{name} is at least 0 and below 100."); });
        return spread;
    }
}

/// <summary>What one <c>sensitivity</c> was asked: half-widths as shares.</summary>
internal sealed record SensitivityRequest(decimal Budget, double Costs, double Needs, double Deprivation, int Draws, int Seed, double Tolerance);
