using System.Numerics;
using System.Text.Json;
using Allocation.Host.Import.Pabulib;
using Allocation.Host.Import.Voting;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Host.Tests.Import;

public sealed class VotingTests
{
    private static string Won(string file, string rule, string satisfaction = "cost", string completion = "none") => Won(VotingInstance.Of(Samples.Read(file)), rule, satisfaction, completion);

    private static string Won(VotingInstance instance, string rule, string satisfaction, string completion) =>
        string.Join(' ', VotingRules.Run(instance, rule, satisfaction, completion).Select(p => instance.Ids[p]));

    // approval.pb: 4 voters, budget 100; "1" costs 60 and has three supporters, "2" 50 and two, "B/3" 40 and one.
    [Fact]
    public void Greedy_takes_the_most_supported_and_passes_over_what_does_not_fit() => Assert.Equal("1 B/3", Won("approval.pb", "greedy"));

    [Fact]
    public void Equal_shares_buy_what_supporters_can_pay_for()
    {
        // Each has 25: three pay 20 for "1"; then 5 + 25 do not pay for "2".
        Assert.Equal("1", Won("approval.pb", "equal-shares"));
        Assert.Equal("1 B/3", Won("approval.pb", "equal-shares", "cost", "utilitarian"));
        // With 35 each, "2" would be bought too, for 110 together: the outcome before counts.
        Assert.Equal("1", Won("approval.pb", "equal-shares", "cost", "add-one"));
        Assert.Equal("1 B/3", Won("approval.pb", "equal-shares", "cost", "add-one-utilitarian"));
    }

    // "1" at moment 20; "2" at (20 + 0 + 50) / 2 = 35, and it no longer fits.
    [Fact]
    public void Phragmen_ends_with_the_first_that_does_not_fit() => Assert.Equal("1", Won("approval.pb", "phragmen"));

    // Shares of 50; points 4 and 2.5 for the Well: 60/6.5 per point asks 36.9 and 23.1; the other two would cost their one voter 50 and 40, of which 13.1 is left.
    [Fact]
    public void Points_divide_what_supporters_pay() => Assert.Equal("1", Won("cumulative.pb", "equal-shares", "points"));

    [Fact]
    public void A_tie_goes_to_the_id_that_comes_first_letter_by_letter()
    {
        var instance = Instance([30, 30], [[0, 1], [0, 1]], 2, 40, "9", "10");
        foreach (var rule in VotingRules.Rules) Assert.Equal("10", Won(instance, rule, "cost", "none"));
    }

