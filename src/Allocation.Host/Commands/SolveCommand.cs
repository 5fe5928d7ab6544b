using System.CommandLine;
using System.Globalization;
using Allocation.Engine;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Commands;

/// <summary><c>solve</c>: a scenario in, a verified plan with its proof out.</summary>
internal static class SolveCommand
{
    public const string Verb = "solve", HardDeadline = "--hard-deadline", Time = "--time", ProgressLines = "--progress-lines", WhileInput = "--while-input", Certificate = "--certificate";

    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A scenario's folder, or its scenario.json." };
        var to = new Option<string?>("--out") { Description = "Write result.json, CSV tables, plan.xlsx and charts (SVG) into this folder.", HelpName = "DIR" };
        var language = LanguageOption.Create();
        var time = new Option<double?>(Time) { Description = "Seconds after which the best plan so far is the answer.", HelpName = "S" };
        var confirm = new Option<double?>("--confirm") { Description = "Seconds that a second solver may look for anything better where no prices prove the bound; 0 = do not ask it. Usual: half of what the first took, 5 to 30.", HelpName = "S" };
        var tolerance = new Option<double>("--tolerance") { Description = "The relative gap up to which a plan is called best.", DefaultValueFactory = _ => new SolveOptions().Tolerance, HelpName = "X" };
        var method = new Option<string>("--method") { Description = "How the plan is found.", DefaultValueFactory = _ => Word(Method.Auto), HelpName = string.Join('|', Enum.GetValues<Method>().Select(Word)) };
        var measure = new Option<string?>("--measure") { Description = "Another measure than the scenario's (see measures).", HelpName = "NAME" };
        var parameter = new Option<decimal?>("--parameter") { Description = "The measure's parameter.", HelpName = "X" };
        var goals = new Option<string?>("--goals") { Description = "Several measures in order, each NAME, NAME:PARAMETER or NAME:PARAMETER~GIVE_UP, separated by commas.", HelpName = "LIST" };
        var threads = AnswerOptions.Threads();
        var deadline = new Option<double?>(HardDeadline) { Description = "Solve in a process of its own and end it after so many seconds, whatever it does.", HelpName = "S" };
        var certificate = new Option<string?>(Certificate) { Description = "Write a certificate that anybody can check (docs/certificates.md).", HelpName = "FILE" };
        var lines = new Option<bool>(ProgressLines) { Description = "Write progress to standard error as JSON, one line each, for programs that watch." };
        var input = new Option<bool>(WhileInput) { Description = "When standard input ends, the best plan so far is the answer: for programs that watch." };
        method.AcceptOnlyFromAmong([.. Enum.GetValues<Method>().Select(Word)]);
        // What is refused for a reason is let through to the check that gives it.
        measure.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is not { } name || MeasureCatalogue.Names.Contains(name) || Goal.Refused.Any(x => x.Name == name)) return;
            var names = string.Join(", ", MeasureCatalogue.Names);
            if (Nearest.To(name, MeasureCatalogue.Names) is { } near) r.AddError($"'{name}' is no measure; perhaps '{near}' is meant. --measure is one of: {names}.");
            else r.AddError($"'{name}' is no measure. --measure is one of: {names}.");
        });
        Positive(time);
        Positive(deadline);
        confirm.Validators.Add(r => { if (r.GetValueOrDefault<double?>() is not (>= 0 and <= 1e6)) r.AddError("--confirm is 0 … 1000000 seconds."); });
        tolerance.Validators.Add(r => { if (r.GetValueOrDefault<double>() is not (>= 0 and < 1)) r.AddError("--tolerance is at least 0 and below 1."); });

        var command = new Command(Verb, "Find the fairest plan for a scenario and prove it.") { path, to, language, time, confirm, tolerance, method, measure, parameter, goals, threads, deadline, certificate, lines, input };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var words = LanguageOption.WordsOf(parsed, language);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(deadline) is { } seconds) return DeadlineRun.Run(parsed, seconds, words, error);
            var options = new SolveOptions
            {
                Tolerance = parsed.GetValue(tolerance),
                TimeLimit = parsed.GetValue(time) is { } limit ? TimeSpan.FromSeconds(limit) : null,
                Confirming = parsed.GetValue(confirm) is { } most ? TimeSpan.FromSeconds(most) : null,
                Method = Enum.Parse<Method>(parsed.GetValue(method)!, ignoreCase: true),
                Threads = AnswerOptions.ThreadsOf(parsed, threads),
                NoVariants = true,
            };
            var request = new SolveRequest(parsed.GetValue(path)!, parsed.GetValue(to), options, parsed.GetValue(measure), parsed.GetValue(parameter)) { Goals = parsed.GetValue(goals), Certificate = parsed.GetValue(certificate), ProgressLines = parsed.GetValue(lines) };
            if (!parsed.GetValue(input)) return SolveRun.Run(request, words, output, error, cancellation);
            using var watched = new InputWatch(cancellation);
            return SolveRun.Run(request, words, output, error, watched.Ended);
        }, CancellationToken.None));
        return command;
    }

    public static string[] Methods => [.. Enum.GetValues<Method>().Select(Word)];

    public static string Word(Method method) => method.ToString().ToLowerInvariant();

    private static void Positive(Option<double?> option) => option.Validators.Add(r =>
    {
        if (r.GetValueOrDefault<double?>() is not (> 0 and <= 1e6)) r.AddError($"{option.Name} is above 0 and at most {1e6.ToString(CultureInfo.InvariantCulture)} seconds.");
    });
}
