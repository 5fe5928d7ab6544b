using System.Collections.Frozen;
using System.Globalization;

namespace Allocation.Engine.Model;

/// <summary>The faults found so far in one scenario, and the questions that every check asks.</summary>
internal sealed class Findings(ScenarioParts parts, Ids ids)
{
    /// <summary>Sums of money stay below 2⁵³, so that they are exact in a double too and every product with a share in millionths of millionths fits 128 bits.</summary>
    public const long MostMoney = (1L << 53) - 1;
    public const int LongestId = 100;
    public const long MostResidents = 10_000_000_000, MostWeight = 1_000_000;
    /// <summary>What a rule may ask of an outcome: no neighbourhood can have more (<see cref="SizeChecks"/>).</summary>
    public const decimal MostOutcome = 1_000_000_000m;
    /// <summary>Amounts of a service, standards and benefits.</summary>
    public const decimal MostAmount = 1_000_000_000_000_000m;

    /// <summary>A suggestion looks at every candidate; after this many unknown ids they are named without one.</summary>
    private const int MostSuggested = 100;
    private int _suggested;

    public ScenarioParts Parts { get; } = parts;
    public Ids Ids { get; } = ids;
    public FaultList Faults { get; } = new();

    public void Add(FaultKind kind, Subject at, string value, params (string Name, Text Words)[] fill) => Faults.Add(kind, at, value, fill);

    /// <summary>Every id can be one, and none stands twice.</summary>
    public void IdsOf(string table, IEnumerable<(string Id, Text Name)> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var row = 0;
        foreach (var (id, name) in rows)
        {
            var at = new Subject(table, row++, id, "id");
            if (!IsId(id)) Add(Model.Faults.BadId, at, id, ("limit", FaultKind.Number(LongestId)));
            else if (!seen.Add(id)) Add(Model.Faults.IdTwice, at, id);
            Named(at with { Field = "name" }, name);
        }
    }

    public void Named(Subject at, Text name)
    {
        if (name.Fa.Length == 0 && name.En.Length == 0) Add(Model.Faults.NoName, at, "");
    }

    /// <summary>An id is folded, not empty, not too long, and no word of the format.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && Folding.Fold(id) == id && !id.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is ';' or '؛')
        && id is not ("*" or "city") && !id.StartsWith("district:", StringComparison.Ordinal);

    public bool Refers(Subject at, string id, string target)
    {
        var known = Known(target);
        if (known.ContainsKey(id)) return true;
        Add(Model.Faults.UnknownReference, at, id, ("target", Text.Same(target)), 
            _suggested++ < MostSuggested ? FaultKind.Near(id, known.OrderBy(k => k.Value).Select(k => k.Key)) : ("near", Text.Same("")));
        return false;
    }

    /// <summary>A list of ids: each known, none twice.</summary>
    public void RefersAll(Subject at, IReadOnlyList<string> list, string target)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in list)
        {
            Refers(at, id, target);
            if (!seen.Add(id)) Add(Model.Faults.ListedTwice, at, id);
        }
    }

    public FrozenDictionary<string, int> Known(string table) => table switch
    {
        "districts" => Ids.Districts,
        "sectors" => Ids.Sectors,
        "services" => Ids.Services,
        "neighbourhoods" => Ids.Neighbourhoods,
        "projects" => Ids.Projects,
        "funds" => Ids.Funds,
        _ => throw new ArgumentException($"No such table: {table}", nameof(table)),
    };

    /// <summary>least ≤ value ≤ most, with words for what is asked.</summary>
    public bool Within(Subject at, decimal value, decimal least, decimal most)
    {
        if (value >= least && value <= most) return true;
        var (from, to) = (FaultKind.Number(least), FaultKind.Number(most));
        Add(Model.Faults.OutOfRange, at, Plain(value), ("expected", new($"از {from.Fa} تا {to.Fa}", $"from {from.En} to {to.En}")));
        return false;
    }

    /// <summary>0 &lt; value ≤ most.</summary>
    public bool Above0(Subject at, decimal value, decimal most)
    {
        if (value > 0 && value <= most) return true;
        var to = FaultKind.Number(most);
        Add(Model.Faults.OutOfRange, at, Plain(value), ("expected", new($"بالای ۰ و حداکثر {to.Fa}", $"above 0 and at most {to.En}")));
        return false;
    }

    /// <summary>At most six decimals: shares are whole millionths.</summary>
    public bool Sixth(Subject at, decimal share)
    {
        if (decimal.Round(share, 6) == share) return true;
        Add(Model.Faults.TooPrecise, at, Plain(share), ("limit", FaultKind.Number(6)));
        return false;
    }

    public static string Plain(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
