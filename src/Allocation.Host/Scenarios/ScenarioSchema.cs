using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Allocation.Host.Scenarios;

/// <summary>
/// The JSON Schema (2020-12) of scenario.json, made from the same lists that the reader goes by. It serves editors; the reader's own faults say more,
/// and it alone folds Persian spellings, so the schema leaves the words of numbers and ids free.
/// </summary>
public static class ScenarioSchema
{
    /// <summary>The schema as text, ending in a line end: the content of scenarios/scenario.schema.json.</summary>
    public static string Text { get; } = Build().ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";

    private static JsonObject Build()
    {
        var schema = Object(FormatObjects.Head.Keys, flatNames: false);
        var all = (JsonObject)schema["properties"]!;
        all["format"] = new JsonObject { ["const"] = FormatObjects.Version };
        foreach (var table in FormatTables.All) all[table.Name] = Table(table);
        all["rules"] = new JsonObject { ["type"] = "array", ["maxItems"] = FormatObjects.MostRules, ["items"] = new JsonObject { ["oneOf"] = new JsonArray([.. FormatObjects.Rules.Select(r => Object(r.Keys, flatNames: false))]) } };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A scenario, format version 1",
            ["type"] = "object", ["properties"] = schema["properties"]!.DeepClone(), ["required"] = schema["required"]!.DeepClone(), ["additionalProperties"] = false,
            ["$defs"] = Definitions(),
        };
    }

    private static JsonObject Table(TableShape table) => new() { ["type"] = "array", ["maxItems"] = table.MostRows, ["items"] = Object(table.Columns, flatNames: true) };

    private static JsonObject Object(IReadOnlyList<Key> keys, bool flatNames)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            properties[key.Name] = Value(key);
            if (flatNames && key.Form == Form.Names) foreach (var half in new[] { "_fa", "_en" }) properties[key.Name + half] = new JsonObject { ["type"] = "string", ["description"] = key.About };
        }
        return new JsonObject
        {
            ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. keys.Where(k => k.Required).Select(k => (JsonNode)k.Name)]),
        };
    }

    private static JsonObject Value(Key key)
    {
        var value = key switch
        {
            { Shape: { } shape } when shape.Name != "scope" => Object(shape.Keys, flatNames: false),
            { Words: { Count: > 0 } words } => new JsonObject { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) },
            { Form: Form.Inner } => Defined("scope"),
            { Form: Form.Text } => new JsonObject { ["type"] = new JsonArray("string", "number") },
            { Form: Form.Names } => Defined("names"),
            { Form: Form.YesNo } => Defined("yesNo"),
            { Form: Form.Ids } => Defined("ids"),
            { Form: Form.Figures } => new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["additionalProperties"] = Defined("number") },
            { Form: Form.Id } => Defined("id"),
            { Form: Form.Whole } => Defined("whole"),
            _ => Defined("number"),
        };
        value["description"] = key.About;
        return value;
    }

    private static JsonObject Defined(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject Definitions() => new()
    {
        ["id"] = new JsonObject { ["type"] = new JsonArray("string", "integer") },
        ["whole"] = new JsonObject { ["type"] = new JsonArray("integer", "string", "null") },
        ["number"] = new JsonObject { ["type"] = new JsonArray("number", "string", "null") },
        ["yesNo"] = new JsonObject { ["enum"] = new JsonArray(true, false, "yes", "no") },
        ["ids"] = new JsonObject
        {
            ["oneOf"] = new JsonArray(
                new JsonObject { ["type"] = "string", ["description"] = "ids separated by ;" },
                new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["$ref"] = "#/$defs/id" } }),
        },
        ["names"] = new JsonObject
        {
            ["type"] = "object", ["additionalProperties"] = false, ["minProperties"] = 1,
            ["properties"] = new JsonObject { ["fa"] = new JsonObject { ["type"] = "string" }, ["en"] = new JsonObject { ["type"] = "string" } },
        },
        ["scope"] = Object(FormatObjects.Scope.Keys, flatNames: false),
    };
}
