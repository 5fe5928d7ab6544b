using System.Runtime.CompilerServices;

namespace Allocation.Check.Proof;

/// <summary>What one place was found to be worth, by its projects under the prices (the very same, not only alike) and the rows that it keeps by itself. Most leaves of a tree leave most places as they are.</summary>
internal sealed class KnownPlaces : IEqualityComparer<KnownPlaces.Choice>
{
    private const int Remembered = 1 << 10;
    private readonly Dictionary<Choice, (long Best, double At)?> _known;

    public KnownPlaces() => _known = new(this);

    /// <summary>What a place chooses among.</summary>
    public sealed record Choice(Item[] Items, List<Tie> Ties);

    /// <summary>Its best and where that lies; null where it cannot choose.</summary>
    public (long Best, double At)? Of(List<(int Project, Item Item)> items, List<Tie>? ties, Func<Item[], (long Best, double At)?> solve)
    {
        var choice = new Choice([.. items.Select(i => i.Item)], ties ?? []);
        if (_known.TryGetValue(choice, out var known)) return known;
        if (_known.Count == Remembered) _known.Clear();
        return _known[choice] = solve(choice.Items);
    }

    public bool Equals(Choice? some, Choice? others) =>
        some!.Items.Length == others!.Items.Length && some.Items.Zip(others.Items).All(pair => ReferenceEquals(pair.First, pair.Second)) && some.Ties.SequenceEqual(others.Ties);

    public int GetHashCode(Choice choice) => choice.Items.Aggregate(choice.Ties.Count, (hash, item) => HashCode.Combine(hash, RuntimeHelpers.GetHashCode(item)));
}
