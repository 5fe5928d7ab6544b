using System.Numerics;
using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>
/// Outcomes in whole billionths, worked out again from stocks, standards and outputs. Every figure (a service's weight, a stock, one output row's part for one
/// place and one step, a project's points or money for one place and one step) is an exact fraction rounded half up once; sums are then whole numbers.
/// </summary>
internal sealed class OutcomeReading
{
    private static readonly BigInteger Billion = 1_000_000_000;
    private readonly Ground _ground;
    private readonly long[,] _weight;
    private readonly long[] _weights;

    public OutcomeReading(Ground ground)
    {
        _ground = ground;
        var parts = ground.Parts;
        _weight = new long[parts.Neighbourhoods.Count, parts.Services.Count];
        _weights = new long[parts.Neighbourhoods.Count];
        for (var n = 0; n < _weights.Length; n++) for (var s = 0; s < parts.Services.Count; s++) _weight[n, s] = parts.Services[s].Weight;
        foreach (var need in parts.Needs) _weight[ground.NeighbourhoodAt(need.Neighbourhood), ground.Services[need.Service]] = need.Weight;
        for (var n = 0; n < _weights.Length; n++) for (var s = 0; s < parts.Services.Count; s++) _weights[n] += _weight[n, s];
    }

    /// <summary>[neighbourhood] before any project, and under the choices.</summary>
    public (BigInteger[] Before, BigInteger[] After) Of(IReadOnlyList<int> choices) =>
        _ground.Parts.Goal.Outcome == OutcomeKind.Attainment ? Attainment(choices) : PerHead(choices);

    private (BigInteger[], BigInteger[]) Attainment(IReadOnlyList<int> choices)
    {
        var parts = _ground.Parts;
        int places = parts.Neighbourhoods.Count, services = parts.Services.Count;
        var have = new BigInteger[places, services];
        Stock(have);
        var added = new BigInteger[places, services];
        for (var p = 0; p < choices.Count; p++)
        {
            if (choices[p] == 0) continue;
            var (level, steps, times) = Carried(parts.Projects[p], choices[p]);
            foreach (var (n, millionths) in _ground.Reach(p))
                foreach (var output in level.Outputs)
                {
                    var s = _ground.Services[output.Service];
                    added[n, s] += Part(n, s, output.Amount, millionths, steps) * times;
                }
        }
        var (before, after) = (new BigInteger[places], new BigInteger[places]);
        for (var n = 0; n < places; n++)
            for (var s = 0; s < services; s++)
            {
                if (_weight[n, s] == 0) continue;
                var cap = HalfUp(Billion * _weight[n, s], _weights[n]);
                before[n] += BigInteger.Min(cap, have[n, s]);
                after[n] += BigInteger.Min(cap, have[n, s] + added[n, s]);
            }
        return (before, after);
    }

    private void Stock(BigInteger[,] have)
    {
        foreach (var stock in _ground.Parts.Stocks)
        {
            int n = _ground.NeighbourhoodAt(stock.Neighbourhood), s = _ground.Services[stock.Service];
            have[n, s] = Part(n, s, stock.Amount, 1_000_000, 1);
        }
    }

    private (BigInteger[], BigInteger[]) PerHead(IReadOnlyList<int> choices)
    {
        var parts = _ground.Parts;
        var after = new BigInteger[parts.Neighbourhoods.Count];
        for (var p = 0; p < choices.Count; p++)
        {
            if (choices[p] == 0) continue;
            var (level, steps, times) = Carried(parts.Projects[p], choices[p]);
            foreach (var (n, millionths) in _ground.Reach(p)) after[n] += PerHead(level, n, millionths, steps) * times;
        }
        return (new BigInteger[after.Length], after);
    }

