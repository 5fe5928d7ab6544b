using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>Which figure of a statement is eased.</summary>
public enum EasedFigure { Amount, Floor, Ceiling, PerResident, AtLeast, AtMost, AtOnce, Whole }

/// <summary>
/// The least change to one statement, all others kept, that makes the scenario possible: a figure and what it has to become, or the whole statement dropped
/// (<see cref="EasedFigure.Whole"/>). In the figure's own unit: money units, money per resident, a share, a count.
/// </summary>
public sealed record Repair(Statement Statement, EasedFigure Figure, decimal From, decimal To)
{
    /// <summary>False where less may be enough: time did not suffice to say.</summary>
    public bool Least { get; init; } = true;
    /// <summary>What it comes to in money units: the change itself, or what a dropped lock costs; null where it is no money.</summary>
    public decimal? Money { get; init; }
}

/// <summary>The cheapest ways out of a conflict, each one figure of a statement eased as little as it can be; found by bisection on whole units. A rule with two limits may have two of them.</summary>
public static class Repairs
{
    /// <summary>All of them, what costs least money first, what is no money last.</summary>
    public static IReadOnlyList<Repair> Find(Scenario scenario, Conflict conflict, CanHold canHold) => Find(scenario, conflict, new RepairSearch(scenario, canHold, null, null));

    internal static IReadOnlyList<Repair> Find(Scenario scenario, Conflict conflict, Feasibility feasibility) =>
        Find(scenario, conflict, new RepairSearch(scenario, feasibility.CanHold, feasibility.Roughly, s => feasibility.Eased(scenario, s)));

    private static IReadOnlyList<Repair> Find(Scenario scenario, Conflict conflict, RepairSearch search) => [.. conflict.Statements.SelectMany(search.Of)
        .Select(r => r with { Money = MoneyOf(scenario, r) }).OrderBy(r => r.Money ?? decimal.MaxValue)];

    private static decimal? MoneyOf(Scenario scenario, Repair repair) => repair.Figure switch
    {
        EasedFigure.Amount or EasedFigure.Floor or EasedFigure.Ceiling => Math.Abs(repair.To - repair.From),
        EasedFigure.Whole when scenario.Rules[repair.Statement.Index] is LockRule held => (decimal)Formulation.ElasticRules.PriceOf(scenario, held),
        _ => null,
    };
}

/// <summary>The least changes of one statement.</summary>
/// <param name="scenario">The scenario that cannot hold.</param>
/// <param name="canHold">Whether a variant can hold.</param>
/// <param name="roughly">The same at less cost, false only where that is certain; null = nobody knows cheaper.</param>
/// <param name="eased">The least by which a statement about money has to give way, where somebody knows without bisection.</param>
internal sealed class RepairSearch(Scenario scenario, CanHold canHold, CanHold? roughly, Func<Statement, (long Money, bool Least)?>? eased)
{
    private const decimal SharePoint = 0.0001m;

    public IEnumerable<Repair> Of(Statement statement) => statement.IsFund ? More(statement) is { } more ? [more] : [] : OfRule(statement);

    private Repair? More(Statement statement)
    {
        var (amount, plenty) = (scenario.Funds[statement.Index].Amount, Variants.Plenty(scenario));
        if (plenty <= amount || canHold(Variants.WithFund(scenario, statement.Index, plenty)) != true) return null;
        return Money(statement) is { } gives ? new(statement, EasedFigure.Amount, amount, amount + gives.Money) { Least = gives.Least }
            : Least(plenty - amount, up => Variants.WithFund(scenario, statement.Index, amount + up)) is { } more ? new(statement, EasedFigure.Amount, amount, amount + more.By) { Least = more.Sure } : null;
    }

