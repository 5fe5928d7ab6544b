using System.Text.Json;

namespace Allocation.Check.Reading;

/// <summary>One row of a table or one object of scenario.json: texts by key; lists as their items. What is empty counts as not there.</summary>
internal sealed class Row(string where)
{
    private readonly Dictionary<string, string[]> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _inner = new(StringComparer.Ordinal);

    public string Where => where;
    public bool Has(string key) => _cells.ContainsKey(key) || _inner.ContainsKey(key);
    public string? Text(string key) => _cells.TryGetValue(key, out var items) ? items is [var only] ? only : throw new UnreadableException($"{where}: {key} is a list") : null;
    public string Needed(string key) => Text(key) ?? throw new UnreadableException($"{where}: {key} is missing");
    public string Id(string key) => Spelling.Fold(Needed(key));
    public string Word(string key, string otherwise) => Text(key) is { } word ? Spelling.Fold(word) : otherwise;
    public long Whole(string key) => Figures.Whole(Needed(key), $"{where} {key}");
    public long? WholeIf(string key) => Has(key) ? Whole(key) : null;
    public int Small(string key) => Figures.Small(Needed(key), $"{where} {key}");
    public int? SmallIf(string key) => Has(key) ? Small(key) : null;
    public decimal Decimal(string key) => Figures.Decimal(Needed(key), $"{where} {key}");
    public decimal DecimalOr(string key, decimal otherwise) => Has(key) ? Decimal(key) : otherwise;
    public decimal Share(string key) => Figures.Share(Needed(key), $"{where} {key}");
    public decimal? ShareIf(string key) => Has(key) ? Share(key) : null;
    public bool Yes(string key) => Text(key) is { } word && Figures.YesNo(word, $"{where} {key}");

    /// <summary>Ids in a list, or separated by semicolons.</summary>
    public string[] Ids(string key) => _cells.TryGetValue(key, out var items)
        ? [.. (items.Length == 1 ? items[0].Split(';', '؛') : items).Select(Spelling.Fold).Where(id => id.Length > 0)]
        : [];

    public Row? Inner(string key) => _inner.TryGetValue(key, out var piece) ? Of(piece, $"{where} {key}") : null;
    public JsonElement? Piece(string key) => _inner.TryGetValue(key, out var piece) ? piece : null;

    public static Row Of(JsonElement piece, string where)
    {
        if (piece.ValueKind != JsonValueKind.Object) throw new UnreadableException($"{where}: an object is expected");
        var row = new Row(where);
        foreach (var member in piece.EnumerateObject())
        {
            var key = Spelling.Fold(member.Name);
            if (row.Has(key)) throw new UnreadableException($"{where}: {key} stands twice");
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Null: break;
                case JsonValueKind.Object: row._inner[key] = member.Value; break;
                case JsonValueKind.Array when member.Value.EnumerateArray().Any(i => i.ValueKind is JsonValueKind.Object or JsonValueKind.Array): row._inner[key] = member.Value; break;
                case JsonValueKind.Array: row._cells[key] = [.. member.Value.EnumerateArray().Select(Scalar)]; break;
                default: row.Put(key, Scalar(member.Value)); break;
            }
        }
        return row;
    }

    public void Put(string key, string text) { if (text.Length > 0) _cells[key] = [text]; }

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new UnreadableException($"{value.GetRawText()} is not a single value"),
    };
}