    [Fact]
    public void A_third_of_the_voters_decides_on_a_third_of_the_money()
    {
        // Six voters want a, b and c, three want z; the greedy order of supporters leaves the three with nothing.
        var instance = Instance([30, 30, 30, 30], [[0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [6, 7, 8]], 9, 90, "a", "b", "c", "z");
        Assert.Equal("a b c", Won(instance, "greedy", "cost", "none"));
        foreach (var rule in (string[])["equal-shares", "phragmen"]) Assert.Equal("a b z", Won(instance, rule, "cardinality", "none"));
    }

    [Fact]
    public void Winners_of_all_files_are_worth_something_to_the_city_as_a_whole()
    {
        var imported = PbImport.Run([Samples.At("city")], new());
        // north-large: 7 (2 points of 4 voters); north-small: 1 (2 points); south: 1 (2 points of 2); whole: 2 (1 point north, 2 south, 1 island, 1 of nobody known).
        int[][] winners = [.. imported.Elections.Select(e => Greedy.Run(VotingInstance.Of(e), Satisfaction.Cost).ToArray())];
        Assert.Equal(["7", "1", "1", "2 3"], imported.Elections.Select((e, f) => string.Join(' ', winners[f].Select(p => e.Projects[p].Id))));
        // The one point of nobody known goes to the seven voters alike: 1/7 each.
        var shifted = Math.Exp((4 * Math.Log(1 + (4 + 1) / 4.0 + 1 / 7.0) + 2 * Math.Log(1 + (2 + 2) / 2.0 + 1 / 7.0) + Math.Log(1 + 1 + 1 / 7.0)) / 7);
        Assert.Equal(shifted - 1, Council.Worth(imported, winners), 5);
    }

    private static VotingInstance Instance(long[] costs, int[][] supporters, int voters, long budget, params string[] ids) => new()
    {
        Ids = ids, Names = ids, Costs = [.. costs.Select(c => (BigInteger)c)], Supporters = supporters, Points = [.. supporters.Select(s => s.Select(_ => BigInteger.One).ToArray())],
        Voters = voters, Budget = budget, Scale = 1,
    };

    private static readonly Gen<VotingInstance> s_instances =
        from voters in Gen.Int[1, 7]
        from costs in Gen.Long[1, 20].Array[1, 6]
        from likes in Gen.Bool.Array[voters * costs.Length]
        from budget in Gen.Long[1, 50]
        select Instance(costs, [.. costs.Select((_, p) => Enumerable.Range(0, voters).Where(v => likes[p * voters + v]).ToArray())], voters, budget, [.. costs.Select((_, p) => $"p{p}")]);

    [Fact]
    public void Every_outcome_fits_the_budget_and_completed_ones_are_full() => Each((instance, rule, satisfaction, completion) =>
    {
        var won = VotingRules.Run(instance, rule, satisfaction, completion);
        Assert.True(instance.CostOf(won) <= instance.Budget);
        Assert.Equal(won.Count, won.Distinct().Count());
        if (rule == "greedy" || (rule == "equal-shares" && completion.EndsWith("utilitarian", StringComparison.Ordinal)))
            Assert.DoesNotContain(instance.Order, p => !won.Contains(p) && instance.Costs[p] + instance.CostOf(won) <= instance.Budget);
    });

    [Fact]
    public void Two_voters_in_the_place_of_each_change_nothing() => Each((instance, rule, satisfaction, completion) =>
    {
        // One unit more for each voter is twice the money then: only without it does the law hold.
        if (completion.StartsWith("add-one", StringComparison.Ordinal)) return;
        var twice = instance with
        {
            Voters = instance.Voters * 2, Supporters = [.. instance.Supporters.Select(s => s.SelectMany(v => new[] { v * 2, v * 2 + 1 }).ToArray())],
            Points = [.. instance.Points.Select(p => p.SelectMany(w => new[] { w, w }).ToArray())],
            Budget = instance.Budget, Costs = instance.Costs,
        };
        Assert.Equal(Won(instance, rule, satisfaction, completion), Won(twice, rule, satisfaction, completion));
    });

    [Fact]
    public void Another_order_of_projects_changes_no_winner() => Each((instance, rule, satisfaction, completion) =>
    {
        var turned = instance with
        {
            Ids = [.. instance.Ids.Reverse()], Names = [.. instance.Names.Reverse()], Costs = [.. instance.Costs.Reverse()], Supporters = [.. instance.Supporters.Reverse()], Points = [.. instance.Points.Reverse()],
        };
        Assert.Equal(Won(instance, rule, satisfaction, completion), Won(turned, rule, satisfaction, completion));
    });

    private static void Each(Action<VotingInstance, string, string, string> law) => s_instances.Holds(instance =>
    {
        foreach (var rule in VotingRules.Rules)
            foreach (var satisfaction in VotingRules.Satisfactions)
                foreach (var completion in rule == "equal-shares" ? VotingRules.Completions : ["none"]) law(instance, rule, satisfaction, completion);
    }, draws: 300);

    /// <summary>
    /// What another program (pabutools) funds on real files, where folders of files and of its answers are named. Its rankings give k − 1 … 0 points, ours k … 1 as cities count.
    /// </summary>
    [Fact]
    public void Winners_are_those_of_given_answers()
    {
        if (Environment.GetEnvironmentVariable("PABULIB_DIR") is not { Length: > 0 } files || Environment.GetEnvironmentVariable("PABULIB_ANSWERS") is not { Length: > 0 } answers) return;
        var compared = 0;
        foreach (var path in Directory.GetFiles(answers, "*.json").Order(StringComparer.Ordinal))
        {
            using var answer = JsonDocument.Parse(File.ReadAllText(path));
            var election = PbReader.ReadFile(Path.Combine(files, answer.RootElement.GetProperty("file").GetString()!)).Election!;
            if (election.VoteType == VoteType.Ordinal) election = election with { Ballots = [.. election.Ballots.Select(b => b with { Points = [.. b.Projects.Select((_, i) => (decimal)(b.Projects.Length - 1 - i))] })] };
            var approvals = election.VoteType is VoteType.Approval or VoteType.ChooseOne;
            foreach (var (name, rule, satisfaction, completion) in Answered(approvals ? "cardinality" : "points"))
            {
                if (!answer.RootElement.GetProperty("rules").TryGetProperty(name, out var given)) continue;
                // Cost satisfaction counts everybody who ranked a project, the last too.
                var counted = satisfaction == "cost" && election.VoteType == VoteType.Ordinal ? election with { Ballots = [.. election.Ballots.Select(b => b with { Points = [.. b.Points.Select(p => p + 1)] })] } : election;
                var won = Won(VotingInstance.Of(counted), rule, satisfaction, completion).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
                Assert.Equal(given.GetProperty("funded").EnumerateArray().Select(e => e.GetString()!).Order(StringComparer.Ordinal), won);
                compared++;
            }
        }
        Assert.NotEqual(0, compared);
    }

    private static IEnumerable<(string, string, string, string)> Answered(string counted) =>
    [
        ("greedy_cost", "greedy", "cost", "none"), ("greedy_card", "greedy", counted, "none"), ("mes_cost", "equal-shares", "cost", "none"), ("mes_card", "equal-shares", counted, "none"),
        ("mes_cost_u", "equal-shares", "cost", "utilitarian"), ("mes_cost_add1", "equal-shares", "cost", "add-one"), ("mes_cost_add1u", "equal-shares", "cost", "add-one-utilitarian"),
        ("phragmen", "phragmen", "cost", "none"),
    ];
}
