namespace Allocation.Engine.Model;

/// <summary>Faults as they are found: all of them, up to <see cref="MostAlike"/> of one code; beyond that they are counted, so that a hostile input cannot fill the memory.</summary>
public sealed class FaultList
{
    public const int MostAlike = 500;

    private readonly List<Fault> _kept = [];
    private readonly SortedDictionary<string, (int Count, Fault Last)> _alike = new(StringComparer.Ordinal);

    public bool Any => _kept.Count > 0;

    /// <summary>True once faults of this code are only counted: their words need not be made.</summary>
    public bool IsFull(FaultKind kind) => _alike.TryGetValue(kind.Code, out var seen) && seen.Count > MostAlike;

    /// <summary>Adds a fault of this kind, or counts one more where it is full.</summary>
    public void Add(FaultKind kind, Subject at, string value, params (string Name, Text Words)[] fill)
    {
        if (!IsFull(kind)) Add(kind.At(at, value, fill));
        else _alike[kind.Code] = (_alike[kind.Code].Count + 1, _alike[kind.Code].Last);
    }

    public void Add(Fault fault)
    {
        var count = _alike.TryGetValue(fault.Code, out var seen) ? seen.Count + 1 : 1;
        _alike[fault.Code] = (count, fault);
        if (count <= MostAlike) _kept.Add(fault);
    }

    /// <summary>What was kept, in the order found, and for each code that went on one line that says how many more there are.</summary>
    public IReadOnlyList<Fault> ToList() =>
    [
        .. _kept,
        .. _alike.Where(a => a.Value.Count > MostAlike).Select(a => Faults.MoreAlike.At(a.Value.Last.Subject, a.Key, ("count", FaultKind.Number(a.Value.Count - MostAlike))) with { Severity = a.Value.Last.Severity }),
    ];
}
