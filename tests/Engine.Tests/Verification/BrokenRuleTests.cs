using Allocation.Engine.Model;
using Allocation.Engine.Verification;
using Xunit;

namespace Allocation.Engine.Tests.Verification;

/// <summary>Every rule at the limit that the plan just keeps, and one step beyond it.</summary>
public sealed class BrokenRuleTests
{
    private static readonly Text Words = Text.Same("words");
    private static readonly Scope A = new() { Neighbourhoods = ["a"] }, Poor = new() { MinDeprivation = 0.5m }, Green = new() { Sectors = ["green"] };

    // The plan spends 28: 13 in a (10 + half of 6), 15 in b, 12 of it on green, 2 in kind.
    private static readonly (string Name, string Code, Rule Kept, Rule Broken)[] Cases =
    [
        ("floor", LieCodes.Floor, Money(A, floor: 13), Money(A, floor: 14)),
        ("ceiling", LieCodes.Ceiling, Money(A, ceiling: 13), Money(A, ceiling: 12)),
        ("floor by deprivation", LieCodes.Floor, Money(Poor, floor: 13), Money(Poor, floor: 14)),
        ("ceiling by district", LieCodes.Ceiling, Money(new() { Districts = ["d2"] }, ceiling: 15), Money(new() { Districts = ["d2"] }, ceiling: 14)),
        ("ceiling by fund", LieCodes.Ceiling, Money(new() { Funds = ["grant"] }, ceiling: 4), Money(new() { Funds = ["grant"] }, ceiling: 3)),
        ("ceiling by kind of fund", LieCodes.Ceiling, Money(new() { FundKind = FundKind.InKind }, ceiling: 2), Money(new() { FundKind = FundKind.InKind }, ceiling: 1)),
        ("floor by project", LieCodes.Floor, Money(new() { Projects = ["road"] }, floor: 6), Money(new() { Projects = ["road"] }, floor: 7)),
        ("floor by service", LieCodes.Floor, Money(new() { Services = ["space"] }, floor: 28), Money(new() { Services = ["space"] }, floor: 29)),
        ("floor for carry-overs", LieCodes.Floor, Money(new() { CarryOverOnly = true }, floor: 0), Money(new() { CarryOverOnly = true }, floor: 1)),
        ("per head by neighbourhood", LieCodes.PerHead, PerHead(PlaceLevel.Neighbourhood, 0.13m), PerHead(PlaceLevel.Neighbourhood, 0.1301m)),
        ("per head by district", LieCodes.PerHead, PerHead(PlaceLevel.District, 0.13m), PerHead(PlaceLevel.District, 0.131m)),
        ("least share", LieCodes.ShareLeast, Share(Green, least: 0.428571m), Share(Green, least: 0.428572m)),
        ("most share", LieCodes.ShareMost, Share(Green, most: 0.428572m), Share(Green, most: 0.428571m)),
        ("must", LieCodes.Lock, Lock("road", least: 3), Lock("road", least: 4)),
        ("must be in", LieCodes.Lock, Lock("hall", least: 1), Lock("garden", least: 1)),
        ("must not", LieCodes.Lock, Lock("garden", most: 0), Lock("hall", most: 0)),
        ("not so much", LieCodes.Lock, Lock("park", most: 2), Lock("park", most: 1)),
        ("prerequisite", LieCodes.Prerequisite, Needs("hall", "park", "road"), Needs("hall", "park", "garden")),
        ("prerequisite of what is out", LieCodes.Prerequisite, Needs("garden", "hall"), Needs("hall", "garden")),
        ("count at least", LieCodes.CountLeast, Count(Scope.Everything, least: 3), Count(Scope.Everything, least: 4)),
        ("count at most", LieCodes.CountMost, Count(Scope.Everything, most: 3), Count(Scope.Everything, most: 2)),
        ("count by site", LieCodes.CountMost, Count(A, most: 2), Count(A, most: 1)),
        // A resident of a has 0.13 of the standard, one of b 0.3; Gini, Hoover and concentration are all 17/84.
        ("nobody below", LieCodes.OutcomeFloor, Level(0.13m), Level(0.130001m)),
        ("a level for one place", LieCodes.OutcomeFloor, Level(null, ("b", 0.3m)), Level(null, ("b", 0.300001m))),
        ("Gini at most", LieCodes.InequalityMost, Index(InequalityIndex.Gini, most: 0.202381m), Index(InequalityIndex.Gini, most: 0.20238m)),
        ("Hoover at most", LieCodes.InequalityMost, Index(InequalityIndex.Hoover, most: 0.202381m), Index(InequalityIndex.Hoover, most: 0.20238m)),
        ("concentration at most", LieCodes.InequalityMost, Index(InequalityIndex.Concentration, most: 0.202381m), Index(InequalityIndex.Concentration, most: 0.20238m)),
        ("concentration at least", LieCodes.InequalityLeast, Index(InequalityIndex.Concentration, least: 0.20238m), Index(InequalityIndex.Concentration, least: 0.202381m)),
        ("range at most", LieCodes.InequalityMost, Index(InequalityIndex.Range, most: 0.17m), Index(InequalityIndex.Range, most: 0.169999m)),
        ("ratio of fifths at least", LieCodes.InequalityLeast, Index(InequalityIndex.FifthsRatio, least: 0.433333m), Index(InequalityIndex.FifthsRatio, least: 0.433334m)),
        ("ratio of fifths at most", LieCodes.InequalityMost, Index(InequalityIndex.FifthsRatio, most: 0.433334m), Index(InequalityIndex.FifthsRatio, most: 0.433333m)),
        // The grant pays 4 for the park, the city 10, 6 and 6: 15 % of the hall and of the park come to 1.5 and 1.8.
        ("the dearest runs over", LieCodes.Protect, Protect(Scope.Everything, 30, 1, 0.15m), Protect(Scope.Everything, 29, 1, 0.15m)),
        ("two run over", LieCodes.Protect, Protect(Scope.Everything, 36, 2, 0.363636m), Protect(Scope.Everything, 36, 2, 0.363637m)),
        ("a reserve in cash", LieCodes.Protect, Protect(new() { FundKind = FundKind.Cash }, 28, 1, 0.2m), Protect(new() { FundKind = FundKind.Cash }, 28, 1, 0.200001m)),
        ("a reserve by reach", LieCodes.Protect, Protect(A, 14, 1, 0.1m), Protect(A, 14, 1, 0.100001m)),
        ("one that runs over by itself", LieCodes.Protect, Protect(Scope.Everything, 31, 3, null, ("road", 0.5m)), Protect(Scope.Everything, 31, 3, null, ("road", 0.500001m))),
        ("either or", LieCodes.CountMost, Count(new() { Projects = ["hall", "garden"] }, most: 1), Count(new() { Projects = ["hall", "road"] }, most: 1)),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_that_is_kept_to_the_last_rial_holds_and_one_step_more_is_refused(string name)
    {
        var (_, code, kept, broken) = Cases.Single(c => c.Name == name);
        Assert.True(Verifier.Check(PlantedCity.With(kept), PlantedCity.Plan).Holds);
        var lies = Verifier.Check(PlantedCity.With(broken), PlantedCity.Plan).Lies;
        var lie = Assert.Single(lies);
        Assert.Equal(code, lie.Code);
        Assert.StartsWith("r", lie.About, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_broken_rule_is_named_in_one_pass()
    {
        var broken = Cases.Select((c, i) => c.Broken with { Id = $"r{i}" }).Where(r => r is not LockRule).ToArray();
        var lies = Verifier.Check(PlantedCity.With(broken), PlantedCity.Plan).Lies;
        Assert.Equal(broken.Select(r => r.Id), lies.Select(l => l.About.Split(' ')[0]));
    }

    [Fact]
    public void Every_code_is_planted_somewhere()
    {
        var known = typeof(LieCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!);
        string[] claims = [LieCodes.Outcome, LieCodes.Measure, LieCodes.Value, LieCodes.Bound, LieCodes.Level];
        Assert.Equal(known.Order(), PlantedLieTests.Lies.Select(row => row.Data.Item1).Concat(Cases.Select(c => c.Code)).Concat(claims).Distinct().Order());
    }

    private static MoneyRule Money(Scope scope, long? floor = null, long? ceiling = null) => new() { Id = "r", Name = Words, Reason = Words, Scope = scope, Floor = floor, Ceiling = ceiling };
    private static PerHeadRule PerHead(PlaceLevel per, decimal amount) => new() { Id = "r", Name = Words, Reason = Words, Scope = Scope.Everything, Per = per, PerResident = amount };
    private static ShareRule Share(Scope part, decimal? least = null, decimal? most = null) => new() { Id = "r", Name = Words, Reason = Words, Part = part, Whole = Scope.Everything, AtLeast = least, AtMost = most };
    private static LockRule Lock(string project, int least = 0, int most = int.MaxValue) => new() { Id = "r", Name = Words, Reason = Words, Owner = Text.Same("council"), Project = project, Least = least, Most = most };
    private static PrerequisiteRule Needs(string project, params string[] needed) => new() { Id = "r", Name = Words, Reason = Words, Project = project, Requires = needed };
    private static OutcomeFloorRule Level(decimal? all, params (string Place, decimal Level)[] own) =>
        new() { Id = "r", Name = Words, Reason = Words, Places = Scope.Everything, AtLeast = all, Levels = [.. own.Select(l => KeyValuePair.Create(l.Place, l.Level))] };
    private static InequalityRule Index(InequalityIndex index, decimal? least = null, decimal? most = null) => new() { Id = "r", Name = Words, Reason = Words, Index = index, AtLeast = least, AtMost = most };
    private static ProtectRule Protect(Scope scope, long ceiling, int atOnce, decimal? overrun, params (string Project, decimal Share)[] own) =>
        new() { Id = "r", Name = Words, Reason = Words, Scope = scope, Ceiling = ceiling, AtOnce = atOnce, Overrun = overrun, Overruns = [.. own.Select(o => KeyValuePair.Create(o.Project, o.Share))] };
    private static CountRule Count(Scope scope, int? least = null, int? most = null) => new() { Id = "r", Name = Words, Reason = Words, Scope = scope, AtLeast = least, AtMost = most };
}
