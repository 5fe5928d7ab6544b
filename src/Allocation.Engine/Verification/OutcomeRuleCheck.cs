using System.Globalization;
using System.Numerics;
using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>
/// Rules over outcomes as their sentences read, in fractions of whole numbers: nothing is rounded where a comparison decides. The figure shown is rounded to twelve digits after the point.
/// </summary>
internal sealed class OutcomeRuleCheck(Ground ground, IReadOnlyList<BigInteger> outcomes, List<Lie> lies)
{
    private static readonly BigInteger Billion = 1_000_000_000, Shown = 1_000_000_000_000;
    private readonly ScenarioParts _parts = ground.Parts;

    public RuleStanding Judge(OutcomeFloorRule rule)
    {
        var reading = new ScopeReading(rule.Places);
        var holds = true;
        var bindingIn = new List<int>();
        (int Place, decimal Level)? tightest = null;
        for (var n = 0; n < outcomes.Count; n++)
        {
            var place = _parts.Neighbourhoods[n];
            decimal?[] levels = [reading.Covers(place) ? rule.AtLeast : null, .. rule.Levels.Where(l => l.Key == place.Id).Select(l => (decimal?)l.Value)];
            if (levels.Max() is not { } level) continue;
            var over = Over(n, level);
            if (over < 0)
            {
                holds = false;
                lies.Add(new(LieCodes.OutcomeFloor, $"{rule.Id} [{place.Id}]", Text(Figure(outcomes[n], Billion)), $"≥ {Text(level)}"));
            }
            if (level > 0 && Reached.At(over, Scaled(level))) bindingIn.Add(n);
            if (tightest is not { } t || over < Over(t.Place, t.Level)) tightest = (n, level);
        }
        return tightest is not { } least ? new(rule.Id, rule.Name, StandingUnit.Outcome, 0, rule.AtLeast, null, true, false)
            : new(rule.Id, rule.Name, StandingUnit.Outcome, Figure(outcomes[least.Place], Billion), least.Level, null, holds, bindingIn.Count > 0) { Place = _parts.Neighbourhoods[least.Place].Name, BindingIn = bindingIn };
    }

    public RuleStanding Judge(InequalityRule rule)
    {
        var (top, bottom) = Index(rule.Index);
        // Nothing to share: every limit is kept, and none binds.
        if (top.IsZero && bottom.IsZero) return new(rule.Id, rule.Name, Unit(rule.Index), 0, rule.AtLeast, rule.AtMost, true, false);
        BigInteger? over = rule.AtLeast is { } least ? Over(top, bottom, least) : null, under = rule.AtMost is { } most ? -Over(top, bottom, most) : null;
        var used = Figure(top, bottom);
        if (over < 0) lies.Add(new(LieCodes.InequalityLeast, rule.Id, Text(used), $"≥ {Text(rule.AtLeast!.Value)}"));
        if (under < 0) lies.Add(new(LieCodes.InequalityMost, rule.Id, Text(used), $"≤ {Text(rule.AtMost!.Value)}"));
        return new(rule.Id, rule.Name, Unit(rule.Index), used, rule.AtLeast, rule.AtMost, !(over < 0) && !(under < 0), Near(over, rule.AtLeast) || Near(under, rule.AtMost));

        bool Near(BigInteger? slack, decimal? limit) => slack is { } left && Reached.At(left, BigInteger.Abs(Fraction(limit!.Value).Digits) * bottom);
    }

    private static StandingUnit Unit(InequalityIndex index) => index == InequalityIndex.Range ? StandingUnit.Outcome : StandingUnit.Index;

