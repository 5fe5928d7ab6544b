using System.Text.Json;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Writes one rule. An either-or is written as the count it is.</summary>
internal static class RuleWriter
{
    public static void Write(Utf8JsonWriter json, Rule rule, IReadOnlyList<Project> projects)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("type", rule switch
        {
            MoneyRule => "money", PerHeadRule => "per-head", ShareRule => "share", LockRule => "lock", PrerequisiteRule => "prerequisite", CountRule => "count",
            OutcomeFloorRule => "outcome-floor", InequalityRule => "inequality", ProtectRule => "protect",
            _ => throw new NotSupportedException(rule.GetType().Name),
        });
        HeadWriter.Names(json, "name", rule.Name);
        HeadWriter.Names(json, "reason", rule.Reason);
        if (rule.Owner != Text.Nothing) HeadWriter.Names(json, "owner", rule.Owner);
        switch (rule)
        {
            case MoneyRule money:
                Scope(json, "scope", money.Scope);
                if (money.Floor is { } floor) json.WriteNumber("floor", floor);
                if (money.Ceiling is { } ceiling) json.WriteNumber("ceiling", ceiling);
                break;
            case PerHeadRule perHead:
                Scope(json, "scope", perHead.Scope);
                json.WriteString("per", perHead.Per == PlaceLevel.District ? "district" : "neighbourhood");
                json.WriteNumber("amount", perHead.PerResident);
                break;
            case ShareRule share:
                Scope(json, "part", share.Part);
                Scope(json, "whole", share.Whole);
                if (share.AtLeast is { } low) json.WriteNumber("atLeast", low);
                if (share.AtMost is { } high) json.WriteNumber("atMost", high);
                break;
            case LockRule locked: Lock(json, locked, projects.First(p => p.Id == locked.Project)); break;
            case PrerequisiteRule needs:
                json.WriteString("project", needs.Project);
                Ids(json, "requires", needs.Requires);
                break;
            case CountRule count:
                Scope(json, "scope", count.Scope);
                if (count.AtLeast is { } least) json.WriteNumber("atLeast", least);
                if (count.AtMost is { } most) json.WriteNumber("atMost", most);
                break;
            case OutcomeFloorRule level:
                Scope(json, "places", level.Places);
                if (level.AtLeast is { } lowest) json.WriteNumber("atLeast", lowest);
                Figures(json, "levels", level.Levels);
                break;
            case InequalityRule cap:
                json.WriteString("index", FormatObjects.Indices[(int)cap.Index]);
                if (cap.AtLeast is { } bottom) json.WriteNumber("atLeast", bottom);
                if (cap.AtMost is { } top) json.WriteNumber("atMost", top);
                break;
            case ProtectRule protect:
                Scope(json, "scope", protect.Scope);
                if (protect.Ceiling is { } budget) json.WriteNumber("ceiling", budget);
                json.WriteNumber("atOnce", protect.AtOnce);
                if (protect.Overrun is { } overrun) json.WriteNumber("overrun", overrun);
                Figures(json, "overruns", protect.Overruns);
                break;
        }
        json.WriteEndObject();
    }

    private static void Lock(Utf8JsonWriter json, LockRule rule, Project project)
    {
        var divisible = project.Kind == ProjectKind.Divisible;
        json.WriteString("project", rule.Project);
        if (rule.Least == 1) json.WriteBoolean("must", true);
        else if (rule.Least > 1 && divisible) json.WriteNumber("share", Steps.Share(rule.Least, project.Steps));
        else if (rule.Least > 1) json.WriteNumber("level", rule.Least);
        if (rule.Most == 0) json.WriteBoolean("mustNot", true);
        else if (rule.Most != int.MaxValue && divisible) json.WriteNumber("mostShare", Steps.Share(rule.Most, project.Steps));
        else if (rule.Most != int.MaxValue) json.WriteNumber("mostLevel", rule.Most);
    }

    private static void Scope(Utf8JsonWriter json, string key, Scope scope)
    {
        json.WriteStartObject(key);
        Ids(json, "districts", scope.Districts);
        Ids(json, "neighbourhoods", scope.Neighbourhoods);
        Ids(json, "sectors", scope.Sectors);
        Ids(json, "services", scope.Services);
        Ids(json, "funds", scope.Funds);
        Ids(json, "projects", scope.Projects);
        if (scope.FundKind is { } kind) json.WriteString("fundKind", kind == FundKind.Cash ? "cash" : "in-kind");
        if (scope.CarryOverOnly) json.WriteBoolean("carryOver", true);
        if (scope.MinDeprivation is { } least) json.WriteNumber("minDeprivation", least);
        json.WriteEndObject();
    }

    private static void Figures(Utf8JsonWriter json, string key, IReadOnlyList<KeyValuePair<string, decimal>> figures)
    {
        if (figures.Count == 0) return;
        json.WriteStartObject(key);
        foreach (var (id, own) in figures) json.WriteNumber(id, own);
        json.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter json, string key, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return;
        json.WriteStartArray(key);
        foreach (var id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
    }
}
