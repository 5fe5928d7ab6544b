using System.CommandLine;
using System.Globalization;
using System.Text;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Solving;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Frontiers;
using Allocation.Host.Reports.Uncertain;

namespace Allocation.Host.Commands;

/// <summary><c>alternatives</c>: other plans that are nearly as fair, far apart from one another.</summary>
internal static class AlternativesCommand
{
    private const double UsualTime = 300;

    public static Command Create()
    {
        var path = new Argument<string>("SCENARIO") { Description = "The scenario's folder, or its scenario.json." };
        var within = new Option<decimal>("--within") { Description = "How many per cent less fair a plan may be.", DefaultValueFactory = _ => 1, HelpName = "PERCENT" };
        var count = new Option<int>("--count") { Description = "How many plans at most.", DefaultValueFactory = _ => 3, HelpName = "K" };
        var result = new Option<string?>("--result") { Description = "Ask about the plan that solve --out wrote into this folder; without it the scenario is solved first.", HelpName = "DIR" };
        var folder = new Option<string?>("--out") { Description = "Write each plan into this folder as a table that compare reads.", HelpName = "DIR" };
        var language = LanguageOption.Create();
        var format = AnswerOptions.Format();
        var time = AnswerOptions.Time("Seconds for the whole answer (default 300).");
        within.Validators.Add(r => { if (r.GetValueOrDefault<decimal>() is < 0 or > 50) r.AddError("--within is 0 … 50."); });
        count.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 1 or > 20) r.AddError("--count is 1 … 20."); });
        var command = new Command("alternatives", "Find other plans that are nearly as fair and as different as can be.") { path, within, count, result, folder, language, format, time };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var asked = new Asked(parsed.GetValue(path)!, parsed.GetValue(result), TimeSpan.FromSeconds(parsed.GetValue(time) ?? UsualTime), AnswerOptions.IsJson(parsed, format),
                LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation);
            return Run(asked, (double)parsed.GetValue(within) / 100, parsed.GetValue(count), parsed.GetValue(folder));
        }, CancellationToken.None));
        return command;
    }

    private static int Run(Asked asked, double within, int count, string? folder)
    {
        if (AskedPlan.For(asked, out var exit) is not { } about) return exit;
        var (best, scenario, words) = (about.Solved, about.Solved.Plan.Scenario, asked.Words);
        if (!MeasureAim.Serves(MeasureCatalogue.For(scenario.Goal)))
        {
            asked.Error.WriteLine(words.FrontierNotServed(words.MeasureName(scenario.Goal.Measure)));
            return ExitCode.Usage;
        }
        var (found, stopped) = AnswerOptions.Quiet(asked.Output, () => CountDisplay.Show(words.Searching, words, asked.Error == Console.Error && !Console.IsErrorRedirected && asked.Output == Console.Out, count,
            tell => AlternativePlans.Find(best, within, count, about.Left, tell, asked.Cancellation)));
        var maker = new AnswerMaker(best, about.View);
        var all = found.Select(a => a.Plan.Plan.Choices).Append(best.Plan.Plan.Choices).ToArray();
        var weights = Measure.Weights(scenario, scenario.Goal.Weighting);
        var view = new AlternativesView
        {
            About = maker.About, Within = within, Asked = count, Stopped = stopped,
            Plans = [.. found.Select(a => new AlternativePlanView(
                maker.Alternative(new Alternative(new SolveResult.Solved(a.Plan, best.Bound, Proof.Within, best.Engine, []), PlanDifference.Between(best.Plan, a.Plan), new(best.Value - a.Plan.Value, best.Value - a.Plan.Value), true)),
                a.Apart, a.FromBest, a.Farthest, a.Settled, new Mean().Of([.. a.Plan.Places.Select(p => p.After)], weights), a.Plan.Places.Min(p => p.After) / (double)OutcomeModel.Unit, a.Plan.Spent,
                a.Plan.Plan.Choices.Count(c => c > 0), [.. a.Plan.Plan.Choices.Select((choice, at) => new ChosenView(scenario.Projects[at].Id, choice)).Where(c => c.Choice > 0)]))],
            InAll = Enumerable.Range(0, scenario.Projects.Count).Count(p => all.All(c => c[p] > 0)), InNone = Enumerable.Range(0, scenario.Projects.Count).Count(p => all.All(c => c[p] == 0)),
        };
        AnswerOptions.Print(view, asked.Json, asked.Output, to => AlternativesText.Write(to, view, words));
        return folder is null || Write(view, folder, asked) ? stopped || view.Plans.Any(p => !p.Settled) ? ExitCode.StoppedWithPlan : ExitCode.Done : ExitCode.Usage;
    }

    private static bool Write(AlternativesView view, string folder, Asked asked)
    {
        try
        {
            Directory.CreateDirectory(folder);
            for (var i = 0; i < view.Plans.Count; i++)
            {
                var text = new StringBuilder("project,choice\n");
                foreach (var chosen in view.Plans[i].Choices) text.Append(CultureInfo.InvariantCulture, $"{chosen.Project},{chosen.Choice}\n");
                File.WriteAllText(Path.Combine(folder, FormattableString.Invariant($"alternative-{i + 1}.csv")), text.ToString());
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            asked.Error.WriteLine(asked.Words.CannotWrite(folder, asked.Words.Why(trouble)));
            return false;
        }
        asked.Error.WriteLine(asked.Words.WroteTo(folder));
        return true;
    }
}
