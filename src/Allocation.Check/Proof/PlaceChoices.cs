namespace Allocation.Check.Proof;

/// <summary>An item with what tells its choices apart beyond gain and charge: what each uses of the ceiling and of the city's row (both priced in its charge), and the bits that say it where its project is kept: the choice's number, counted from 0 where that is being out, else from 1.</summary>
internal sealed record MarkedItem(Item Item, long[] Use, long[] City, int Shift, int Width, int First)
{
    /// <summary>[choice] what is lost elsewhere, or null where nobody asked.</summary>
    public Lost[]? Lost { get; init; }
}

/// <summary>
/// Every way to choose in one place that is short of its best by no more than so much; of two that say the same of kept projects, one that uses no more and is worth no less before its use is charged speaks for both.
/// Lines above ω φ, in doubles with a margin far above their error, only rule out what loses more.
/// </summary>
internal sealed class PlaceChoices(Welfare welfare)
{
    private const int Most = 1 << 13, MostTried = 1 << 16, MostLeaves = 1 << 18;
    private const double Margin = 1.0 / (1L << 36);

    private readonly record struct Point(long Gain, long Charge, long Use, long City, UInt128 Kept)
    {
        public LostTogether Lost { get; init; }
    }

    private double _scale, _slope, _cut;
    private UsePrices _prices;
    private int _leaves;
    // [joint item] whether it is in, and the rows that it is the last of.
    private bool[] _inside = [];
    private readonly List<Tie[]> _ending = [];
    private readonly List<Point> _next = [];
    private readonly List<Way> _found = [];