    private Repair[] OfRule(Statement statement)
    {
        if (canHold(Variants.Without(scenario, new HashSet<int> { statement.Index }, new HashSet<int>())) != true) return [];
        var plenty = Variants.Plenty(scenario);
        // Each limit by itself, where easing it alone is enough.
        Repair?[] each = scenario.Rules[statement.Index] switch
        {
            MoneyRule rule =>
            [
                rule.Floor is { } floor && Alone(rule.Ceiling, rule with { Floor = null }) ? Eased(EasedFigure.Floor, floor, floor, down => rule with { Floor = floor - down }, down => floor - down) : null,
                rule.Ceiling is { } ceiling && Alone(rule.Floor, rule with { Ceiling = null })
                    ? Eased(EasedFigure.Ceiling, ceiling, Math.Max(0, plenty - ceiling), up => rule with { Ceiling = ceiling + up }, up => ceiling + up) : null,
            ],
            PerHeadRule rule => [Scaled(rule)],
            ShareRule rule =>
            [
                rule.AtLeast is { } low && Alone(rule.AtMost, rule with { AtLeast = null })
                    ? Eased(EasedFigure.AtLeast, low, Points(low), down => rule with { AtLeast = Math.Max(0, low - (down * SharePoint)) }, down => Math.Max(0, low - (down * SharePoint))) : null,
                rule.AtMost is { } high && Alone(rule.AtLeast, rule with { AtMost = null })
                    ? Eased(EasedFigure.AtMost, high, Points(1 - high), up => rule with { AtMost = Math.Min(1, high + (up * SharePoint)) }, up => Math.Min(1, high + (up * SharePoint))) : null,
            ],
            CountRule rule =>
            [
                rule.AtLeast is { } few && Alone(rule.AtMost, rule with { AtLeast = null }) ? Eased(EasedFigure.AtLeast, few, few, down => rule with { AtLeast = few - (int)down }, down => few - down) : null,
                rule.AtMost is { } many && Alone(rule.AtLeast, rule with { AtMost = null })
                    ? Eased(EasedFigure.AtMost, many, scenario.Projects.Count, up => rule with { AtMost = many + (int)up }, up => many + up) : null,
            ],
            ProtectRule rule => [Eased(EasedFigure.AtOnce, rule.AtOnce, rule.AtOnce - 1, down => rule with { AtOnce = rule.AtOnce - (int)down }, down => rule.AtOnce - down)],
            OutcomeFloorRule { AtLeast: { } level } rule when Try(rule with { AtLeast = null }) => [Lowered(level, rule)],
            // These indices end at 1.
            InequalityRule { Index: not (InequalityIndex.Range or InequalityIndex.FifthsRatio), AtMost: { } cap } rule when Try(rule with { AtMost = null }) =>
                [Eased(EasedFigure.AtMost, cap, Points(1 - cap), up => rule with { AtMost = Math.Min(1, cap + (up * SharePoint)) }, up => Math.Min(1, cap + (up * SharePoint)))],
            _ => [],
        };
        Repair[] found = [.. each.OfType<Repair>().Select(r => SaysNothing(scenario.Rules[statement.Index], r) ? r with { Figure = EasedFigure.Whole, From = 0, To = 0 } : r).Distinct()];
        return found.Length > 0 ? found : [new(statement, EasedFigure.Whole, 0, 0)];

        // Without its other limit a rule is dropped with the one, which was asked already.
        bool Alone<T>(T? other, Rule without) where T : struct => other is null || Try(without);

        bool Try(Rule other) => canHold(Variants.WithRule(scenario, statement.Index, other)) == true;

        Repair Eased(EasedFigure figure, decimal from, long most, Func<long, Rule> with, Func<long, decimal> figureAt) =>
            scenario.Rules[statement.Index] is MoneyRule && Money(statement) is { } gives ? new(statement, figure, from, figureAt(gives.Money)) { Least = gives.Least }
            : Least(most, by => Variants.WithRule(scenario, statement.Index, with(by))) is { } least && (least.Sure || least.By < most)
                ? new(statement, figure, from, figureAt(least.By)) { Least = least.Sure } : new(statement, EasedFigure.Whole, 0, 0) { Least = false };

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

    // A rule whose only limit is eased until nothing is left of it is dropped.
    private static bool SaysNothing(Rule rule, Repair repair) => (rule, repair.Figure) switch
    {
        (MoneyRule { Ceiling: null }, EasedFigure.Floor) or (CountRule { AtMost: null }, EasedFigure.AtLeast) or (ShareRule { AtMost: null }, EasedFigure.AtLeast)
            or (PerHeadRule, EasedFigure.PerResident) or (OutcomeFloorRule { Levels.Count: 0 }, EasedFigure.AtLeast) => repair.To <= 0,
        (ShareRule { AtLeast: null }, EasedFigure.AtMost) or (InequalityRule { AtLeast: null }, EasedFigure.AtMost) => repair.To >= 1,
        _ => false,
    };

    // A rule with a floor and a ceiling gives way in one of the two, which only bisection asks for.
    private (long Money, bool Least)? Money(Statement statement) =>
        !statement.IsFund && scenario.Rules[statement.Index] is MoneyRule { Floor: not null, Ceiling: not null } ? null : eased?.Invoke(statement);

    /// <summary>The least whole number in [1, most] that is enough, and whether everything below it is known not to be; null where even the most is not enough (or nobody knows).</summary>
    private (long By, bool Sure)? Least(long most, Func<long, Scenario> with)
    {
        if (most < 1 || canHold(with(most)) != true) return null;
        // What is certainly too little, cheaply; then from there up, because what is roughly enough mostly is.
        long low = 0, high = most;
        if (roughly is not null)
            for (var up = most; up - low > 1;)
            {
                var middle = low + ((up - low) / 2);
                if (roughly(with(middle)) == false) low = middle; else up = middle;
            }
        var sure = true;
        for (long step = 1; roughly is not null && low + step < high; step *= 4)
        {
            var answer = canHold(with(low + step));
            if (answer == true) high = low + step;
            else if (answer == false) low += step;
            // Nobody knows: more is sooner seen to be enough.
            else sure = false;
        }
        while (high - low > 1 && sure)
        {
            var middle = low + ((high - low) / 2);
            var answer = canHold(with(middle));
            if (answer == true) high = middle; else low = middle;
            sure = answer is not null;
        }
        return (high, sure);
    }
}
