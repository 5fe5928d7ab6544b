using System.CommandLine;
using System.Globalization;
using Allocation.Engine;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary><c>explain</c>: a council's questions about a plan, each answered in words, figures and JSON.</summary>
internal static class ExplainCommand
{
    public const string Verb = "explain", Json = "json", TextFormat = "text";

    public static Command Create() => new(Verb, "Answer questions about the fairest plan: why, why not, what a rule costs, what a neighbourhood could reach.")
    {
        Question("project", "Why a project is in or out, and what the other way round would cost.", "The project's id, or its name.", required: true, seconds: 60, ExplainRun.Project),
        Question("projects", "How sure each project is: in or out for certain, by fairness, or either way, and what the other way round would cost.", null, required: false, seconds: 120, (asked, _) => ExplainRun.Projects(asked)),
        Question("place", "What a neighbourhood gets and why, and what it could reach.", "The neighbourhood's id, or its name.", required: true, seconds: 60, ExplainRun.Place),
        Question("places", "Every neighbourhood, and the needs for which nobody has proposed anything.", null, required: false, seconds: 60, (asked, _) => ExplainRun.Places(asked)),
        Question("rules", "What every rule and lock costs, and what more money in every fund would bring.", null, required: false, seconds: 300, (asked, _) => ExplainRun.Rules(asked)),
    };

    private static Command Question(string name, string about, string? idOf, bool required, double seconds, Func<Asked, string?, int> answer)
    {
        var path = new Argument<string>("SCENARIO") { Description = "The scenario's folder, or its scenario.json." };
        var id = new Argument<string?>("ID") { Description = idOf, Arity = required ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne };
        var language = LanguageOption.Create();
        var time = new Option<double>("--time") { Description = "Seconds for the whole answer; what is not decided by then is said to be open.", DefaultValueFactory = _ => seconds, HelpName = "S" };
        var format = new Option<string>("--format") { Description = "Words and tables, or the same facts as JSON.", DefaultValueFactory = _ => TextFormat, HelpName = "text|json" };
        var result = new Option<string?>("--result") { Description = "Ask about the plan that solve --out wrote into this folder; without it the scenario is solved first.", HelpName = "DIR" };
        format.AcceptOnlyFromAmong(TextFormat, Json);
        time.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double>() is not (> 0 and <= 1e6)) r.AddError($"--time is above 0 and at most {1e6.ToString(CultureInfo.InvariantCulture)} seconds.");
        });
        var command = new Command(name, about) { path, language, time, format, result };
        if (idOf is not null) command.Add(id);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var asked = new Asked(parsed.GetValue(path)!, parsed.GetValue(result), TimeSpan.FromSeconds(parsed.GetValue(time)), parsed.GetValue(format) == Json,
                LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation);
            return answer(asked, idOf is null ? null : parsed.GetValue(id));
        }, CancellationToken.None));
        return command;
    }
}

/// <summary>What one question was asked with, and where its answer goes.</summary>
internal sealed record Asked(string Path, string? Result, TimeSpan Time, bool Json, Words Words, TextWriter Output, TextWriter Error, CancellationToken Cancellation)
{
    public SolveOptions Options { get; } = new();
}
