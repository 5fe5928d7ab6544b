using Allocation.Engine.Formulation;

namespace Allocation.Engine.Prices;

/// <summary>
/// Rows over who is in (prerequisites, either/ors, counts) whose projects all have a copy in one place. Every plan chooses there within them, so that the place's own best may as well: no price need be paid for what
/// binds nobody else. A few projects of a place can be tied like this before there is too much to try; other rows are left to their prices.
/// </summary>
internal sealed class PlaceTies
{
    private const int MostTried = 1 << 10;

    /// <summary>A row at one place.</summary>
    /// <param name="Copies">Ascending, one per term.</param>
    /// <param name="Coefficients">Of being in.</param>
    /// <param name="Limit">The most that they may add up to.</param>
    internal readonly record struct Tie(int[] Copies, long[] Coefficients, long Limit);

    private readonly Tie[][] _at;
    private readonly bool[] _tied;

    private PlaceTies(PriceModel model)
    {
        (_at, _tied, Kept) = (new Tie[model.Places][], new bool[model.Copies], new bool[model.Rows.Count]);
        Array.Fill(_at, []);
        var tried = new long[model.Places];
        Array.Fill(tried, 1);
        var rows = model.Problem.Rows.Rows;
        foreach (var r in Enumerable.Range(0, rows.Count).Where(r => rows[r].Kind == RowKind.Count && rows[r].Terms.Count > 0).OrderBy(r => rows[r].Terms.Count))
            foreach (var n in Places(model, rows[r].Terms))
            {
                (int Copy, long Coefficient)[] terms = [.. rows[r].Terms.Select(t => (Copy(model, t.Project, n), t.Coefficient)).Order()];
                var among = terms.Where(t => !_tied[t.Copy]).Aggregate(tried[n], (all, t) => Math.Min(MostTried + 1, all * (model.OptionCount(model.ProjectOf(t.Copy)) + 1)));
                if (among > MostTried) continue;
                tried[n] = among;
                foreach (var (copy, _) in terms) _tied[copy] = true;
                _at[n] = [.. _at[n], new([.. terms.Select(t => t.Copy)], [.. terms.Select(t => t.Coefficient)], (long)rows[r].Limit)];
                Kept[r] = true;
            }
    }

    /// <summary>[row] true where some place keeps it by itself.</summary>
    public bool[] Kept { get; }

    public static PlaceTies For(PriceModel model) => new(model);

    /// <summary>Whether a copy is in a row that its place keeps.</summary>
    public bool Ties(int copy) => _tied[copy];

    /// <summary>The rows that a place keeps.</summary>
    public ReadOnlySpan<Tie> At(int place) => _at[place];

    /// <summary>Whether the rows of a place hold whose last copy is <paramref name="copy"/>, options of all copies up to it being known. <paramref name="options"/>: [copy of the place].</summary>
    public bool HoldsUpTo(int place, int copy, ReadOnlySpan<int> options, int first)
    {
        foreach (var tie in _at[place]) if (tie.Copies[^1] == copy && !Holds(tie, options, first)) return false;
        return true;
    }

    /// <summary>Whether all rows of a place hold.</summary>
    public bool Holds(int place, ReadOnlySpan<int> options, int first)
    {
        foreach (var tie in _at[place]) if (!Holds(tie, options, first)) return false;
        return true;
    }

    /// <summary>Whether a row holds at its place.</summary>
    public static bool Holds(in Tie tie, ReadOnlySpan<int> options, int first)
    {
        long sum = 0;
        for (var i = 0; i < tie.Copies.Length; i++) if (options[tie.Copies[i] - first] >= 0) sum += tie.Coefficients[i];
        return sum <= tie.Limit;
    }

    // The places where every project of the terms has a copy, ascending.
    private static List<int> Places(PriceModel model, IReadOnlyList<RowTerm> terms)
    {
        var places = new List<int>();
        foreach (var c in model.CopiesOf(terms[0].Project))
            if (terms.All(t => Copy(model, t.Project, model.PlaceOf(c)) >= 0)) places.Add(model.PlaceOf(c));
        return places;
    }

    private static int Copy(PriceModel model, int project, int place)
    {
        foreach (var c in model.CopiesOf(project)) if (model.PlaceOf(c) == place) return c;
        return -1;
    }
}
