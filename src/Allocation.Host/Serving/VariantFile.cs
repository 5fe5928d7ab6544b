using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Serving;

/// <summary>A change as a variant's file. The same change of the same scenario has the same id and the same bytes.</summary>
internal static class VariantFile
{
    /// <param name="change">What the council changes.</param>
    /// <param name="parent">The scenario that is changed.</param>
    /// <param name="extends">Its path inside the folder.</param>
    /// <param name="name">What the option is called.</param>
    public static (string File, string Json) Write(ChangeRequest change, Scenario parent, string extends, Text name)
    {
        var id = $"{parent.Id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json("", change, parent, extends, name))))[..6]}";
        return (id + ScenarioFolder.JsonEnd, Json(id, change, parent, extends, name));
    }

    private static string Json(string id, ChangeRequest change, Scenario parent, string extends, Text name)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("extends", extends);
            json.WriteNumber("format", FormatObjects.Version);
            json.WriteString("id", id);
            HeadWriter.Names(json, "name", name);
            if (change.MoneyTimes is { } times and not 1)
            {
                json.WriteStartObject("scale");
                json.WriteNumber("funds", times);
                json.WriteEndObject();
            }
            if (change.Measure is not null || change.Parameter is not null) Measure(json, change, parent.Goal);
            json.WriteStartArray("rules");
            foreach (var floor in change.Floors) Floor(json, floor, parent);
            foreach (var locked in change.Locks) Lock(json, locked, change, parent);
            json.WriteEndArray();
            string[] gone = [.. Opposed(change, parent)];
            if (gone.Length > 0)
            {
                json.WriteStartArray("withoutRules");
                foreach (var rule in gone) json.WriteStringValue(rule);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Measure(Utf8JsonWriter json, ChangeRequest change, Goal goal)
    {
        var name = change.Measure ?? goal.Measure;
        json.WriteStartObject("measure");
        json.WriteString("name", name);
        if ((change.Parameter ?? (name == goal.Measure ? goal.Parameter : null)) is { } parameter) json.WriteNumber("parameter", parameter);
        json.WriteString("weights", goal.Weighting == Weighting.Places ? "places" : "residents");
        json.WriteNumber("shift", goal.Shift);
        json.WriteEndObject();
    }

    private static void Floor(Utf8JsonWriter json, FloorChange floor, Scenario parent)
    {
        var district = parent.Parts.Districts.FirstOrDefault(d => d.Id == floor.District)?.Name ?? Text.Same(floor.District);
        Head(json, $"council-floor-{floor.District}", "money", w => w.CouncilFloor(district.In(w.Language)), null);
        json.WriteStartObject("scope");
        json.WriteStartArray("districts");
        json.WriteStringValue(floor.District);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("floor", floor.AtLeast);
        json.WriteEndObject();
    }

    private static void Lock(Utf8JsonWriter json, LockChange locked, ChangeRequest change, Scenario parent)
    {
        var project = parent.Projects.FirstOrDefault(p => p.Id == locked.Project)?.Name ?? Text.Same(locked.Project);
        Head(json, $"council-{(locked.In ? "in" : "out")}-{locked.Project}", "lock", w => w.CouncilLock(project.In(w.Language), locked.In), Asking(change));
        json.WriteString("project", locked.Project);
        json.WriteBoolean(locked.In ? "must" : "mustNot", true);
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, string id, string type, Func<Words, string> name, Text? owner)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", type);
        HeadWriter.Names(json, "name", Words.Both(name));
        HeadWriter.Names(json, "reason", Words.Both(w => w.CouncilReason));
        if (owner is not null) HeadWriter.Names(json, "owner", owner);
    }

    // The council is known in both languages; whoever else asks is written as they are typed.
    private static Text Asking(ChangeRequest change)
    {
        var council = Words.Both(w => w.TheCouncil);
        var asking = change.Owner.Trim();
        return asking.Length == 0 || asking == council.Fa || asking == council.En ? council : Text.Same(asking);
    }

    // A lock that says the opposite of what is asked for now does not hold any more.
    private static IEnumerable<string> Opposed(ChangeRequest change, Scenario parent) => parent.Rules.OfType<LockRule>()
        .Where(rule => change.Locks.Any(now => now.Project == rule.Project && (now.In ? rule.Most == 0 : rule.Least >= 1))).Select(rule => rule.Id);
}
