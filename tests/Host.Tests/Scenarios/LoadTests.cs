using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Scenarios;

public sealed class LoadTests
{
    public const string Inline = """
        {
          // One place, one park.
          "format": 1, "id": "one-place", "name": { "en": "One place" }, "city": { "fa": "قم" }, "fiscalYear": "1401",
          "money": { "unit": { "fa": "میلیون ریال", "en": "million rial" }, "rials": 1000000 },
          "outcome": { "kind": "attainment" }, "measure": { "name": "atkinson", "parameter": 1, "weights": "residents", "shift": 0.01 },
          "districts": [ { "id": "6", "name": { "fa": "منطقه ۶", "en": "District 6" }, "synthetic": false } ],
          "sectors": [ { "id": "civil", "name_en": "Civil works" } ],
          "services": [ { "id": "green", "unit": { "en": "m²" }, "standard": 7, "weight": "۱" } ],
          "neighbourhoods": [ { "id": "شادقلی‌خان", "district": "۶", "residents": "۱۲٬۵۰۰", "deprivation": "۰٫۸" } ],
          "projects": [ { "id": "park", "sector": "civil", "cost": "900" }, { "id": "hall", "sector": "civil", "kind": "divisible", "cost": 1000, "steps": 4, "least": "50٪" } ],
          "outputs": [ { "project": "park", "service": "green", "amount": 500 }, { "project": "hall", "service": "green", "amount": 10.5 } ],
          "reach": [ { "project": "park", "place": "شادقلي خان", "share": 1 }, { "project": "hall", "place": "*", "share": 1 } ],
          "funds": [ { "id": "levies", "amount": 2000, "kind": "cash", "districts": "6" } ],
          "rules": [ { "id": "hold", "type": "lock", "name": { "en": "Hold" }, "reason": { "en": "Begun" }, "owner": { "fa": "شورا", "en": "Council" }, "project": "hall", "share": 0.75 }, ],
        }
        """;

    [Fact]
    public void A_scenario_may_stand_wholly_in_its_json()
    {
        using var folder = new ScratchFolder().With("scenario.json", Inline.Replace("شادقلي خان", "شادقلي‌خان", StringComparison.Ordinal));
        var loaded = folder.Load();
        Assert.Empty(loaded.Faults.Select(f => $"{f.Line}:{f.Column} {f.Fault.Code} {f.Fault.Message.En}"));
        var scenario = loaded.Scenario!;
        Assert.Equal("شادقلیخان", scenario.Neighbourhoods[0].Id);
        Assert.Equal(12500, scenario.Neighbourhoods[0].Residents);
        Assert.Equal(0.8m, scenario.Neighbourhoods[0].Deprivation);
        Assert.Equal(2, scenario.Projects[1].LeastSteps);
        Assert.Equal(3, Assert.IsType<LockRule>(scenario.Rules[0]).Least);
        Assert.Equal(["6"], scenario.Funds[0].Eligibility.Districts);
    }

    [Fact]
    public void A_fault_names_file_line_column_value_and_the_nearest_id()
    {
        using var folder = new ScratchFolder().With("scenario.json", Inline);
        var fault = Assert.Single(folder.Load().Faults);
        Assert.Equal(("BA1303", "scenario.json", 12, 44), (fault.Fault.Code, fault.File, fault.Line, fault.Column));
        Assert.Equal("Perhaps \"شادقلیخان\" is meant. Correct the id, or add its row.", fault.Fault.Cure.En);
    }

    [Fact]
    public void The_hash_names_the_bytes_that_were_read_whatever_path_led_to_them()
    {
        using var folder = new ScratchFolder().With("scenario.json", Inline).With("notes.txt", "not read");
        var first = folder.Load();
        Assert.Equal(first.Hash, ScenarioFolder.Load(Path.Combine(folder.Path, "scenario.json")).Hash);
        folder.With("notes.txt", "changed");
        Assert.Equal(first.Hash, folder.Load().Hash);
        folder.With("scenario.json", Inline + " ");
        Assert.NotEqual(first.Hash, folder.Load().Hash);
    }

    [Fact]
    public void Every_fault_comes_in_one_pass_and_none_is_the_echo_of_another()
    {
        using var folder = new ScratchFolder()
            .With("scenario.json", """
                {
                  "format": 1, "id": "many", "name": { "en": "Many" }, "city": { "en": "Qom" }, "fiscalYear": "1401", "money": { "unit": { "en": "rial" }, "rials": 1 },
                  "measure": { "name": "atkinson", "shift": 0.1 }, "sectors": [ { "id": "civil" } ],
                  "rules": [
                    { "id": "cap", "type": "money", "name": { "en": "Cap" }, "reason": { "en": "Law" }, "scope": { "districts": ["7"] }, "ceiling": "5,5" },
                    { "id": "keep", "type": "lock", "name": { "en": "Keep" }, "reason": { "en": "Begun" }, "project": "lost", "must": true },
                    { "id": "odd", "type": "??" },
                    { "id": "cap", "type": "count", "name": { "en": "Few" }, "reason": { "en": "Law" }, "scope": {}, "atLeast": 3, "atMost": 2 }
                  ]
                }
                """)
            .With("districts.csv", "id\n1\n")
            .With("services.csv", "id,standard,weight\ngreen,7,1\n")
            .With("neighbourhoods.csv", "id,district,residents,deprivation\na,1,100,0.5\nb,1,100\nc,2,0,0.5\n")
            .With("projects.csv", "id,sector,cost\npark,civli,900\nhall,civil,12x\n\npool,civil,-3\n")
            .With("reach.csv", "project,place,share\npark,b,1\nhall,a,0.5\nhall,c,0.4\npool,a,1\n")
            .With("funds.csv", "id,amount,kind\n\"le\nvies\",1000,cash\naid,1000,gold\n");
        Assert.Equal(
            [
                "funds.csv:4:10 BA1109", "neighbourhoods.csv:3:1 BA1107", "neighbourhoods.csv:4:3 BA1303", "neighbourhoods.csv:4:5 BA1204", "projects.csv:2:6 BA1303",
                "projects.csv:3:1 BA1401", "projects.csv:3:12 BA1201", "projects.csv:5:12 BA1204", "scenario.json:5:114 BA1303", "scenario.json:5:133 BA1202",
                "scenario.json:6:5 BA1606", "scenario.json:6:103 BA1303", "scenario.json:7:28 BA1109", "scenario.json:8:13 BA1302", "scenario.json:8:113 BA1601",
            ],
            folder.Load().Faults.Select(f => $"{f.File}:{f.Line}:{f.Column} {f.Fault.Code}"));
    }
}
