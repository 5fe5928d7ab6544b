namespace Allocation.Host.Reports;

/// <summary>A group of residents chosen by need: their share of all residents and of the money that has a place, in [0, 1], and their money per resident.</summary>
internal sealed record NeedShare(double Residents, double Money, decimal PerResident);

/// <summary>Who gets how much of the money, read off the concentration curve at any point: there is no line between needy and not, so a reader sees what every line would say.</summary>
internal static class NeedShares
{
    /// <summary>Cumulative shares of residents and of the money that has a place, the first of <paramref name="ranked"/> first; places of one rank are one step.</summary>
    public static IReadOnlyList<(double X, double Y)> Curve(IReadOnlyList<PlaceView> ranked, Func<PlaceView, decimal> rank, Func<PlaceView, double>? amount = null)
    {
        double Amount(PlaceView place) => amount is null ? (double)place.Money : amount(place);
        double people = ranked.Sum(n => n.Residents), all = ranked.Sum(Amount);
        var points = new List<(double, double)> { (0, 0) };
        double x = 0, y = 0;
        foreach (var step in ranked.GroupBy(rank))
        {
            (x, y) = (x + step.Sum(n => n.Residents), y + step.Sum(Amount));
            points.Add((x / people, all == 0 ? 0 : y / all));
        }
        return points;
    }

    /// <summary>The neediest <paramref name="part"/> of residents by the continuous index; a place on the border is split by residents.</summary>
    public static NeedShare Neediest(PlanView view, double part) => At(view, Curve([.. view.Neighbourhoods.OrderByDescending(n => n.Deprivation)], n => n.Deprivation), part);

    /// <summary>The <paramref name="part"/> of residents who have least before any project, whatever the index says of them.</summary>
    public static NeedShare LeastServed(PlanView view, double part) => At(view, Curve([.. view.Neighbourhoods.OrderBy(n => n.Before)], n => n.Before), part);

    /// <summary>Neighbourhoods at least this deprived; null where there are none.</summary>
    public static NeedShare? AtLeast(PlanView view, decimal deprivation)
    {
        PlaceView[] inside = [.. view.Neighbourhoods.Where(n => n.Deprivation >= deprivation)];
        if (inside.Length == 0) return null;
        var (money, all, residents) = (inside.Sum(n => n.Money), view.Neighbourhoods.Sum(n => n.Money), inside.Sum(n => n.Residents));
        return new((double)residents / view.Totals.Residents, all == 0 ? 0 : (double)(money / all), money / residents);
    }

    private static NeedShare At(PlanView view, IReadOnlyList<(double X, double Y)> curve, double part)
    {
        var next = 1;
        while (next < curve.Count - 1 && curve[next].X < part) next++;
        var (a, b) = (curve[next - 1], curve[next]);
        var share = a.Y + ((b.Y - a.Y) * (part - a.X) / (b.X - a.X));
        return new(part, share, (decimal)share * view.Neighbourhoods.Sum(n => n.Money) / ((decimal)part * view.Totals.Residents));
    }
}