    /// <summary>The choices, or null where there are too many.</summary>
    /// <param name="weight">ω.</param>
    /// <param name="start">The outcome without projects, billionths.</param>
    /// <param name="room">[service] what it can still add.</param>
    /// <param name="items">The place's projects.</param>
    /// <param name="ties">The rows that it keeps by itself.</param>
    /// <param name="best">Nothing here is worth more.</param>
    /// <param name="at">An outcome near the best's: where the line touches.</param>
    /// <param name="short">How much may be missing to the best.</param>
    /// <param name="prices">Of uses.</param>
    public List<Way>? Of(long weight, long start, long[] room, IReadOnlyList<MarkedItem> items, IReadOnlyList<Tie> ties, long best, double at, long @short, UsePrices prices)
    {
        _scale = Math.ScaleB(weight, welfare.Grain);
        (_slope, _cut) = welfare.Tangent(at, start, _scale);
        _prices = prices;
        var (joint, services, tried) = (new List<MarkedItem>(), room.Length, 1L);
        var order = new Dictionary<int, int>();
        foreach (var tie in ties) foreach (var i in tie.Items) order[i] = -1;
        _ending.Clear();
        var single = new List<MarkedItem>[services + 1];
        for (var s = 0; s <= services; s++) single[s] = [];
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Item.Services.Length <= 1 && !order.ContainsKey(i)) { single[item.Item.Services is [var s] ? s : services].Add(item); continue; }
            if ((tried *= item.Item.Choices) > MostTried) return null;
            order[i] = joint.Count;
            joint.Add(item);
            _ending.Add([.. ties.Where(t => t.Items[^1] == i).Select(t => t with { Items = [.. t.Items.Select(k => order[k])] })]);
        }
        _inside = new bool[joint.Count];
        long Room(int s) => s < services ? room[s] : 0;
        var most = new double[services + 1];
        // Logarithms are rough absolutely, not relatively: the scale counts as well.
        var size = Math.Abs(_cut) + _slope * start + Math.Abs((double)best) + _scale / 128;
        for (var s = 0; s <= services; s++)
        {
            double sum = 0, free = 0;
            foreach (var item in single[s])
            {
                sum += Highest(item);
                free += Math.Max(0, -(double)item.Item.Charges.Min());
                size += 2 * item.Item.Charges.Max(c => Math.Abs((double)c));
            }
            size += _slope * Room(s);
            most[s] = Math.Min(sum, _slope * Room(s) + free);
        }
        foreach (var item in joint) size += 2 * item.Item.Charges.Max(c => Math.Abs((double)c)) + _slope * item.Item.Gains.DefaultIfEmpty(0).Max();
        var enough = (double)best - @short - (Margin * size);
        // The most that joint projects from each on can be worth under the line, as if no service were full.
        var later = new double[joint.Count + 1];
        for (var i = joint.Count - 1; i >= 0; i--) later[i] = later[i + 1] + Enumerable.Range(0, joint[i].Item.Choices).Max(k => Worth(joint[i], k));

        var fronts = new List<Point>[services + 1];
        for (var s = 0; s <= services; s++)
        {
            double ahead = 0, others = _cut + _slope * start;
            for (var o = 0; o <= services; o++) if (o != s) others += most[o];
            foreach (var item in single[s]) ahead += Highest(item);
            List<Point> front = [default];
            foreach (var item in single[s])
            {
                ahead -= Highest(item);
                front = Add(front, item, Room(s), enough - others - ahead - later[0], @short);
                if (front.Count > Most) return null;
                if (front.Count == 0) return [];
            }
            fronts[s] = front;
            most[s] = double.NegativeInfinity;
            foreach (var point in front) most[s] = Math.Max(most[s], _slope * point.Gain - point.Charge);
        }
        var found = _found;
        found.Clear();
        _leaves = MostLeaves;
        if (!Try(joint, 0, _cut + _slope * start + most.Sum(), later, new long[services + 1], default, fronts, room, weight, start, best, @short, enough, found)) return null;
        return prices.Undominated(found);
    }

    private double Highest(MarkedItem item)
    {
        var highest = double.NegativeInfinity;
        for (var k = 0; k < item.Item.Choices; k++) highest = Math.Max(highest, Worth(item, k));
        return highest;
    }

    private double Worth(MarkedItem item, int choice)
    {
        double gain = 0;
        for (var s = 0; s < item.Item.Services.Length; s++) gain += item.Item.Gain(choice, s);
        return _slope * gain - item.Item.Charges[choice];
    }

    private static UInt128 Says(MarkedItem item, int choice) => item.Width == 0 ? 0 : (UInt128)(uint)(choice + item.First) << item.Shift;

    private static LostTogether With(LostTogether lost, MarkedItem item, int choice) => item.Lost is { } own ? lost.With(own[choice]) : lost;

    private List<Point> Add(List<Point> from, MarkedItem item, long room, double enough, long most)
    {
        var next = _next;
        next.Clear();
        foreach (var p in from)
            for (var k = 0; k < item.Item.Choices; k++)
            {
                if (item.Lost is { } lost && lost[k].All > most) continue;
                var point = new Point(Math.Min(room, p.Gain + (item.Item.Services.Length == 0 ? 0 : item.Item.Gain(k, 0))), p.Charge + item.Item.Charges[k], p.Use + item.Use[k], p.City + item.City[k], p.Kept | Says(item, k)) { Lost = With(p.Lost, item, k) };
                if (_slope * point.Gain - point.Charge >= enough + point.Lost.Least) next.Add(point);
            }
        next.Sort((a, b) => a.Kept != b.Kept ? a.Kept.CompareTo(b.Kept) : a.Charge != b.Charge ? a.Charge.CompareTo(b.Charge) : b.Gain.CompareTo(a.Gain));
        var kept = new List<Point>();
        var first = 0;
        foreach (var p in next)
        {
            if (kept.Count > 0 && kept[^1].Kept != p.Kept) first = kept.Count;
            var beaten = false;
            for (var i = first; i < kept.Count && !beaten; i++)
                beaten = kept[i].Gain >= p.Gain && _prices.Speaks(kept[i].Charge, kept[i].Use, kept[i].City, p.Charge, p.Use, p.City);
            if (!beaten) kept.Add(p);
        }
        return kept;
    }

    private bool Try(List<MarkedItem> joint, int i, double above, double[] later, long[] offset, Point so, List<Point>[] fronts, long[] room, long weight, long start, long best, long @short, double enough, List<Way> found)
    {
        if (i == joint.Count)
        {
            var tops = new double[fronts.Length + 1];
            for (var s = fronts.Length - 1; s >= 0; s--)
            {
                var top = double.NegativeInfinity;
                foreach (var p in fronts[s]) top = Math.Max(top, _slope * (s < room.Length ? Math.Min(room[s], p.Gain + offset[s]) : 0) - p.Charge);
                tops[s] = tops[s + 1] + top;
            }
            return Walk(0, start, so, offset, tops, fronts, room, weight, best, @short, enough, found);
        }
        var item = joint[i];
        for (var k = 0; k < item.Item.Choices; k++)
        {
            if (item.Lost is { } lost && lost[k].All > @short) continue;
            var beyond = With(so.Lost, item, k);
            if (above + Worth(item, k) + later[i + 1] < enough + beyond.Least) continue;
            _inside[i] = item.Item.In(k);
            if (!_ending[i].All(t => t.Holds(_inside))) continue;
            for (var s = 0; s < item.Item.Services.Length; s++) offset[item.Item.Services[s]] += item.Item.Gain(k, s);
            var next = so with { Charge = so.Charge + item.Item.Charges[k], Use = so.Use + item.Use[k], City = so.City + item.City[k], Kept = so.Kept | Says(item, k), Lost = beyond };
            if (!Try(joint, i + 1, above + Worth(item, k), later, offset, next, fronts, room, weight, start, best, @short, enough, found)) return false;
            for (var s = 0; s < item.Item.Services.Length; s++) offset[item.Item.Services[s]] -= item.Item.Gain(k, s);
        }
        return true;
    }

    private bool Walk(int s, long outcome, Point so, long[] offset, double[] tops, List<Point>[] fronts, long[] room, long weight, long best, long @short, double enough, List<Way> found)
    {
        if (_cut + _slope * outcome - so.Charge + tops[s] < enough + so.Lost.Least) return true;
        if (s == fronts.Length)
        {
            if (--_leaves < 0) return false;
            var above = welfare.Above(outcome, _scale);
            if (above - so.Charge < enough + so.Lost.Least) return true;
            var loss = Math.Max(0, checked(best - (welfare.NotBelow(outcome, weight, _scale) - so.Charge)));
            if (loss <= @short - so.Lost.Least) found.Add(new(loss, so.Use, so.City, so.Kept));
            return true;
        }
        foreach (var p in fronts[s])
        {
            var next = new Point(0, so.Charge + p.Charge, so.Use + p.Use, so.City + p.City, so.Kept | p.Kept) { Lost = so.Lost.With(p.Lost) };
            if (!Walk(s + 1, outcome + (s < room.Length ? Math.Min(room[s], p.Gain + offset[s]) : 0), next, offset, tops, fronts, room, weight, best, @short, enough, found)) return false;
        }
        return true;
    }
}
