using System.Text.Json;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

// How an object of scenario.json becomes an entry.
internal sealed partial class Entry
{
    /// <summary>Reads an object: unknown and repeated keys are faults. <paramref name="flatNames"/>: names may also stand as key_fa and key_en, as in tables.</summary>
    public static Entry Of(JsonPiece piece, Reading reading, Subject at, IReadOnlyList<Key> keys, string prefix = "", bool flatNames = false)
    {
        var entry = new Entry(reading, at, keys, prefix) { Spot = piece.At };
        if (prefix.Length == 0) reading.Put(at, piece.At); else reading.Put(entry.Field("")with { Field = prefix.TrimEnd('.') }, piece.At);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, spot, value) in piece.Members)
        {
            var folded = Folding.Fold(name);
            var key = keys.FirstOrDefault(k => k.Name == folded);
            var half = flatNames && key is null && (folded.EndsWith("_fa", StringComparison.Ordinal) || folded.EndsWith("_en", StringComparison.Ordinal)) && keys.Any(k => k.Form == Form.Names && k.Name == folded[..^3]);
            if (key is null && !half)
            {
                if (reading.IsFull(Faults.UnknownKey)) { reading.Add(Faults.UnknownKey, entry.At, name); continue; }
                reading.Put(entry.Field(name), spot);
                var known = keys.Select(k => k.Name).ToArray();
                reading.Add(Faults.UnknownKey, entry.Field(name), name, ("known", Text.Same(string.Join(", ", known))), FaultKind.Near(folded, known));
            }
            else if (!seen.Add(folded) || (half && seen.Contains(folded[..^3])) || (key?.Form == Form.Names && (seen.Contains(folded + "_fa") || seen.Contains(folded + "_en"))))
            {
                reading.Put(entry.Field(folded), spot);
                reading.Add(Faults.KeyTwice, entry.Field(folded), name);
            }
            else if (half) entry.PutScalar(folded, value);
            else entry.Take(key!, value);
        }
        return entry.Complete();
    }

    private void Take(Key key, JsonPiece value)
    {
        switch (key.Form)
        {
            case Form.Names when value.Kind == JsonValueKind.Object:
                var names = Of(value, reading, At, Halves, prefix + key.Name + ".");
                foreach (var half in Halves) if (names._cells.TryGetValue(half.Name, out var words)) _cells[$"{key.Name}_{half.Name}"] = words;
                break;
            case Form.Inner when value.Kind == JsonValueKind.Object:
                _inner[key.Name] = Of(value, reading, At, key.Shape!.Keys, prefix + key.Name + ".");
                break;
            case Form.Names or Form.Inner when value.Kind != JsonValueKind.Null:
                Wrong(key.Name, value, new("یک شیء {…}", "an object {…}"));
                break;
            case Form.Ids when value.Kind == JsonValueKind.Array:
                if (value.Items.Find(i => i.Kind is not (JsonValueKind.String or JsonValueKind.Number)) is { } odd) Wrong(key.Name, odd, new("فهرستی از شناسه‌ها", "a list of ids"));
                else
                {
                    foreach (var item in value.Items) reading.Put(Field(Reading.Item(key.Name, Folding.Fold(item.Text))), item.At);
                    Put(key.Name, new Cell("[…]", value.At, JsonValueKind.Array) { Items = [.. value.Items.Select(i => new Cell(i.Text, i.At, i.Kind))] });
                }
                break;
            case Form.Figures when value.Kind == JsonValueKind.Object:
                var figures = new List<(string, Cell)>();
                foreach (var (name, spot, figure) in value.Members)
                {
                    var id = Folding.Fold(name);
                    var item = Reading.Item(key.Name, id);
                    reading.Put(Field(item), spot);
                    if (figure.Kind is JsonValueKind.Object or JsonValueKind.Array) reading.Add(Faults.WrongShape, Field(item), figure.Text, ("expected", new("یک مقدار تنها", "a single value")));
                    else if (figures.Exists(f => f.Item1 == id)) reading.Add(Faults.KeyTwice, Field(item), name);
                    else figures.Add((id, new Cell(figure.Text, figure.At, figure.Kind)));
                }
                _figures[key.Name] = figures;
                Put(key.Name, new Cell("{…}", value.At, JsonValueKind.Object));
                break;
            case Form.Figures when value.Kind != JsonValueKind.Null:
                Wrong(key.Name, value, new("یک شیء {…}", "an object {…}"));
                break;
            default: PutScalar(key.Name, value); break;
        }
    }

    private void PutScalar(string key, JsonPiece value)
    {
        if (value.Kind is JsonValueKind.Object or JsonValueKind.Array) Wrong(key, value, new("یک مقدار تنها", "a single value"));
        else Put(key, new Cell(value.Text, value.At, value.Kind));
    }

    private void Wrong(string key, JsonPiece value, Text expected)
    {
        reading.Put(Field(key), value.At);
        reading.Add(Faults.WrongShape, Field(key), value.Text, ("expected", expected));
    }

    private static readonly Key[] Halves = [new("fa", Form.Text, false, "in Persian"), new("en", Form.Text, false, "in English")];
}