    /// <summary>[neighbourhood] with every project carried out as far as it helps there most, service by service.</summary>
    public BigInteger[] Ceilings()
    {
        var parts = _ground.Parts;
        var (attainment, services) = (parts.Goal.Outcome == OutcomeKind.Attainment, parts.Goal.Outcome == OutcomeKind.Attainment ? parts.Services.Count : 1);
        var most = new BigInteger[parts.Neighbourhoods.Count, services];
        if (attainment) Stock(most);
        for (var p = 0; p < parts.Projects.Count; p++)
            foreach (var (n, millionths) in _ground.Reach(p))
                for (var s = 0; s < services; s++)
                {
                    var best = BigInteger.Zero;
                    // Every step of a divisible project adds the same, so that its last choice stands for all of them.
                    for (var c = parts.Projects[p].Kind == ProjectKind.Divisible ? parts.Projects[p].Choices : 1; c <= parts.Projects[p].Choices; c++)
                    {
                        var (level, steps, times) = Carried(parts.Projects[p], c);
                        best = BigInteger.Max(best, times * (attainment
                            ? level.Outputs.Where(o => _ground.Services[o.Service] == s).Aggregate(BigInteger.Zero, (sum, o) => sum + Part(n, s, o.Amount, millionths, steps)) : PerHead(level, n, millionths, steps)));
                    }
                    most[n, s] += best;
                }
        var ceilings = new BigInteger[parts.Neighbourhoods.Count];
        for (var n = 0; n < ceilings.Length; n++)
            for (var s = 0; s < services; s++)
                ceilings[n] += !attainment ? most[n, s] : _weight[n, s] == 0 ? 0 : BigInteger.Min(HalfUp(Billion * _weight[n, s], _weights[n]), most[n, s]);
        return ceilings;
    }

    /// <summary>Points or money of a level, for one place's residents (and need) and one of so many steps, in billionths.</summary>
    private BigInteger PerHead(Level level, int n, int millionths, int steps)
    {
        var (goal, place) = (_ground.Parts.Goal, _ground.Parts.Neighbourhoods[n]);
        var (top, bottom) = Fraction(goal.Outcome == OutcomeKind.Benefit ? level.Benefit : level.Cost);
        var (need, needs) = goal is { Outcome: OutcomeKind.Money, NeedWeighted: true } ? Fraction(place.Deprivation) : (1, 1);
        return HalfUp(Billion * top * millionths * needs, bottom * 1_000_000 * place.Residents * steps * need);
    }

    /// <summary>The level carried out, into how many steps it is cut, and how many of them count.</summary>
    private static (Level Level, int Steps, int Times) Carried(Project p, int choice) =>
        p.Kind == ProjectKind.Divisible ? (p.Levels[0], p.Steps, choice) : (p.Levels[choice - 1], 1, 1);

    /// <summary>weight/weights · amount·share / (standard·residents·steps), in billionths.</summary>
    private BigInteger Part(int n, int s, decimal amount, int millionths, int steps)
    {
        if (_weight[n, s] == 0) return 0;
        var (top, bottom) = Fraction(amount);
        var (standard, standards) = Fraction(_ground.Parts.Services[s].Standard);
        return HalfUp(Billion * _weight[n, s] * top * millionths * standards,
            (BigInteger)_weights[n] * bottom * 1_000_000 * standard * _ground.Parts.Neighbourhoods[n].Residents * steps);
    }

    private static BigInteger HalfUp(BigInteger top, BigInteger bottom)
    {
        var (whole, rest) = BigInteger.DivRem(top, bottom);
        return 2 * rest >= bottom ? whole + 1 : whole;
    }

    /// <summary>A decimal, exactly: its digits over a power of ten.</summary>
    private static (BigInteger Top, BigInteger Bottom) Fraction(decimal value)
    {
        var bottom = BigInteger.One;
        while (value.Scale > 0 && decimal.Truncate(value) != value)
        {
            if (Math.Abs(value) > decimal.MaxValue / 10) return Long(value, bottom);
            (value, bottom) = (value * 10, bottom * 10);
        }
        return (new BigInteger(value), bottom);
    }

    // So many digits that another shift would overflow: the whole part and the rest by themselves.
    private static (BigInteger, BigInteger) Long(decimal value, BigInteger bottom)
    {
        var whole = decimal.Truncate(value);
        var (top, under) = Fraction(value - whole);
        return (new BigInteger(whole) * under + top, under * bottom);
    }
}
