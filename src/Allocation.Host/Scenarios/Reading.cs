using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>What reading one scenario has found: where everything stands, and the faults. Faults speak of subjects; only here do subjects have places.</summary>
internal sealed class Reading
{
    private readonly Dictionary<(string Table, int Row), List<(string Field, Spot Spot)>> _places = [];
    private readonly HashSet<(string Table, int Row, string Field)> _faulted = [];
    private readonly HashSet<string> _torn = new(StringComparer.Ordinal);
    private readonly HashSet<string> _absent = new(StringComparer.Ordinal), _missed = new(StringComparer.Ordinal);
    private readonly FaultList _faults = new();

    private readonly Dictionary<(string Table, int Row), int> _rows = [];

    /// <summary>The engine counts some rows in another order than the file (levels by project, rules that could be read): says which row of the file one of the engine's is.</summary>
    public void Same(string table, int engineRow, int fileRow) => _rows[(table, engineRow)] = fileRow;

    /// <summary>Which row of the file one of the engine's rows is.</summary>
    public int RowOf(string table, int engineRow) => _rows.GetValueOrDefault((table, engineRow), engineRow);

    /// <summary>The file whose beginning stands for what has no place.</summary>
    public string Head { get; set; } = ScenarioFolder.FileName;

    /// <summary>From here on nothing is said about what rests on this table: it could not be read in full.</summary>
    public void Tear(string table) => _torn.Add(table);

    public bool IsTorn(string table) => _torn.Contains(table);

    /// <summary>The scenario does not state this table at all: where others name ids of it, that is told once, and not of every id.</summary>
    public void Absent(string table) => _absent.Add(table);

    public void Put(Subject at, Spot spot) => PlacesOf(at).Add((at.Field, spot));

    /// <summary>The places of a row's fields, in the order written; of two with one name the later counts.</summary>
    public List<(string Field, Spot Spot)> PlacesOf(Subject at)
    {
        if (!_places.TryGetValue((at.Table, at.Row), out var row)) _places[(at.Table, at.Row)] = row = [];
        return row;
    }

    public void Add(FaultKind kind, Subject at, string value, params (string Name, Text Words)[] fill)
    {
        Mark(at);
        if (!IsNoTable(kind.Code, at.Field, value)) _faults.Add(kind, at, value, fill);
    }

    /// <summary>From here on nothing more is said about this field: a stand-in takes the place of what could not be read.</summary>
    public void Mark(Subject at) => _faulted.Add((at.Table, at.Row, at.Field));

    /// <summary>True once faults of this kind are only counted.</summary>
    public bool IsFull(FaultKind kind) => _faults.IsFull(kind);

    public bool IsMarked(Subject at) => _faulted.Contains((at.Table, at.Row, at.Field));

    /// <summary>Takes over what the engine found, except about values that were never read.</summary>
    public void AddFound(IReadOnlyList<Fault> faults)
    {
        // Beside errors a warning may speak of a stand-in.
        var sound = !HasErrors;
        foreach (var fault in faults.Where(f => sound || f.Severity == Severity.Error).Select(f => f with { Subject = f.Subject with { Row = RowOf(f.Subject.Table, f.Subject.Row) } }))
            if (!Doubtful(fault) && !RestsOn.Any(fault, _torn) && !IsNoTable(fault.Code, fault.Subject.Field, fault.Value)) _faults.Add(fault);
    }

    // An id of a table that is not there, or that there are more of them: the first says so of the table.
    private bool IsNoTable(string code, string field, string value)
    {
        if (code == Faults.EmptyDistrict.Code) return _absent.Contains("neighbourhoods");
        if (code != Faults.UnknownReference.Code && (code, value) != (Faults.MoreAlike.Code, Faults.UnknownReference.Code)) return false;
        if (RestsOn.TableOf(field) is not { } table || !_absent.Contains(table)) return false;
        if (_missed.Add(table)) _faults.Add(Faults.NoTable, new(table, -1, "", ""), table, ("file", Text.Same($"{table}.csv")));
        return true;
    }

    private bool Doubtful(Fault fault)
    {
        var at = fault.Subject;
        // A rule whose limit could not be read does say something.
        if (fault.Code == Faults.SaysNothing.Code) return _faulted.Any(f => f.Table == at.Table && f.Row == at.Row);
        for (var field = at.Field; field.Length > 0; field = Parent(field))
            if (_faulted.Contains((at.Table, at.Row, field))) return true;
        return false;
    }

    public bool HasErrors => _faults.ToList().Any(f => f.Severity == Severity.Error);

    /// <summary>Every fault with its place, by file, line and column.</summary>
    public IReadOnlyList<PlacedFault> Placed() =>
    [
        .. _faults.ToList().Select(f => (Fault: f, Spot: Where(f))).Select(f => new PlacedFault(f.Fault, f.Spot.File, f.Spot.Line, f.Spot.Column))
            .OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Fault.Code, StringComparer.Ordinal),
    ];

    // In a list the place of the item itself, else the field's own place, or that of what holds it: scope.districts, scope, the row, the table, the file.
    private Spot Where(Fault fault)
    {
        var at = fault.Subject;
        if (Find(at.Table, at.Row, Item(at.Field, fault.Value)) is { } item) return item;
        for (var field = at.Field; field.Length > 0; field = Parent(field))
            if (Find(at.Table, at.Row, field) is { } own) return own;
        return Find(at.Table, at.Row, "") ?? Find(at.Table, -1, "") ?? Spot.Start(Head);
    }

    /// <summary>The name under which a list's item is placed.</summary>
    public static string Item(string field, string id) => $"{field}={id}";

    private Spot? Find(string table, int row, string field)
    {
        if (!_places.TryGetValue((table, row), out var places)) return null;
        var at = places.FindLastIndex(p => p.Field == field);
        return at < 0 ? null : places[at].Spot;
    }

    private static string Parent(string field) => field.LastIndexOf('.') is > 0 and var dot ? field[..dot] : "";
}
