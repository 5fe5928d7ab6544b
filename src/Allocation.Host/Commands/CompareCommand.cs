using System.CommandLine;
using Allocation.Engine;

namespace Allocation.Host.Commands;

/// <summary><c>compare</c>: two to four options beside each other, and who gains and who loses.</summary>
internal static class CompareCommand
{
    private const int MostOptions = 4;

    public static Command Create()
    {
        var options = new Argument<string[]>("OPTION")
        {
            Description = "A scenario (solved here), a result (the folder that solve --out wrote, or its result.json), or a plan made by hand (.csv); the first is what others are compared with.",
            Arity = new ArgumentArity(0, MostOptions),
        };
        options.Validators.Add(r =>
        {
            if (r.Tokens.Count < 2) r.AddError($"compare takes 2 to {MostOptions} options; given: {r.Tokens.Count}.");
        });
        var scenario = new Option<string?>("--scenario") { Description = "The scenario of results and of plans made by hand, where it is not an option itself.", HelpName = "PATH" };
        var lastYear = new Option<string?>("--last-year") { Description = "Last year's money: a CSV table with neighbourhood and money, or a result.", HelpName = "FILE" };
        var language = LanguageOption.Create();
        var format = AnswerOptions.Format();
        var time = AnswerOptions.Time("Seconds for each scenario that is solved; then the best plan so far stands for it.");
        var tolerance = AnswerOptions.Tolerance(new SolveOptions().Tolerance);
        var command = new Command("compare", "Compare two to four options: what differs, who gains, who loses.") { options, scenario, lastYear, language, format, time, tolerance };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var request = new CompareRequest(parsed.GetValue(options)!, parsed.GetValue(scenario), parsed.GetValue(lastYear), AnswerOptions.IsJson(parsed, format), AnswerOptions.Solving(parsed, time, tolerance));
            return new CompareRun(request, LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation).Run();
        }, CancellationToken.None));
        return command;
    }
}
