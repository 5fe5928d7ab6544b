using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Writes scenario.json: the head and the rules.</summary>
internal static class HeadWriter
{
    public static string Json(ScenarioParts parts)
    {
        using var bytes = new MemoryStream();
        // Persian is written as itself; the file is read by people.
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "../scenario.schema.json");
            json.WriteNumber("format", FormatObjects.Version);
            json.WriteString("id", parts.Id);
            Names(json, "name", parts.Name);
            Names(json, "city", parts.City);
            json.WriteString("fiscalYear", parts.FiscalYear);
            json.WriteStartObject("money");
            Names(json, "unit", parts.Money.Name);
            json.WriteNumber("rials", parts.Money.Rials);
            json.WriteEndObject();
            Goal(json, parts.Goal, parts.LaterGoals.Count == 0);
            json.WriteStartArray("rules");
            foreach (var rule in parts.Rules) RuleWriter.Write(json, rule, parts.Projects);
            json.WriteEndArray();
            if (parts.Notes.Fa.Length + parts.Notes.En.Length > 0) Names(json, "notes", parts.Notes);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    public static void Names(Utf8JsonWriter json, string key, Text text)
    {
        json.WriteStartObject(key);
        if (text.Fa.Length > 0) json.WriteString("fa", text.Fa);
        if (text.En.Length > 0) json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    private static void Goal(Utf8JsonWriter json, Goal goal, bool alone)
    {
        json.WriteStartObject("outcome");
        json.WriteString("kind", goal.Outcome switch { OutcomeKind.Benefit => "benefit", OutcomeKind.Money => "money", _ => "attainment" });
        if (goal.NeedWeighted) json.WriteBoolean("needWeighted", true);
        json.WriteEndObject();
        // Several goals are a table.
        if (!alone) return;
        json.WriteStartObject("measure");
        json.WriteString("name", goal.Measure);
        json.WriteNumber("parameter", goal.Parameter);
        json.WriteString("weights", goal.Weighting == Weighting.Places ? "places" : "residents");
        json.WriteNumber("shift", goal.Shift);
        json.WriteEndObject();
    }
}
