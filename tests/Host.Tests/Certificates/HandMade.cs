using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;

namespace Allocation.Host.Tests.Certificates;

/// <summary>Certificates made by hand for tiny scenarios: random prices, random splits, random forks. None is clever; all prove something.</summary>
internal static class HandMade
{
    public const int Grain = 30;

    public static JsonObject Certificate(Scenario scenario, string hash, Plan plan, double value, JsonObject proof) => new()
    {
        ["certificate"] = 1, ["scenario"] = scenario.Id, ["hash"] = hash,
        ["measure"] = new JsonObject
        {
            ["outcome"] = scenario.Goal.Outcome.ToString().ToLowerInvariant(), ["name"] = scenario.Goal.Measure, ["parameter"] = Text(scenario.Goal.Parameter), ["shift"] = Text(scenario.Goal.Shift),
            ["weights"] = scenario.Goal.Weighting == Weighting.Residents ? "residents" : "places",
        },
        ["value"] = Text((decimal)value), ["bound"] = "0",
        ["plan"] = new JsonObject
        {
            ["choices"] = new JsonObject(plan.Choices.Select((k, p) => (k, p)).Where(x => x.k > 0).Select(x => KeyValuePair.Create(scenario.Projects[x.p].Id, (JsonNode?)x.k))),
            ["payments"] = new JsonArray([.. plan.Payments.Select(p => new JsonArray(scenario.Projects[p.Project].Id, scenario.Funds[p.Fund].Id, p.Amount))]),
        },
        ["grain"] = Grain, ["proof"] = proof,
    };

    /// <summary>A leaf whose prices are drawn: some rows, some splits, the size of what money could be worth.</summary>
    public static JsonObject Leaf(Scenario scenario, Draw draw)
    {
        var leaf = new JsonObject();
        var worth = Weight(scenario) / Math.Max(1.0, scenario.Funds.Sum(f => f.Amount));
        var rows = new JsonObject();
        foreach (var row in RuleRows.For(scenario).Rows)
        {
            if (draw.Chance(40)) continue;
            var largest = Math.Max(1.0, row.Terms.Count == 0 ? 1 : row.Terms.Max(t => Math.Abs((double)t.Coefficient)));
            var bottom = (long)Math.Min(9e18, 1e6 * largest / Math.Max(worth, 1e-6) / 4);
            rows[row.Name] = string.Create(CultureInfo.InvariantCulture, $"{draw.From(0, 1_000_000)}/{Math.Max(1, bottom)}");
        }
        leaf["rows"] = rows;
        var splits = new JsonObject();
        for (var p = 0; p < scenario.Projects.Count; p++)
        {
            if (draw.Chance(60)) continue;
            var project = scenario.Projects[p];
            var parts = new JsonArray();
            foreach (var (n, _) in scenario.ReachOf(p))
            {
                var part = new JsonArray(scenario.Neighbourhoods[n].Id);
                for (var i = 0; i < (project.Kind == ProjectKind.Divisible ? 2 : project.Levels.Count); i++)
                    part.Add((long)(worth * project.FullCost * draw.From(-20, 100) / 100 * (1L << Grain) / (project.Kind == ProjectKind.Divisible ? project.Steps : 1)));
                parts.Add(part);
            }
            splits[project.Id] = parts;
        }
        leaf["splits"] = splits;
        return leaf;
    }

    /// <summary>A leaf, or a fork with trees below, at most three deep.</summary>
    public static JsonObject Tree(Scenario scenario, Draw draw, int depth = 0)
    {
        if (depth == 3 || draw.Chance(50)) return Leaf(scenario, draw);
        var project = draw.One(scenario.Projects.ToArray());
        return new JsonObject
        {
            ["project"] = project.Id, ["from"] = draw.From(1, project.Choices), ["below"] = Tree(scenario, draw, depth + 1), ["above"] = Tree(scenario, draw, depth + 1),
        };
    }

    /// <summary>Those of a tree, what is below first.</summary>
    public static IEnumerable<JsonObject> Leaves(JsonObject certificate) => Nodes(certificate["proof"]!.AsObject()).Where(n => n["project"] is null);

    /// <summary>Those of a tree, from the top.</summary>
    public static IEnumerable<JsonObject> Forks(JsonObject certificate) => Nodes(certificate["proof"]!.AsObject()).Where(n => n["project"] is not null);

    private static IEnumerable<JsonObject> Nodes(JsonObject node) =>
        node["project"] is null ? [node] : [node, .. Nodes(node["below"]!.AsObject()), .. Nodes(node["above"]!.AsObject())];

    public static byte[] Bytes(JsonNode certificate) => Encoding.UTF8.GetBytes(certificate.ToJsonString());

    public static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Weight(Scenario scenario) => Measure.Weights(scenario, scenario.Goal.Weighting).Sum();
}
