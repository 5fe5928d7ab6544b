using System.CommandLine;
using System.Globalization;
using Allocation.Engine;

namespace Allocation.Host.Commands;

/// <summary><c>sweep</c>: the fairest plan for each of several budgets.</summary>
internal static class SweepCommand
{
    private const double UsualTolerance = 1e-4;
    private const int UsualSteps = 9, MostSteps = 1000;
    private const decimal LeastChange = -0.999999m, MostChange = 10;

    public static Command Create()
    {
        var path = new Argument<string>("SCENARIO") { Description = "The scenario's folder, or its scenario.json." };
        var budget = new Option<string>("--budget") { Description = "From which change of the money to which, in per cent.", DefaultValueFactory = _ => "-20%..+20%", HelpName = "FROM..TO" };
        var steps = new Option<int>("--steps") { Description = "How many budgets, both ends included.", DefaultValueFactory = _ => UsualSteps, HelpName = "N" };
        var funds = new Option<string[]>("--fund") { Description = "A fund that changes (may be said several times); without it every cash fund does.", HelpName = "ID", DefaultValueFactory = _ => [] };
        var csv = new Option<string?>("--csv") { Description = "Write the table to this file as well.", HelpName = "FILE" };
        var language = LanguageOption.Create();
        var format = AnswerOptions.Format();
        var time = AnswerOptions.Time("Seconds for each budget; then the best plan so far stands for it, with its gap.");
        var tolerance = AnswerOptions.Tolerance(UsualTolerance);
        var method = new Option<string>("--method") { Description = "How plans are found.", DefaultValueFactory = _ => SolveCommand.Word(Method.Auto), HelpName = string.Join('|', SolveCommand.Methods) };
        var threads = AnswerOptions.Threads();
        method.AcceptOnlyFromAmong(SolveCommand.Methods);
        budget.Validators.Add(r => { if (Range(r.GetValueOrDefault<string>()!) is null) r.AddError("--budget is FROM..TO in per cent, for example -20%..+20%; above -100% and at most 1000%, FROM below TO."); });
        steps.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 2 or > MostSteps) r.AddError($"--steps is 2 … {MostSteps.ToString(CultureInfo.InvariantCulture)}."); });
        var command = new Command("sweep", "The fairest plan for each of several budgets.") { path, budget, steps, funds, csv, language, format, time, tolerance, method, threads };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var (from, to) = Range(parsed.GetValue(budget)!)!.Value;
            var count = parsed.GetValue(steps);
            var options = AnswerOptions.Solving(parsed, time, tolerance) with { Method = Enum.Parse<Method>(parsed.GetValue(method)!, ignoreCase: true), Threads = AnswerOptions.ThreadsOf(parsed, threads) };
            var request = new SweepRequest(parsed.GetValue(path)!, [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))], parsed.GetValue(funds)!, parsed.GetValue(csv),
                AnswerOptions.IsJson(parsed, format), options);
            return new SweepRun(request, LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation).Run();
        }, CancellationToken.None));
        return command;
    }

    /// <summary>"-20%..+20%" as −0.2 and 0.2; null where it is no range.</summary>
    private static (decimal From, decimal To)? Range(string said)
    {
        var ends = said.Split("..");
        return ends.Length == 2 && Part(ends[0]) is { } from && Part(ends[1]) is { } to && from < to && from >= LeastChange && to <= MostChange ? (from, to) : null;
    }

    private static decimal? Part(string said) =>
        decimal.TryParse(said.Trim().TrimEnd('%'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && Math.Abs(percent) < 1e6m ? percent / 100 : null;
}
