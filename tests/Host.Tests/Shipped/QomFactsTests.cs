using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Shipped;

/// <summary>What is published about Qom in 1401, written here once more and held against the files: the generator's own list is not asked.</summary>
public sealed class QomFactsTests
{
    private static readonly Lazy<Scenario> s_qom = new(() => ScenarioFolder.Load(Approved.At("scenarios/qom-1401")).Scenario!);
    private static Scenario Qom => s_qom.Value;

    [Fact]
    public void Residents_add_up_to_the_census_of_every_district()
    {
        var residents = Qom.Neighbourhoods.GroupBy(n => n.District).ToDictionary(d => d.Key, d => d.Sum(n => n.Residents), StringComparer.Ordinal);
        Assert.Equal([192_060, 189_708, 171_363, 192_755, 78_401, 213_356], "123456".Select(d => residents[d.ToString()]));
        Assert.Equal(163_515, residents["7"] + residents["8"]);
        Assert.Equal(1_201_158, Qom.Residents);
        Assert.Equal(120, Qom.Neighbourhoods.Count);
        Assert.Equal(8, Qom.Parts.Districts.Count);
    }

    [Theory]
    [InlineData("green", 7, 4.29)]
    [InlineData("parks", 5, 2.29)]
    [InlineData("sport", 1, 0.50)]
    [InlineData("library", 0.06, 0.0135)]
    public void What_neighbourhoods_hold_adds_up_to_the_citys_total(string service, double standard, double perResident)
    {
        var stocks = Qom.Parts.Stocks.Where(s => s.Service == service).ToArray();
        Assert.Equal(120, stocks.Length);
        Assert.Equal(decimal.Round((decimal)perResident * 1_201_158, 0, MidpointRounding.AwayFromZero), stocks.Sum(s => s.Amount));
        Assert.Equal((decimal)standard, Qom.Services.Single(s => s.Id == service).Standard);
    }

    [Fact]
    public void No_neighbourhood_has_more_park_than_green_space()
    {
        var green = Qom.Parts.Stocks.Where(s => s.Service == "green").ToDictionary(s => s.Neighbourhood, s => s.Amount, StringComparer.Ordinal);
        Assert.All(Qom.Parts.Stocks.Where(s => s.Service == "parks"), s => Assert.True(s.Amount <= green[s.Neighbourhood], s.Neighbourhood));
    }

    [Fact]
    public void The_public_funds_are_the_stated_part_of_the_approved_budget_and_gifts_stand_beside_it()
    {
        var gifts = Qom.Funds.Where(f => f.Id.StartsWith("mosque-", StringComparison.Ordinal) || f.Id.StartsWith("volunteers-", StringComparison.Ordinal)).ToArray();
        var budget = Qom.Funds.Except(gifts).ToArray();
        Assert.Equal(42_530L * 1_700 / 6_000 * 1_000, budget.Sum(f => f.Amount));
        Assert.Equal(1_000_000, Qom.Parts.Money.Rials);
        Assert.InRange((double)budget.Where(f => f.Kind == FundKind.Cash).Sum(f => f.Amount) / budget.Sum(f => f.Amount), 0.31, 0.42);
        Assert.NotEmpty(gifts);
        Assert.All(gifts, f => Assert.True(f.Kind == FundKind.InKind && f.Provenance.Synthetic && f.Eligibility.Projects.Count + f.Eligibility.Neighbourhoods.Count == 1, f.Id));
        Assert.Contains(Qom.Funds, f => f.Match is { Pays: 1, ForEvery: 2 } && f.Kind == FundKind.Cash);
    }

    [Fact]
    public void Seventeen_projects_are_half_finished_and_the_candidates_cost_about_three_times_the_budget()
    {
        Assert.Equal(17, Qom.Projects.Count(p => p.CarryOver));
        Assert.InRange(Qom.Projects.Count, 380, 430);
        Assert.InRange((double)Qom.Funds.Sum(f => f.Amount) / Qom.Projects.Sum(p => p.FullCost), 0.30, 0.40);
    }

    [Fact]
    public void Districts_6_and_2_are_the_most_deprived_and_4_and_1_the_least()
    {
        var order = Qom.Neighbourhoods.GroupBy(n => n.District).OrderByDescending(d => d.Sum(n => n.Deprivation * n.Residents) / d.Sum(n => n.Residents)).Select(d => d.Key).ToArray();
        Assert.Equal(["6", "2"], order[..2]);
        Assert.Equal(["1", "4"], order[^2..]);
    }

    [Fact]
    public void Every_kind_of_project_fund_and_rule_is_there()
    {
        Assert.All(Enum.GetValues<ProjectKind>(), kind => Assert.Contains(Qom.Projects, p => p.Kind == kind));
        Assert.All(Enum.GetValues<ReachKind>(), kind => Assert.Contains(Qom.Projects, p => p.Reach.Any(r => r.Kind == kind)));
        Assert.Equal(7, Qom.Rules.Select(r => r.GetType()).Append(typeof(Rule)).Distinct().Count());
        var near = Qom.Projects.Where(p => p.Reach[0].Kind == ReachKind.Neighbourhood).ToArray();
        Assert.InRange(near.Count(p => p.Reach.Count > 1) / (double)near.Length, 0.25, 0.35);
        Assert.All(Qom.Neighbourhoods, n => Assert.InRange(near.Count(p => p.Reach[0].Place == n.Id), 2, 5));
    }

    [Fact]
    public void Every_figure_says_where_it_comes_from()
    {
        Provenance[] all =
        [
            .. Qom.Parts.Districts.Select(d => d.Provenance), .. Qom.Services.Select(s => s.Provenance), .. Qom.Neighbourhoods.Select(n => n.Provenance), .. Qom.Parts.Stocks.Select(s => s.Provenance),
            .. Qom.Parts.Needs.Select(n => n.Provenance), .. Qom.Projects.Select(p => p.Provenance), .. Qom.Funds.Select(f => f.Provenance),
        ];
        Assert.All(all, p => Assert.NotEmpty(p.Source));
        // The census and the standards are the only rows that claim to be published.
        Assert.Equal(Qom.Parts.Districts.Count + 4, all.Count(p => !p.Synthetic));
        Assert.All(Qom.Parts.Needs, n => Assert.True(n.Provenance.Date.Length > 0 && n.SetBy is "vote" or "visit"));
    }
}