    /// <summary>The index as a fraction, 0/0 where there is nothing to share; the ratio of fifths is above every limit where the least deprived have nothing and the most deprived something.</summary>
    private (BigInteger Top, BigInteger Bottom) Index(InequalityIndex index)
    {
        BigInteger[] weights = [.. _parts.Neighbourhoods.Select(n => (BigInteger)(_parts.Goal.Weighting == Weighting.Residents ? n.Residents : 1))];
        var (all, sum) = (weights.Aggregate(BigInteger.Add), outcomes.Zip(weights, (u, w) => u * w).Aggregate(BigInteger.Add));
        switch (index)
        {
            case InequalityIndex.Range: return (outcomes.Max() - outcomes.Min(), Billion);
            case InequalityIndex.Gini:
                // Every pair once: Σ ω_i ω_j |u_i − u_j| / (W · Σ ω u).
                var apart = BigInteger.Zero;
                for (var i = 0; i < outcomes.Count; i++) for (var j = 0; j < i; j++) apart += weights[i] * weights[j] * BigInteger.Abs(outcomes[i] - outcomes[j]);
                return (apart, all * sum);
            case InequalityIndex.Hoover:
                return (outcomes.Select((u, n) => weights[n] * BigInteger.Abs((all * u) - sum)).Aggregate(BigInteger.Add), 2 * all * sum);
            case InequalityIndex.Concentration:
                // Σ ω u · (weight before the rank + half the rank's own) · 2 / (W · Σ ω u) − 1.
                var twice = BigInteger.Zero;
                for (var i = 0; i < outcomes.Count; i++)
                    for (var j = 0; j < outcomes.Count; j++)
                        twice += weights[i] * outcomes[i] * weights[j] * decimal.Compare(_parts.Neighbourhoods[j].Deprivation, _parts.Neighbourhoods[i].Deprivation) switch { > 0 => 2, 0 => 1, _ => 0 };
                return (twice - (all * sum), all * sum);
            default:
                var ((poorTop, poorBottom), (richTop, richBottom)) = (Fifth(n => n.Deprivation), Fifth(n => -n.Deprivation));
                return (poorTop * richBottom, richTop * poorBottom);
        }
    }

    // The sum over the fifth of the residents with the most of something, a place on the border in part; equals count as one.
    private (BigInteger Top, BigInteger Bottom) Fifth(Func<Neighbourhood, decimal> most)
    {
        var left = new BigInteger(_parts.Neighbourhoods.Sum(n => n.Residents)); // in fifths of a resident
        BigInteger top = 0, bottom = 1;
        foreach (var equals in _parts.Neighbourhoods.Select((n, at) => (Place: n, At: at)).GroupBy(x => most(x.Place)).OrderByDescending(g => g.Key))
        {
            BigInteger residents = equals.Sum(x => x.Place.Residents), part = BigInteger.Min(left, 5 * residents);
            var sum = equals.Select(x => x.Place.Residents * outcomes[x.At]).Aggregate(BigInteger.Add);
            (top, bottom) = ((top * residents) + (sum * part * bottom), bottom * residents);
            left -= part;
            if (left.IsZero) break;
        }
        return (top, bottom);
    }

    // How far top/bottom is above a limit, in parts of the bottom and of the limit's last digit.
    private static BigInteger Over(BigInteger top, BigInteger bottom, decimal limit)
    {
        var (digits, power) = Fraction(limit);
        return (top * power) - (digits * bottom);
    }

    // How far a place is above a level, in billionths of the last digit of the level; only its sign and, between levels of one rule, its size matter.
    private BigInteger Over(int place, decimal level) => (outcomes[place] * Most / Billion) - Scaled(level);

    private static BigInteger Scaled(decimal level)
    {
        var (digits, power) = Fraction(level);
        return digits * (Most / power);
    }

    private static readonly BigInteger Most = BigInteger.Pow(10, 37);

    private static (BigInteger Digits, BigInteger Power) Fraction(decimal value)
    {
        var (digits, power) = (BigInteger.Zero, BigInteger.Pow(10, value.Scale));
        var bits = decimal.GetBits(value);
        for (var word = 2; word >= 0; word--) digits = (digits << 32) + unchecked((uint)bits[word]);
        return (value < 0 ? -digits : digits, power);
    }

    private static decimal Figure(BigInteger top, BigInteger bottom) => bottom.IsZero ? decimal.MaxValue : (decimal)(top * Shown / bottom) / (decimal)Shown;
    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
