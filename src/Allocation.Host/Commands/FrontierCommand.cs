using System.CommandLine;
using System.Globalization;
using Allocation.Engine.Measures;
using Allocation.Host.Reports.Frontiers;

namespace Allocation.Host.Commands;

/// <summary><c>frontier</c>: the exact trade-off between fairness and total benefit, money or another measure.</summary>
internal static class FrontierCommand
{
    private const string Benefit = "total-benefit", Budget = "budget", Every = "all";
    private const double UsualTolerance = 1e-4;

    public static Command Create()
    {
        var path = new Argument<string>("SCENARIO") { Description = "The scenario's folder, or its scenario.json." };
        var against = new Option<string>("--against") { Description = "What fairness is traded against: total benefit, the money spent, or another measure (NAME or NAME:PARAMETER).", DefaultValueFactory = _ => Benefit, HelpName = $"{Benefit}|{Budget}|MEASURE" };
        var points = new Option<string>("--points") { Description = "How many even levels, both ends included, or every point there is.", DefaultValueFactory = _ => "11", HelpName = $"N|{Every}" };
        var folder = new Option<string?>("--out") { Description = "Write frontier.json and frontier.csv into this folder, and go on from what an earlier run found there.", HelpName = "DIR" };
        var language = LanguageOption.Create();
        var format = AnswerOptions.Format();
        var time = AnswerOptions.Time("Seconds for all points; then those found so far are the answer.");
        var tolerance = AnswerOptions.Tolerance(UsualTolerance);
        points.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string>() is var said && said != Every && Levels(said!) is null) r.AddError($"--points is {Every}, or 2 … 1000.");
        });
        against.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string>() is var said && said is not (Benefit or Budget) && Measure(said!) is null) r.AddError($"--against is {Benefit}, {Budget}, or a measure: {string.Join(", ", MeasureCatalogue.Names)}.");
        });
        var command = new Command("frontier", "Trade fairness off against total benefit, money or another measure, exactly.") { path, against, points, folder, language, format, time, tolerance };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var said = parsed.GetValue(against)!;
            var (name, parameter) = Measure(said) ?? ("mean", null);
            var request = new FrontierRequest(parsed.GetValue(path)!, said switch { Benefit => Against.TotalBenefit, Budget => Against.Budget, _ => Against.Measure }, name, parameter,
                Levels(parsed.GetValue(points)!), parsed.GetValue(folder), AnswerOptions.IsJson(parsed, format), AnswerOptions.Limit(parsed, time), parsed.GetValue(tolerance));
            return new FrontierRun(request, LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation).Run();
        }, CancellationToken.None));
        return command;
    }

    private static int? Levels(string said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var levels) && levels is >= 2 and <= 1000 ? levels : null;

    private static (string Name, decimal? Parameter)? Measure(string said)
    {
        var parts = said.Split(':');
        if (parts.Length > 2 || !MeasureCatalogue.Names.Contains(parts[0])) return null;
        if (parts.Length == 1) return (parts[0], null);
        return decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parameter) ? (parts[0], parameter) : null;
    }
}
