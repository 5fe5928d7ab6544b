namespace Allocation.Engine.Prices;

/// <summary>What outcomes of one place are worth in a question about levels: steps that rise, and from one level on a straight line where outcomes count by themselves.</summary>
/// <param name="Quote">The question.</param>
/// <param name="Place">The place.</param>
/// <param name="Weight">Its weight, in the unit of the question.</param>
internal readonly record struct LevelWorth(LevelQuote Quote, int Place, double Weight)
{
    /// <summary>An outcome that the place must not have.</summary>
    public const double Nothing = double.NegativeInfinity;

    /// <summary>Whether more may be worth more between two stops.</summary>
    public bool Rises => Quote.CountedAbove is not null;

    public double Of(long outcome) => outcome < Quote.LeastOf(Place) ? Nothing : Quote.Worth(Place, Weight, outcome);

    /// <summary>Rising, from one outcome to another: where worth jumps or bends, and both ends.</summary>
    public long[] Stops(long from, long to)
    {
        var stops = new SortedSet<long> { from, to, Quote.LeastOf(Place), Quote.MostOf(Place), Quote.CountedAbove ?? from };
        foreach (var level in Quote.Levels) stops.Add(level.Level);
        return [.. stops.Where(stop => stop >= from && stop <= to)];
    }
}
