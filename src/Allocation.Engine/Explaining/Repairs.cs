using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>Which figure of a statement is eased.</summary>
public enum EasedFigure { Amount, Floor, Ceiling, PerResident, AtLeast, AtMost, Whole }

/// <summary>
/// The least change to one statement, all others kept, that makes the scenario possible: a figure and what it has to become, or the whole statement dropped
/// (<see cref="EasedFigure.Whole"/>). In the figure's own unit: money units, money per resident, a share, a count.
/// </summary>
public sealed record Repair(Statement Statement, EasedFigure Figure, decimal From, decimal To);

/// <summary>The cheapest ways out of a conflict, each one statement eased as little as it can be; found by bisection on whole units.</summary>
public static class Repairs
{
    private const decimal SharePoint = 0.0001m;

    public static IReadOnlyList<Repair> Find(Scenario scenario, Conflict conflict, CanHold canHold) =>
        [.. conflict.Statements.Select(s => Of(scenario, s, canHold)).OfType<Repair>()];

    private static Repair? Of(Scenario scenario, Statement statement, CanHold canHold)
    {
        if (statement.IsFund)
        {
            var amount = scenario.Funds[statement.Index].Amount;
            var plenty = Variants.Plenty(scenario);
            return plenty <= amount ? null
                : Least(plenty - amount, up => canHold(Variants.WithFund(scenario, statement.Index, amount + up))) is { } more
                    ? new(statement, EasedFigure.Amount, amount, amount + more) : null;
        }
        if (canHold(Variants.Without(scenario, new HashSet<int> { statement.Index }, new HashSet<int>())) != true) return null;
        var plentyOf = Variants.Plenty(scenario);
        return scenario.Rules[statement.Index] switch
        {
            MoneyRule { Floor: { } floor } rule when Try(rule with { Floor = null }) =>
                Eased(EasedFigure.Floor, floor, floor, down => rule with { Floor = floor - down }, down => floor - down),
            MoneyRule { Ceiling: { } ceiling } rule =>
                Eased(EasedFigure.Ceiling, ceiling, Math.Max(0, plentyOf - ceiling), up => rule with { Ceiling = ceiling + up }, up => ceiling + up),
            PerHeadRule rule => Scaled(rule),
            ShareRule { AtLeast: { } low } rule when Try(rule with { AtLeast = null }) =>
                Eased(EasedFigure.AtLeast, low, Points(low), down => rule with { AtLeast = Math.Max(0, low - (down * SharePoint)) }, down => Math.Max(0, low - (down * SharePoint))),
            ShareRule { AtMost: { } high } rule =>
                Eased(EasedFigure.AtMost, high, Points(1 - high), up => rule with { AtMost = Math.Min(1, high + (up * SharePoint)) }, up => Math.Min(1, high + (up * SharePoint))),
            CountRule { AtLeast: { } few } rule when Try(rule with { AtLeast = null }) =>
                Eased(EasedFigure.AtLeast, few, few, down => rule with { AtLeast = few - (int)down }, down => few - down),
            CountRule { AtMost: { } many } rule =>
                Eased(EasedFigure.AtMost, many, scenario.Projects.Count, up => rule with { AtMost = many + (int)up }, up => many + up),
            OutcomeFloorRule { AtLeast: { } level } rule when Try(rule with { AtLeast = null }) => Lowered(level, rule),
            // These indices end at 1.
            InequalityRule { Index: not (InequalityIndex.Range or InequalityIndex.FifthsRatio), AtMost: { } cap } rule when Try(rule with { AtMost = null }) =>
                Eased(EasedFigure.AtMost, cap, Points(1 - cap), up => rule with { AtMost = Math.Min(1, cap + (up * SharePoint)) }, up => Math.Min(1, cap + (up * SharePoint))),
            _ => new(statement, EasedFigure.Whole, 0, 0),
        };

        bool Try(Rule other) => canHold(Variants.WithRule(scenario, statement.Index, other)) == true;

        Repair Eased(EasedFigure figure, decimal from, long most, Func<long, Rule> with, Func<long, decimal> figureAt) =>
            Least(most, by => canHold(Variants.WithRule(scenario, statement.Index, with(by)))) is { } by
                ? new(statement, figure, from, figureAt(by)) : new(statement, EasedFigure.Whole, 0, 0);

        // Promises per resident come in any number of decimals: eased in steps of the last one stated, or of a thousandth of the promise where that is coarser.
        Repair Scaled(PerHeadRule rule)
        {
            var step = Math.Max(1m / (decimal)Exact.Ratio(rule.PerResident).Denominator, rule.PerResident / 1000);
            return Eased(EasedFigure.PerResident, rule.PerResident, (long)Math.Ceiling(rule.PerResident / step),
                down => rule with { PerResident = Math.Max(0, rule.PerResident - (down * step)) }, down => Math.Max(0, rule.PerResident - (down * step)));
        }

        // Levels up to 1 are shares of a standard; larger ones are eased in thousandths of themselves.
        Repair Lowered(decimal level, OutcomeFloorRule rule)
        {
            var step = Math.Max(SharePoint, level / 1000);
            return Eased(EasedFigure.AtLeast, level, (long)Math.Ceiling(level / step), down => rule with { AtLeast = Math.Max(0, level - (down * step)) }, down => Math.Max(0, level - (down * step)));
        }

        static long Points(decimal share) => (long)Math.Ceiling(share / SharePoint);
    }

    /// <summary>The least whole number in [1, most] that is enough, or null where even the most is not (or nobody knows).</summary>
    private static long? Least(long most, Func<long, bool?> enough)
    {
        if (most < 1 || enough(most) != true) return null;
        long low = 0, high = most;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (enough(middle) == true) high = middle; else low = middle;
        }
        return high;
    }
}
