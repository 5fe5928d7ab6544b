using Allocation.Engine.Model;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Import.Pabulib;

/// <summary>The faults of one file with their places; after <see cref="MostAlike"/> of one code the rest are counted only.</summary>
internal sealed class PbFaultLog(string file)
{
    public const int MostAlike = 100;

    private readonly List<PlacedFault> _kept = [];
    private readonly SortedDictionary<string, (int Count, PlacedFault Last)> _alike = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    public void Add(FaultKind kind, string field, string value, PbCell at, params (string, Text)[] fill) => Add(kind, field, "", value, at.Line, at.Column, fill);

    public void Add(FaultKind kind, string field, string id, string value, int line, int column, params (string, Text)[] fill)
    {
        HasErrors |= kind.Severity == Severity.Error;
        var count = _alike.TryGetValue(kind.Code, out var seen) ? seen.Count + 1 : 1;
        var placed = new PlacedFault(kind.At(new Subject(file, line, id, field), value, fill), file, line, column);
        _alike[kind.Code] = (count, placed);
        if (count <= MostAlike) _kept.Add(placed);
    }

    /// <summary>By line and column, and for each code that went on one line that says how many more there are.</summary>
    public IReadOnlyList<PlacedFault> ToList() =>
    [
        .. _kept.OrderBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Fault.Code, StringComparer.Ordinal),
        .. _alike.Values.Where(a => a.Count > MostAlike).Select(a => a.Last with
        {
            Fault = Faults.MoreAlike.At(a.Last.Fault.Subject, a.Last.Fault.Code, ("count", FaultKind.Number(a.Count - MostAlike))) with { Severity = a.Last.Fault.Severity },
        }),
    ];
}
