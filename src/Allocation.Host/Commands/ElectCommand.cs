using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Allocation.Engine.Model;
using Allocation.Host.Import.Pabulib;
using Allocation.Host.Import.Voting;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary><c>elect</c>: which projects participatory rules fund in elections, each with its own budget, to hold beside a plan (docs/import.md).</summary>
internal static class ElectCommand
{
    private const string Points = "points", Supporters = "supporters";

    private sealed record Asked(string[] Paths, string Rule, string Satisfaction, string Completion, PbOptions Options, Language Language);

    public static Command Create()
    {
        var paths = new Argument<string[]>("FILE") { Description = "Elections (.pb), or folders of them.", Arity = ArgumentArity.OneOrMore };
        var rule = Among("--rule", "How winners are found.", VotingRules.Rules, "equal-shares");
        var satisfaction = Among("--satisfaction", "What a voter has from a funded project: its cost, 1, or the points she gave it.", VotingRules.Satisfactions, "cost");
        var completion = Among("--completion", "How money that equal-shares leaves over is spent.", VotingRules.Completions, "none");
        var benefit = Among("--benefit", "What the measure counts, as for import.", [Points, Supporters], Points);
        var language = LanguageOption.Create();
        var command = new Command("elect", "Fund the projects of elections by a participatory rule.") { paths, rule, satisfaction, completion, benefit, language };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed.InvocationConfiguration, new(
            parsed.GetValue(paths)!, parsed.GetValue(rule)!, parsed.GetValue(satisfaction)!, parsed.GetValue(completion)!,
            new(parsed.GetValue(benefit) == Points ? BenefitKind.Points : BenefitKind.Supporters), LanguageOption.WordsOf(parsed, language).Language), cancellation), CancellationToken.None));
        return command;
    }

    private static Option<string> Among(string name, string description, IReadOnlyList<string> words, string otherwise)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.AcceptOnlyFromAmong([.. words]);
        return option;
    }

    private static int Run(InvocationConfiguration console, Asked asked, CancellationToken cancellation)
    {
        var imported = PbImport.Run(asked.Paths, asked.Options);
        console.Error.Write(FaultReport.Of(imported.Faults, Words.In(asked.Language)));
        if (imported.Parts is null) return ExitCode.ScenarioFaults;
        var winners = new List<IReadOnlyList<int>>();
        try
        {
            foreach (var election in imported.Elections) winners.Add(Decide(console, asked, election, cancellation));
        }
        catch (OperationCanceledException) { return ExitCode.StoppedWithoutPlan; }
        var (worth, shift) = (FaultKind.Number(decimal.Round((decimal)Council.Worth(imported, winners), 6)), FaultKind.Number(asked.Options.Shift));
        console.Error.WriteLine(new Text(
            $"میانگین هندسی فایده سرانه با جابه‌جایی {shift.Fa}: {worth.Fa}",
            $"geometric mean of benefit per resident, shift {shift.En}: {worth.En}").In(asked.Language));
        return ExitCode.Done;
    }

    private static IReadOnlyList<int> Decide(InvocationConfiguration console, Asked asked, PbElection election, CancellationToken cancellation)
    {
        var instance = VotingInstance.Of(election);
        var won = VotingRules.Run(instance, asked.Rule, asked.Satisfaction, asked.Completion, cancellation);
        foreach (var p in won) console.Output.WriteLine($"{instance.Ids[p]}\t{Amount(instance.Costs[p], instance)}\t{instance.Supporters[p].Length}\t{CityText.Clean(instance.Names[p])}");
        var (count, all, cost, budget) = (FaultKind.Number(won.Count), FaultKind.Number(instance.Ids.Count), Amount(instance.CostOf(won), instance), Amount(instance.Budget, instance));
        console.Error.WriteLine(new Text(
            $"{election.File}: {count.Fa} پروژه از {all.Fa}، هزینه {Persianised(cost)} از {Persianised(budget)} {election.Currency}",
            $"{election.File}: {count.En} of {all.En} projects, cost {cost} of {budget} {election.Currency}").In(asked.Language).TrimEnd());
        return won;
    }

    private static string Amount(BigInteger amount, VotingInstance instance) => ((decimal)amount / instance.Scale).ToString(CultureInfo.InvariantCulture);

    private static string Persianised(string amount) => FaultKind.Number(decimal.Parse(amount, CultureInfo.InvariantCulture)).Fa;
}
