using System.Text.Json;
using Allocation.Check.Meaning;

namespace Allocation.Check.Reading;

internal static class RuleReader
{
    public static Rule[] Read(JsonElement? piece, Project[] projects, Dictionary<string, int> projectAt) =>
        piece is not { } list ? [] : list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select((p, i) => One(Row.Of(p, $"rules[{i}]"), projects, projectAt))] : throw new UnreadableException("rules are not a list");

    private static Rule One(Row r, Project[] projects, Dictionary<string, int> projectAt)
    {
        var id = r.Id("id");
        return r.Word("type", "") switch
        {
            "money" => new MoneyRule(id, In(r, "scope"), r.WholeIf("floor"), r.WholeIf("ceiling")),
            "per-head" => new PerHeadRule(id, In(r, "scope"), r.Word("per", "") switch { "district" => true, "neighbourhood" => false, _ => throw new UnreadableException($"{r.Where}: per") }, r.Decimal("amount")),
            "share" => new ShareRule(id, In(r, "part"), In(r, "whole"), r.ShareIf("atLeast"), r.ShareIf("atMost")),
            "lock" => Lock(r, id, projects[CityReader.Look(projectAt, r, "project")]),
            "prerequisite" => new NeedsRule(id, Known(r.Id("project")), [.. r.Ids("requires").Select(Known)]),
            "count" => new CountRule(id, In(r, "scope"), r.SmallIf("atLeast"), r.SmallIf("atMost")),
            "either-or" => new CountRule(id, new Scope { Projects = [.. r.Ids("projects").Select(Known)] }, null, 1),
            var odd => throw new UnreadableException($"{r.Where}: a rule of type '{odd}'"),
        };

        string Known(string project) => projectAt.ContainsKey(project) ? project : throw new UnreadableException($"{r.Where}: unknown project {project}");
    }

    private static LockRule Lock(Row r, string id, Project project)
    {
        var least = r.Yes("must") ? 1 : r.SmallIf("level") ?? (r.ShareIf("share") is { } share ? Math.Max(1, Steps.AtLeast(share, project.Steps)) : 0);
        var most = r.Yes("mustNot") ? 0 : r.SmallIf("mostLevel") ?? (r.ShareIf("mostShare") is { } high ? Steps.AtMost(high, project.Steps) : int.MaxValue);
        return new(id, project.Id, least, most);
    }

    private static Scope In(Row r, string key)
    {
        // An empty object is everything; the row keeps only what has members or items.
        var s = r.Inner(key) ?? throw new UnreadableException($"{r.Where}: {key} is missing");
        return new Scope
        {
            Districts = s.Ids("districts"), Neighbourhoods = s.Ids("neighbourhoods"), Sectors = s.Ids("sectors"), Services = s.Ids("services"), Funds = s.Ids("funds"), Projects = s.Ids("projects"),
            InKind = s.Text("fundKind") is { } kind ? Spelling.Fold(kind) switch { "in-kind" => true, "cash" => false, _ => throw new UnreadableException($"{r.Where}: fundKind") } : null,
            CarryOver = s.Yes("carryOver"), MinDeprivation = s.ShareIf("minDeprivation"),
        };
    }
}
