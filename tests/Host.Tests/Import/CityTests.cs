using Allocation.Engine.Model;
using Allocation.Host.Import.Pabulib;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Import;

public sealed class CityTests
{
    private static readonly string[] City = ["city/north-small.pb", "city/north-large.pb", "city/south.pb", "city/whole.pb"];

    private static PbImported Import(PbOptions options, params string[] names) => PbImport.Run([.. names.Select(Samples.At)], options);

    private static ScenarioParts Parts(params string[] names) => Import(new(), names).Parts!;

    private static string[] Codes(PbOptions options, params string[] names)
    {
        var imported = Import(options, names);
        Assert.Equal(imported.Parts is null, imported.Faults.Any(f => f.Fault.Severity == Severity.Error));
        return [.. imported.Faults.Where(f => f.Fault.Severity == Severity.Error).Select(f => f.Fault.Code)];
    }

    [Fact]
    public void One_file_is_one_neighbourhood_of_its_voters()
    {
        var parts = Parts("approval.pb");
        Assert.Equal("mala-wies 4", string.Join(' ', parts.Neighbourhoods.Select(n => $"{n.Id} {n.Residents}")));
        Assert.Equal(["1 water 60 3", "2 rest 50 2", "B/3 rest 40 1"], parts.Projects.Select(p => $"{p.Id} {p.Sector} {p.FullCost} {p.Levels[0].Benefit}"));
        Assert.Equal((100, "approval.pb"), (parts.Funds[0].Amount, parts.Projects[0].Provenance.Source));
        Assert.Equal(new Goal { Outcome = OutcomeKind.Benefit, Shift = 1 }, parts.Goal);
        Assert.Equal(("Village green", "2024", "PLN"), (parts.Name.En, parts.FiscalYear, parts.Money.Name.En));
    }

    [Fact]
    public void Files_of_one_city_share_one_budget_and_count_each_voter_once_in_a_place()
    {
        var parts = Parts(City);
        Assert.Equal(["north 4 port", "south-laka 2 shore", "island 1 port"], parts.Neighbourhoods.Select(n => $"{n.Id} {n.Residents} {n.District}"));
        // 50.5 + 200 + 100.75 + 300, cut to whole units: every cost is whole.
        Assert.Equal(651, Assert.Single(parts.Funds).Amount);
        Assert.Equal(["north-small/1", "north-small/2", "north-large/7", "south-laka/1", "port/1", "port/2", "port/3"], parts.Projects.Select(p => p.Id));
    }

    [Fact]
    public void A_project_of_the_whole_city_reaches_places_by_their_votes()
    {
        var projects = Parts(City).Projects.ToDictionary(p => p.Id);
        Assert.Equal(["north 1"], Reach(projects["north-small/1"]));
        Assert.Equal(["north 0.666667", "south-laka 0.333333"], Reach(projects["port/1"]));
        // n2; s1 and, known from the file of her quarter, s2; i1; x9 of whom nobody knows.
        Assert.Equal(["north 0.2", "south-laka 0.4", "island 0.2", "* 0.2"], Reach(projects["port/2"]));
        Assert.Equal(["* 1"], Reach(projects["port/3"]));
    }

    private static IEnumerable<string> Reach(Project project) => project.Reach.Select(r => FormattableString.Invariant($"{r.Place} {r.Share}"));

    [Fact]
    public void Voters_who_state_places_split_one_file() =>
        Assert.Equal(["north 2", "south-laka 1", "island 1"], Parts("city/whole.pb").Neighbourhoods.Select(n => $"{n.Id} {n.Residents}"));

    [Fact]
    public void Costs_with_decimals_make_the_unit_finer()
    {
        var parts = Parts("quirks.pb");
        Assert.Equal([6000, 5025], parts.Projects.Select(p => p.FullCost));
        Assert.Equal((10075, "0.01 money units", "۰٫۰۱ واحد پول"), (parts.Funds[0].Amount, parts.Money.Name.En, parts.Money.Name.Fa));
    }

    [Fact]
    public void Caps_and_thresholds_become_rules()
    {
        Assert.Equal(
            ["Cap: water: 1 <= 80", "Cap: rest: 2,3 <= 60", "Cap: East: 1,2 <= 70", "Cap: West: 3 <= 90", "Threshold: 3: 3 is out"],
            Parts("caps.pb").Rules.Select(r => r.Name.En + ": " + r switch
            {
                MoneyRule money => $"{string.Join(',', money.Scope.Projects)} <= {money.Ceiling}",
                LockRule { Most: 0 } locked => $"{locked.Project} is out",
                _ => "?",
            }));
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_refused()
    {
        Assert.Equal(["BA3040", "BA3040", "BA3040"], Codes(new(), "city/whole.pb", "approval.pb"));
        Assert.Equal(["BA3041"], Codes(new(), "ordinal.pb", "cumulative.pb")[..1]);
        Assert.Equal(["BA3042"], Codes(new(BenefitKind.Supporters), "ordinal.pb", "cumulative.pb"));
        Assert.Empty(Codes(new(), City));
    }

    [Fact]
    public void What_no_scenario_can_hold_is_refused()
    {
        using var folder = new ScratchFolder();
        string At(string name, string budget, string rest) => Path.Combine(folder.With(name, $"META\nkey;value\nbudget;{budget}\nvote_type;scoring\n{rest}").Path, name);
        const string Head = "PROJECTS\nproject_id;cost\n", Votes = "VOTES\nvoter_id;vote;points\n";
        Assert.Equal("BA3043", Refusal(At("a.pb", "9", $"{Head}1;5\n{Votes}v;1;-2\n")));
        Assert.Equal("BA3044", Refusal(At("b.pb", "9", $"{Head}1;5.0000001\n{Votes}v;1;2\n")));
        Assert.Equal("BA3044", Refusal(At("c.pb", "999999999999999", $"{Head}1;5.001\n{Votes}v;1;2\n")));
        Assert.Equal("BA3045", Refusal(At("d.pb", "9", $"{Head}1;5\n{Votes}")));
        Assert.Equal("BA3047", Refusal(At("e.pb", "9", $"{Head}1;999999999\n{Votes}v;1;2\n")));

        static string Refusal(string path) => Assert.Single(PbImport.Run([path], new()).Faults, f => f.Fault.Severity == Severity.Error).Fault.Code;
    }

    [Fact]
    public void Every_code_is_shown_by_a_test()
    {
        string[] files = ["BadPbTests.cs", "CityTests.cs"];
        var text = string.Concat(files.Select(f => File.ReadAllText(Approved.At("tests/Host.Tests/Import/" + f))));
        // BA3002 needs a file that nobody may read, which the owner of the machine always may.
        Assert.Equal(["BA3002"], PbFaults.All.Select(k => k.Code).Where(c => !text.Contains($"\"{c}\"", StringComparison.Ordinal) || c == "BA3002"));
    }
}
