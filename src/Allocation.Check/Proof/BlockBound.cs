using System.Numerics;

namespace Allocation.Check.Proof;

/// <summary>
/// The most that one place can be worth: max ω φ(u) − charges over all choices of its projects. Projects that add to one service make that service's frontier; those that
/// add to several are tried choice by choice (at most <see cref="MostTried"/> combinations; beyond that their charge is split over their services, which can only raise the bound).
/// </summary>
internal sealed class BlockBound
{
    private const int MostTried = 1 << 20;
    private readonly BlockJoin _join = new();
    private Item[] _joint = [];
    private double[] _ahead = [];

    /// <summary>What one place chooses among, ready to be asked under one measure after another: cases that between them hold every choice.</summary>
    public sealed record Choices(Case[] Cases, long[] Room);

    /// <summary>One case.</summary>
    public sealed record Case(Frontier?[] Fronts, Item[] Joint, long Free);

    /// <summary>An outcome near that of the best just found.</summary>
    public double At => _join.At;
    /// <summary>The outcome of the best just found, null where a bound stands in its place.</summary>
    public long? Outcome => _join.Outcome;

    /// <summary>Puts the projects of a place in order; null where it cannot choose within its rows. <paramref name="room"/>: [service] what it can still add.</summary>
    public static Choices? Of(long[] room, IReadOnlyList<Item> items, IReadOnlyList<Tie>? ties)
    {
        if (ties is null) return new([One(room, items)], room);
        Case[] cases = [.. PlaceTies.Cases(items, ties).Select(known => One(room, [.. items.Select((item, i) => known[i] is { } inside ? item.Where(inside) : item)]))];
        return cases.Length == 0 ? null : new(cases, room);
    }

    private static Case One(long[] room, IReadOnlyList<Item> items)
    {
        long free = 0;
        var fronts = new Frontier?[room.Length];
        var joint = new List<Item>();
        var tried = 1L;
        foreach (var item in items.OrderByDescending(i => i.Services.Length > 1 ? i.Gains.Max() : 0))
        {
            if (item.Services.Length == 0) free += item.Charges.Min();
            else if (item.Services.Length > 1 && tried * item.Choices <= MostTried) { joint.Add(item); tried *= item.Choices; }
            else Split(item, fronts, room);
        }
        foreach (var item in joint) foreach (var s in item.Services) fronts[s] ??= new Frontier(room[s]);
        return new(fronts, [.. joint], free);
    }

    /// <summary>In multiples of 2^−grain, never too little.</summary>
    public long Best(Welfare welfare, long weight, long start, Choices choices)
    {
        for (var i = 0; i < choices.Cases.Length; i++)
        {
            var one = choices.Cases[i];
            _joint = one.Joint;
            _join.Begin(welfare, weight, start, choices.Room, one.Fronts, i == 0);
            if (_joint.Length > 0)
            {
                Prime(one.Free);
                Try(0, one.Free);
            }
            else _join.Improve(one.Free);
        }
        return _join.Best;
    }

    private static void Split(Item item, Frontier?[] fronts, ReadOnlySpan<long> room)
    {
        var left = item.Charges.ToArray();
        for (var i = item.Services.Length - 1; i >= 0; i--)
        {
            var part = new long[left.Length];
            for (var k = 0; k < left.Length; k++)
            {
                Int128 all = 0;
                for (var j = 0; j < item.Services.Length; j++) all += item.Gain(k, j);
                part[k] = i == 0 || all == 0 ? (i == 0 ? left[k] : 0) : (long)((Int128)item.Charges[k] * item.Gain(k, i) / all);
                left[k] -= part[k];
            }
            (fronts[item.Services[i]] ??= new Frontier(room[item.Services[i]])).Add(item, i, part);
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
