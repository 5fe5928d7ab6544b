using System.Numerics;
using Allocation.Check.Meaning;
using Allocation.Check.Reading;

namespace Allocation.Check.Proof;

/// <summary>
/// What proofs of the shortfall at some levels say about the mean of the worst-off share q. With S(t) the mean of min(u, t), it is the largest g(t) = (S(t) − (1 − q)·t)/q over t. A proof speaks of one level, or of all from a lower
/// one on, where S(t) is no more than its bound less what the places that it raises weigh times what the level lies below the highest. Whatever the plan, g rises to a higher level by no more than the difference, to a lower one by no
/// more than 1/q − 1 times it. The worst-off (a share of 0) has no more than S(t) wherever that is below t, and whole billionths. Docs: certificates.md, "Worst shares by levels".
/// </summary>
internal sealed class ShareLevels : LevelProofs
{
    private const int Digits = 15;
    private static readonly Ratio s_one = new(1, 1);
    private readonly Ratio _share, _top;
    private readonly LevelClaim[] _levels;
    private readonly Gains[] _gains;
    private readonly Ratio[] _raised;

    public ShareLevels(City city, Gains gains, Certificate certificate)
    {
        _share = city.Goal.Measure switch
        {
            "relative" => Ratio.Zero,
            "worst-share" => Ratio.Of(city.Goal.Parameter) is var share && share.Top.Sign > 0 && share.Top <= share.Bottom ? share : throw new UnreadableException($"the share {city.Goal.Parameter}"),
            _ => throw new RefusedException("levels prove the worst-off, worst shares, the relative measure, the threshold measures and leximin alone"),
        };
        _levels = [.. certificate.Levels];
        for (var k = 0; k < _levels.Length; k++)
        {
            var (from, level, before) = (_levels[k].From, _levels[k].Level, k == 0 ? 0 : _levels[k - 1].Level);
            if (from <= 0 || from > level || from < before || level <= before) throw new RefusedException("the levels do not rise from above 0");
            if (from == level && _levels[k].Below.Count > 0) throw new RefusedException("places are told to be below where there is one level");
            if (from < level && _share.Top.IsZero) throw new RefusedException("a level of the relative measure has no other from which on it holds");
        }
        _top = new(gains.Most().Max(), Gains.Unit);
        (_gains, _raised) = (new Gains[_levels.Length], new Ratio[_levels.Length]);
        for (var k = 0; k < _levels.Length; k++) (_gains[k], _raised[k]) = Raised(city, gains, _levels[k]);
    }

    public override Gains At(int level) => _gains[level];

    public override Welfare Worth(int level, Goal goal, int grain) => new(goal with { Measure = "shortfall", Parameter = _levels[level].Level }, grain);

    // With the part of the weight that is raised.
    private static (Gains Gains, Ratio Part) Raised(City city, Gains gains, LevelClaim level)
    {
        if (level.From == level.Level) return (gains, Ratio.Zero);
        var below = new HashSet<int>();
        foreach (var name in level.Below)
            if (!below.Add(city.PlaceAt.TryGetValue(name, out var n) ? n : throw new RefusedException($"the scenario has no neighbourhood '{name}'"))) throw new RefusedException($"{name} is told twice to be below");
        var by = (level.Level - level.From) * Gains.Unit;
        if (by != decimal.Truncate(by)) throw new RefusedException("from one level to another is no whole number of billionths");
        var (all, raised) = (BigInteger.Zero, BigInteger.Zero);
        for (var n = 0; n < city.Places.Length; n++) (all, raised) = (all + city.Goal.Weight(city.Places[n]), raised + (below.Contains(n) ? 0 : city.Goal.Weight(city.Places[n])));
        return (gains.Raised((long)by, below), new(raised, all));
    }

    /// <summary>The least bound, rounded up, on the worst share (or on the worst-off) that follows where S at every level is no more than the level says.</summary>
    public override decimal Follows()
    {
        if (_share.Top.IsZero) return _levels.Where(l => l.Bound < l.Level).Select(l => (decimal?)Math.Min(1, decimal.Floor(l.Bound * Gains.Unit) / Gains.Unit)).Min() ?? throw new RefusedException("no level is out of reach");
        var fall = s_one / _share - s_one;
        Ratio Line(int k, decimal t) => (Ratio.Of(_levels[k].Bound) - (_raised[k] * (Ratio.Of(_levels[k].Level) - Ratio.Of(t))) - ((s_one - _share) * Ratio.Of(t))) / _share;
        // What rises from all levels before, and what falls to all from one on, as they would be at level 0; null where there is none. From the start g(t) is no more than t.
        var (rising, falling) = (Ratio.Zero, new Ratio?[_levels.Length + 1]);
        for (var k = _levels.Length - 1; k >= 0; k--)
        {
            var own = Line(k, _levels[k].From) + (fall * Ratio.Of(_levels[k].From));
            falling[k] = falling[k + 1] is { } next ? Ratio.Min(own, next) : own;
        }
        var (highest, from) = (Ratio.Zero, Ratio.Zero);
        for (var k = 0; k < _levels.Length; k++)
        {
            var (lowest, level, low, high) = (Ratio.Of(_levels[k].From), Ratio.Of(_levels[k].Level), Line(k, _levels[k].From), Line(k, _levels[k].Level));
            highest = Ratio.Max(highest, Highest(from, lowest, [(rising, s_one), (falling[k]!.Value, Ratio.Zero - fall)]));
            List<(Ratio, Ratio)> within = [(rising, s_one)];
            if (falling[k + 1] is { } after) within.Add((after, Ratio.Zero - fall));
            var slope = lowest.CompareTo(level) < 0 ? (high - low) / (level - lowest) : Ratio.Zero;
            within.Add((low - (slope * lowest), slope));
            highest = Ratio.Max(highest, Highest(lowest, level, within));
            rising = Ratio.Min(rising, high - level);
            from = level;
        }
        // Beyond what anybody can have g falls.
        return Ratio.Max(highest, rising + Ratio.Max(from, _top)).Up(Digits);
    }

    // The largest that the least of some lines (at 0, and how it rises) is between two levels: at an end, or where two of them meet.
    private static Ratio Highest(Ratio from, Ratio to, List<(Ratio Start, Ratio Slope)> lines)
    {
        Ratio Least(Ratio t) => lines.Select(l => l.Start + (l.Slope * t)).Aggregate(Ratio.Min);
        var highest = Ratio.Max(Least(from), Least(to));
        for (var a = 0; a < lines.Count; a++)
            for (var b = 0; b < a; b++)
                if (lines[a].Slope.CompareTo(lines[b].Slope) != 0 && (lines[a].Start - lines[b].Start) / (lines[b].Slope - lines[a].Slope) is var at && at.CompareTo(from) > 0 && at.CompareTo(to) < 0)
                    highest = Ratio.Max(highest, Least(at));
        return highest;
    }
}
