using System.Text.Json;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>One value as written, and where.</summary>
internal sealed record Cell(string Text, Spot At, JsonValueKind Form)
{
    /// <summary>The items of a JSON array.</summary>
    public IReadOnlyList<Cell> Items { get; init; } = [];
}

/// <summary>
/// A row of a table or an object of scenario.json: cells by key, read as what the format says they are. What cannot be read becomes a fault and a harmless stand-in,
/// so that reading goes on. <see cref="Complete"/> is called once all cells are in.
/// </summary>
internal sealed partial class Entry(Reading reading, Subject at, IReadOnlyList<Key> keys, string prefix = "")
{
    public const int LongestText = 20_000;

    private readonly List<(string Field, Spot Spot)> _places = reading.PlacesOf(at);
    private readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _inner = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Id, Cell Figure)>> _figures = new(StringComparer.Ordinal);

    /// <summary>The row's subject, with its id once read.</summary>
    public Subject At { get; private set; } = at;
    public Spot Spot { get; init; }

    public Subject Field(string key) => At with { Field = prefix + key };

    public bool Has(string key) => _cells.ContainsKey(key) || _inner.ContainsKey(key);

    /// <summary>Where a key stands, or the row.</summary>
    public Spot SpotOf(string key) => _cells.TryGetValue(key, out var cell) ? cell.At : _inner.TryGetValue(key, out var inner) ? inner.Spot : Spot;

    public void Put(string key, Cell cell)
    {
        _places.Add((prefix + key, cell.At));
        // The two halves of a name are found under the name as well.
        if (key.EndsWith("_fa", StringComparison.Ordinal) || key.EndsWith("_en", StringComparison.Ordinal)) _places.Add((prefix + key[..^3], cell.At));
        if (cell.Form == JsonValueKind.Null || (cell.Form == JsonValueKind.String && cell.Items.Count == 0 && IsBlank(key, cell.Text))) return;
        if (cell.Text.Length > LongestText) { reading.Add(Faults.TooLong, Field(key), cell.Text, ("limit", FaultKind.Number(LongestText))); return; }
        if (cell.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) { reading.Add(Faults.HiddenCharacter, Field(key), cell.Text); return; }
        _cells[key] = cell;
    }

    // Words keep their spelling; anything else that is only white space or marks is not there.
    private bool IsBlank(string key, string text) =>
        text.Length == 0 || (keys.FirstOrDefault(k => k.Name == key) is { Form: not (Form.Text or Form.Names) } && Folding.Fold(text).Length == 0);

    /// <summary>Says which required keys are missing.</summary>
    public Entry Complete()
    {
        if (_cells.TryGetValue("id", out var id)) At = At with { Id = Folding.Fold(id.Text) };
        else if (_cells.TryGetValue("project", out var project) || _cells.TryGetValue("neighbourhood", out project)) At = At with { Id = Folding.Fold(project.Text) };
        foreach (var key in keys.Where(k => k.Required))
        {
            var there = key.Form == Form.Names ? Has(key.Name + "_fa") || Has(key.Name + "_en") : Has(key.Name);
            if (!there && !reading.IsMarked(Field(key.Name))) reading.Add(key.Form == Form.Names ? Faults.NoName : Faults.Missing, Field(key.Name), "", ("expected", FormWords.Of(key)));
        }
        return this;
    }

    public string Id(string key) => Scalar(key) is { } cell ? Folding.Fold(cell.Text) : "";

    public string Words(string key) => Scalar(key)?.Text ?? "";

    /// <summary>A name in two languages; the other text where neither is written.</summary>
    public Text Names(string key, string otherwise = "")
    {
        var (fa, en) = (Words(key + "_fa"), Words(key + "_en"));
        return fa.Length + en.Length == 0 ? Text.Same(otherwise) : new(fa, en);
    }

    public long? Whole(string key) => Number(key, whole: true, shares: false) is { } value
        ? value is >= long.MinValue and <= long.MaxValue ? (long)value : Refused<long>(Faults.NumberTooLong, key)
        : null;

    /// <summary>A small whole number, such as a count of steps.</summary>
    public int? Small(string key) => Whole(key) is { } value ? value is >= int.MinValue and < int.MaxValue ? (int)value : Refused<int>(Faults.NumberTooLong, key) : null;

    public decimal? Amount(string key) => Number(key, whole: false, shares: false);

    public decimal? Share(string key) => Number(key, whole: false, shares: true);

    public string? Word(string key)
    {
        if (Scalar(key) is not { } cell) return null;
        var words = keys.First(k => k.Name == key).Words;
        var word = Folding.Fold(cell.Text);
        if (words.Contains(word)) return word;
        reading.Add(Faults.UnknownWord, Field(key), cell.Text, ("known", Text.Same(string.Join(", ", words))), FaultKind.Near(word, words));
        return null;
    }

    public bool? YesNo(string key)
    {
        if (Scalar(key) is not { } cell) return null;
        if (cell.Form is JsonValueKind.True or JsonValueKind.False) return cell.Form == JsonValueKind.True;
        switch (Folding.Fold(cell.Text))
        {
            case "yes" or "true": return true;
            case "no" or "false": return false;
            default:
                reading.Add(Faults.UnknownWord, Field(key), cell.Text, ("known", Text.Same("yes, no")), FaultKind.Near(cell.Text, ["yes", "no"]));
                return null;
        }
    }

    /// <summary>Ids separated by <c>;</c> (or the Persian <c>؛</c>), or a JSON array of them.</summary>
    public IReadOnlyList<string> Ids(string key)
    {
        if (!_cells.TryGetValue(key, out var cell)) return [];
        var items = cell.Form == JsonValueKind.Array ? cell.Items.Select(i => i.Text) : cell.Text.Split(';', '؛');
        string[] ids = [.. items.Select(Folding.Fold).Where(i => i.Length > 0)];
        if (ids.Length == 0) reading.Add(Faults.EmptyList, Field(key), cell.Text);
        return ids;
    }

    /// <summary>Ids with a number each, in the order written.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> Figures(string key)
    {
        if (!_figures.TryGetValue(key, out var figures)) return [];
        if (figures.Count == 0) reading.Add(Faults.EmptyList, Field(key), "");
        return [.. figures.Select(f => KeyValuePair.Create(f.Id, Number(f.Figure, Field(Reading.Item(key, f.Id)), whole: false, shares: false) ?? 0))];
    }

    public Provenance Provenance() => new(Words("source"), YesNo("synthetic") ?? false, Words("date"));

    public Entry? Inner(string key) => _inner.GetValueOrDefault(key);

    private T? Refused<T>(FaultKind kind, string key) where T : struct
    {
        reading.Add(kind, Field(key), _cells[key].Text);
        return null;
    }

    private Cell? Scalar(string key)
    {
        if (!_cells.TryGetValue(key, out var cell)) return null;
        if (cell.Form != JsonValueKind.Array) return cell;
        reading.Add(Faults.WrongShape, Field(key), cell.Text, ("expected", new("یک مقدار تنها", "a single value")));
        return null;
    }

    private decimal? Number(string key, bool whole, bool shares) => Scalar(key) is { } cell ? Number(cell, Field(key), whole, shares) : null;

    private decimal? Number(Cell cell, Subject at, bool whole, bool shares)
    {
        decimal value = 0;
        var trouble = cell.Form is JsonValueKind.True or JsonValueKind.False ? NumberTrouble.NotNumber : Numbers.Read(cell.Text, whole, shares, cell.Form == JsonValueKind.String, out value);
        if (trouble == NumberTrouble.None) return value;
        reading.Add(trouble switch
        {
            NumberTrouble.Ambiguous => Faults.AmbiguousNumber,
            NumberTrouble.NotWhole => Faults.NotWhole,
            NumberTrouble.TooLong => Faults.NumberTooLong,
            NumberTrouble.Percent => Faults.NoPercent,
            _ => Faults.NotNumber,
        }, at, cell.Text);
        return null;
    }
}
