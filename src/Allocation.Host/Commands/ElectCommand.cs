using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Allocation.Engine.Model;
using Allocation.Host.Import.Pabulib;
using Allocation.Host.Import.Voting;

namespace Allocation.Host.Commands;

/// <summary><c>elect</c>: which projects of an election file a participatory rule funds, to hold beside a plan (docs/import.md).</summary>
internal static class ElectCommand
{
    private const int Done = 0, HasFaults = 1;
    private const string English = "en", Persian = "fa";

    public static Command Create()
    {
        var path = new Argument<string>("FILE") { Description = "An election (.pb)." };
        var rule = Among("--rule", "How winners are found.", VotingRules.Rules, "equal-shares");
        var satisfaction = Among("--satisfaction", "What a voter has from a funded project: its cost, 1, or the points she gave it.", VotingRules.Satisfactions, "cost");
        var completion = Among("--completion", "How money that equal-shares leaves over is spent.", VotingRules.Completions, "none");
        var language = Among("--lang", "Language of messages.", [Persian, English], English);
        var command = new Command("elect", "Fund the projects of an election by a participatory rule.") { path, rule, satisfaction, completion, language };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed.InvocationConfiguration, parsed.GetValue(path)!, parsed.GetValue(rule)!, parsed.GetValue(satisfaction)!, parsed.GetValue(completion)!,
            parsed.GetValue(language) == Persian ? Language.Fa : Language.En, cancellation), CancellationToken.None));
        return command;
    }

    private static Option<string> Among(string name, string description, IReadOnlyList<string> words, string otherwise)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.AcceptOnlyFromAmong([.. words]);
        return option;
    }

    private static int Run(InvocationConfiguration console, string path, string rule, string satisfaction, string completion, Language language, CancellationToken cancellation)
    {
        var reading = PbReader.ReadFile(path);
        ImportCommand.Show(console.Error, reading.Faults, language);
        if (reading.Election is not { } election) return HasFaults;
        var instance = VotingInstance.Of(election);
        var won = VotingRules.Run(instance, rule, satisfaction, completion, cancellation);
        foreach (var p in won) console.Output.WriteLine($"{instance.Ids[p]}\t{Amount(instance.Costs[p], instance)}\t{instance.Supporters[p].Length}\t{CityText.Clean(instance.Names[p])}");
        var (count, all, cost, budget) = (FaultKind.Number(won.Count), FaultKind.Number(instance.Ids.Count), Amount(instance.CostOf(won), instance), Amount(instance.Budget, instance));
        console.Error.WriteLine(new Text(
            $"{count.Fa} پروژه از {all.Fa}، هزینه {Persianised(cost)} از {Persianised(budget)} {election.Currency}",
            $"{count.En} of {all.En} projects, cost {cost} of {budget} {election.Currency}").In(language).TrimEnd());
        return Done;
    }

    private static string Amount(BigInteger amount, VotingInstance instance) => ((decimal)amount / instance.Scale).ToString(CultureInfo.InvariantCulture);

    private static string Persianised(string amount) => FaultKind.Number(decimal.Parse(amount, CultureInfo.InvariantCulture)).Fa;
}
