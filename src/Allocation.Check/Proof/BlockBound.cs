using System.Numerics;

namespace Allocation.Check.Proof;

/// <summary>
/// The most that one place can be worth: max ω φ(u) − charges over all choices of its projects. Projects that add to one service make that service's frontier; those that
/// add to several are tried choice by choice (at most <see cref="MostTried"/> combinations; beyond that their charge is split over their services, which can only raise the bound).
/// </summary>
internal sealed class BlockBound
{
    private const int MostTried = 1 << 20, MostKept = 1 << 12;
    private readonly BlockJoin _join = new();
    private Item[] _joint = [];
    private double[] _ahead = [];

    /// <summary>What one place chooses among, ready to be asked under one measure after another: cases that between them hold every choice.</summary>
    public sealed record Choices(Case[] Cases, long[] Room);

    /// <summary>One case, and what a good choice of it is worth, with its outcome, if that is known already.</summary>
    public sealed record Case(Frontier?[] Fronts, Item[] Joint, long Free, (long Worth, long Outcome)? Found);

    /// <summary>An outcome near that of the best just found.</summary>
    public double At => _join.At;
    /// <summary>The outcome of the best just found, null where a bound stands in its place.</summary>
    public long? Outcome => _join.Outcome;

    /// <summary>Puts the projects of a place in order; null where it cannot choose within its rows.</summary>
    /// <param name="room">[service] what it can still add.</param>
    /// <param name="items">Its projects.</param>
    /// <param name="ties">The rows that it keeps by itself.</param>
    /// <param name="asked">If only this will be asked, what cannot be the answer may be left out; then null also says that nothing is worth more than what is known.</param>
    /// <param name="known">Frontiers that were made for the same place.</param>
    public static Choices? Of(long[] room, IReadOnlyList<Item> items, IReadOnlyList<Tie>? ties, Question? asked = null, KnownFrontiers? known = null)
    {
        IEnumerable<IReadOnlyList<Item>> apart = ties is null ? [items] : PlaceTies.Cases(items, ties).Select(fixings => items.Select((item, i) => fixings[i] is { } inside ? item.Where(inside) : item).ToArray());
        Case[] cases = [.. apart.Select(own => One(room, own, asked, known)).OfType<Case>()];
        return cases.Length == 0 ? null : new(cases, room);
    }

    private static Case? One(long[] room, IReadOnlyList<Item> items, Question? asked, KnownFrontiers? known)
    {
        long free = 0;
        var (joint, single) = (new List<Item>(), new List<Item>[room.Length]);
        for (var s = 0; s < room.Length; s++) single[s] = [];
        var tried = 1L;
        foreach (var item in items.OrderByDescending(i => i.Services.Length > 1 ? i.Gains.Max() : 0))
        {
            if (item.Services.Length == 0) free += item.Charges.Min();
            else if (item.Services.Length == 1) single[item.Services[0]].Add(item);
            else if (tried * item.Choices <= MostTried) { joint.Add(item); tried *= item.Choices; }
            else foreach (var part in Parts(item)) single[part.Services[0]].Add(part);
        }
        var line = asked is null || single.All(Few) ? null : new PlaceLine(asked, room, [.. items.Where(i => i.Services.Length == 0), .. joint, .. single.SelectMany(s => s)]);
        if (line is { Spare: < 0 }) return null;
        var fronts = new Frontier?[room.Length];
        for (var s = 0; s < room.Length; s++)
        {
            if (single[s].Count == 0 && !joint.Any(i => i.Services.Contains(s))) continue;
            Item[] own = [.. single[s]];
            Frontier Make() => Frontier.Of(own, room[s], line?.Slopes[s] ?? 0, line?.Spare ?? double.PositiveInfinity);
            fronts[s] = line is null && known is not null ? known.Of(own, Make) : Make();
            if (fronts[s]!.Points.Length == 0) return null;
        }
        return new(fronts, [.. joint], free, line?.Found);
    }

    // So few combinations that none need be left out.
    private static bool Few(List<Item> items) => items.Aggregate(1L, (all, item) => Math.Min(MostTried, all * item.Choices)) <= MostKept;

    /// <summary>In multiples of 2^−grain, never too little.</summary>
    public long Best(Question asked, Choices choices)
    {
        _join.Begin(asked);
        foreach (var one in choices.Cases)
        {
            _joint = one.Joint;
            _join.Next(choices.Room, one.Fronts, one.Found);
            if (_joint.Length > 0)
            {
                Prime(one.Free);
                Try(0, one.Free);
            }
            else _join.Improve(one.Free);
        }
        return _join.Best;
    }

    // One project for each service, its charge split by what it gains.
    private static IEnumerable<Item> Parts(Item item)
    {
        var left = item.Charges.ToArray();
        for (var i = item.Services.Length - 1; i >= 0; i--)
        {
            var (part, gains) = (new long[left.Length], new long[left.Length]);
            for (var k = 0; k < left.Length; k++)
            {
                Int128 all = 0;
                for (var j = 0; j < item.Services.Length; j++) all += item.Gain(k, j);
                part[k] = i == 0 || all == 0 ? (i == 0 ? left[k] : 0) : (long)((Int128)item.Charges[k] * item.Gain(k, i) / all);
                left[k] -= part[k];
                gains[k] = item.Gain(k, i);
            }
            yield return new([item.Services[i]], part, gains, item.MayBeOut);
        }
    }

    // A first good combination, so that most others need no look: choices that are best under the slope, three times over.
    private void Prime(long free)
    {
        for (var round = 0; round < 3; round++)
        {
            _join.ClearOffsets();
            var charge = free;
            foreach (var item in _joint)
            {
                var best = 0;
                for (var k = 1; k < item.Choices; k++) if (Score(item, k) > Score(item, best)) best = k;
                charge += Take(item, best, 1);
            }
            _join.Improve(charge);
        }
        _join.ClearOffsets();
        // Gains beyond a service's room count in what is ahead, which can only keep more.
        _ahead = new double[_joint.Length + 1];
        for (var i = _joint.Length - 1; i >= 0; i--) _ahead[i] = _ahead[i + 1] + Enumerable.Range(0, _joint[i].Choices).Max(k => Score(_joint[i], k));
        _join.Settle(_joint.Sum(item => Enumerable.Range(0, item.Choices).Max(k => Math.Abs(Score(item, k)) + (2 * Math.Abs((double)item.Charges[k])))));
    }

    private void Try(int at, long charge)
    {
        if (!_join.CouldBeat(charge, _ahead[at])) return;
        if (at == _joint.Length) { _join.Improve(charge); return; }
        for (var k = 0; k < _joint[at].Choices; k++)
        {
            Try(at + 1, charge + Take(_joint[at], k, 1));
            Take(_joint[at], k, -1);
        }
    }

    private double Score(Item item, int choice)
    {
        double gain = 0;
        for (var i = 0; i < item.Services.Length; i++) gain += item.Gain(choice, i);
        return (_join.Slope * gain) - item.Charges[choice];
    }

    private long Take(Item item, int choice, int sign)
    {
        for (var i = 0; i < item.Services.Length; i++) _join.Offset(item.Services[i], sign * item.Gain(choice, i));
        return item.Charges[choice];
    }
}
