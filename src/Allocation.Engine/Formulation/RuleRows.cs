using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>What a row's terms multiply.</summary>
public enum RowKind
{
    /// <summary>Money: y[project, fund], or the project's whole cost where <see cref="RowTerm.Fund"/> is −1.</summary>
    Money,
    /// <summary>Whether a project is funded at all: z[project] ∈ {0, 1}.</summary>
    Count,
}

/// <summary>One term of a row. <see cref="Fund"/> −1 means "whoever pays".</summary>
public readonly record struct RowTerm(int Project, int Fund, long Coefficient);

/// <summary>
/// One linear limit in whole numbers, always in the form Σ coefficient · (money or in-ness) ≤ limit. Every fund and every rule but locks and those over outcomes (<see cref="OutcomeLimits"/>) becomes rows like this,
/// and both engines (the whole model and the prices) read them. <see cref="Rule"/> is the position of the rule, −1 − f for the amount of fund f.
/// </summary>
public sealed record RuleRow(string Name, int Rule, RowKind Kind, IReadOnlyList<RowTerm> Terms, Int128 Limit)
{
    /// <summary>What a whole money unit (or one project) counts in this row: its sums are over so many.</summary>
    internal long Whole { get; init; } = 1;
    /// <summary>What the row keeps back beside its terms; null = nothing, as for all rows but those of protections. Who reads the terms alone reads a row that is easier to keep.</summary>
    internal RowReserve? Reserve { get; init; }

    /// <summary>What these choices and payments come to, with the reserve: the limit is kept where it is no more than <see cref="Limit"/>.</summary>
    /// <param name="scenario">The scenario of the row.</param>
    /// <param name="choices">[project]</param>
    /// <param name="paid">By project and fund; null where no term asks who pays.</param>
    internal Int128 Sum(Scenario scenario, IReadOnlyList<int> choices, IReadOnlyDictionary<(int Project, int Fund), long>? paid)
    {
        Int128 sum = 0;
        var reserve = Reserve is null ? null : new Dictionary<int, Int128>();
        foreach (var (p, f, coefficient) in Terms)
        {
            var counts = (Int128)coefficient * (Kind == RowKind.Count ? (choices[p] > 0 ? 1 : 0) : f < 0 ? scenario.Projects[p].CostOf(choices[p]) : paid!.GetValueOrDefault((p, f)));
            sum += counts;
            if (reserve is not null) reserve[p] = reserve.GetValueOrDefault(p) + Reserve!.Of(p, counts);
        }
        return reserve is null ? sum : sum + Reserve!.Largest(reserve.Values);
    }
}

/// <summary>
/// What a row keeps back for the <paramref name="AtOnce"/> projects whose money could grow most; <paramref name="Overruns"/> gives each project's share, in millionths. The row's coefficients are multiples of a million,
/// so that every share is whole.
/// </summary>
internal sealed record RowReserve(int AtOnce, IReadOnlyDictionary<int, int> Overruns)
{
    /// <summary>How much so much of a project's money could grow by.</summary>
    public Int128 Of(int project, Int128 money) => money / Scenario.WholeReach * Overruns.GetValueOrDefault(project);

    public Int128 Largest(IEnumerable<Int128> overruns)
    {
        Int128 sum = 0;
        foreach (var overrun in overruns.OrderDescending().Take(AtOnce)) sum += overrun;
        return sum;
    }
}

/// <summary>The rows of a scenario, and the bounds that locks put on choices.</summary>
public sealed class RuleRows
{
    private RuleRows(IReadOnlyList<RuleRow> rows, int[] least, int[] most) => (Rows, Least, Most) = (rows, least, most);

    public IReadOnlyList<RuleRow> Rows { get; }
    /// <summary>[project] the least choice that its locks allow: 0, or the smallest allowed choice that is at least the lock's.</summary>
    public IReadOnlyList<int> Least { get; }
    /// <summary>[project] the most.</summary>
    public IReadOnlyList<int> Most { get; }

    /// <summary>True where some row keeps a reserve, which prices have no row for.</summary>
    internal bool KeepReserves => Rows.Any(r => r.Reserve is not null);

    /// <summary>The same locks with other rows.</summary>
    internal RuleRows With(IReadOnlyList<RuleRow> rows) => new(rows, [.. Least], [.. Most]);

    public static RuleRows For(Scenario scenario)
    {
        var rows = new List<RuleRow>();
        var least = new int[scenario.Projects.Count];
        var most = scenario.Projects.Select(p => p.Choices).ToArray();
        for (var f = 0; f < scenario.Funds.Count; f++)
        {
            var fund = f;
            var terms = Enumerable.Range(0, scenario.Projects.Count).Where(p => scenario.EligibleFunds(p).Contains(fund)).Select(p => new RowTerm(p, fund, 1)).ToArray();
            rows.Add(new($"fund[{scenario.Funds[f].Id}]", -1 - f, RowKind.Money, terms, scenario.Funds[f].Amount));
        }
        var candidates = new ScopeCandidates(scenario);
        for (var r = 0; r < scenario.Rules.Count; r++) Add(scenario, candidates, r, rows, least, most);
        return new RuleRows(rows, least, most);
    }

    private static void Add(Scenario s, ScopeCandidates among, int r, List<RuleRow> rows, int[] least, int[] most)
    {
        switch (s.Rules[r])
        {
            case MoneyRule rule:
                var money = Money(s, among, rule.Scope, 1);
                if (rule.Ceiling is { } ceiling) rows.Add(AtMost($"{rule.Id}.ceiling", r, money, (Int128)ceiling * Scenario.WholeReach));
                if (rule.Floor is { } floor) rows.Add(AtLeast($"{rule.Id}.floor", r, money, (Int128)floor * Scenario.WholeReach));
                break;
            case PerHeadRule rule:
                foreach (var (name, scope, residents) in PerHeadPlaces(s, rule))
                    rows.Add(AtLeast($"{rule.Id}[{name}]", r, Money(s, among, scope, 1), PerHeadLimit(rule.PerResident, residents)));
                break;
            case ShareRule rule:
                if (rule.AtLeast is { } low) rows.Add(Share(s, among, rule, $"{rule.Id}.least", r, low, -1));
                if (rule.AtMost is { } high) rows.Add(Share(s, among, rule, $"{rule.Id}.most", r, high, 1));
                break;
            case LockRule rule:
                var p = s.Ids.Projects[rule.Project];
                if (rule.Least > 0) least[p] = Math.Max(least[p], Math.Max(rule.Least, s.Projects[p].LeastChoice));
                most[p] = Math.Min(most[p], rule.Most < s.Projects[p].LeastChoice ? 0 : rule.Most);
                break;
            case PrerequisiteRule rule:
                foreach (var needed in rule.Requires)
                    rows.Add(new($"{rule.Id}[{needed}]", r, RowKind.Count, [new(s.Ids.Projects[rule.Project], -1, 1), new(s.Ids.Projects[needed], -1, -1)], 0));
                break;
            case CountRule rule:
                var held = among.Of(rule.Scope).Where(i => s.Holds(rule.Scope, i)).ToArray();
                if (rule.AtMost is { } k) rows.Add(new($"{rule.Id}.most", r, RowKind.Count, [.. held.Select(i => new RowTerm(i, -1, 1))], k));
                if (rule.AtLeast is { } j) rows.Add(new($"{rule.Id}.least", r, RowKind.Count, [.. held.Select(i => new RowTerm(i, -1, -1))], -j));
                break;
            case ProtectRule rule:
                var budget = rule.Ceiling ?? Enumerable.Range(0, s.Funds.Count).Where(f => s.CountsFund(rule.Scope, f)).Sum(f => s.Funds[f].Amount);
                const long whole = (long)Scenario.WholeReach * Scenario.WholeReach;
                rows.Add(new(rule.Id, r, RowKind.Money, Money(s, among, rule.Scope, Scenario.WholeReach), (Int128)budget * whole) { Whole = whole, Reserve = Reserve(s, rule) });
                break;
            case OutcomeFloorRule or InequalityRule: break;
            default: throw new NotSupportedException(s.Rules[r].GetType().Name);
        }
    }

    private static RowReserve Reserve(Scenario s, ProtectRule rule)
    {
        var overruns = new Dictionary<int, int>();
        if (rule.Overrun is { } all) for (var p = 0; p < s.Projects.Count; p++) overruns[p] = (int)(all * Scenario.WholeReach);
        foreach (var (id, own) in rule.Overruns) overruns[s.Ids.Projects[id]] = (int)(own * Scenario.WholeReach);
        return new(rule.AtOnce, overruns);
    }

    /// <summary>The least whole number of millionths of a money unit that keeps the promise: money counts by reach, so it need not be whole units.</summary>
    private static Int128 PerHeadLimit(decimal perResident, long residents)
    {
        var (top, bottom) = Measures.Exact.Ratio(perResident);
        return (Int128)((top * residents * Scenario.WholeReach + bottom - 1) / bottom);
    }

    /// <summary>The places a per-head rule speaks of: each with a scope of its own and its residents.</summary>
    internal static IEnumerable<(string Name, Scope Scope, long Residents)> PerHeadPlaces(Scenario s, PerHeadRule rule) => rule.Per == PlaceLevel.Neighbourhood
        ? s.Neighbourhoods.Where(n => Scopes.InPlaces(n, rule.Scope)).Select(n => (n.Id, rule.Scope with { Neighbourhoods = [n.Id], Districts = [], MinDeprivation = null }, n.Residents))
        : s.Neighbourhoods.Where(n => Scopes.InPlaces(n, rule.Scope)).GroupBy(n => n.District)
            .Select(d => (d.Key, rule.Scope with { Districts = [d.Key] }, d.Sum(n => n.Residents)));

    // part − share·whole, times −sense, all in millionths of millionths: sense −1 is "at least", +1 "at most".
    private static RuleRow Share(Scenario s, ScopeCandidates among, ShareRule rule, string name, int r, decimal share, int sense)
    {
        var terms = new Dictionary<(int, int), Int128>();
        var millionths = (long)(share * Scenario.WholeReach);
        foreach (var t in Money(s, among, rule.Part, Scenario.WholeReach)) Sum(t, 1);
        foreach (var t in Money(s, among, rule.Whole, millionths)) Sum(t, -1);
        return new(name, r, RowKind.Money, [.. terms.Where(t => t.Value != 0).OrderBy(t => t.Key).Select(t => new RowTerm(t.Key.Item1, t.Key.Item2, (long)(t.Value * sense)))], 0) { Whole = (long)Scenario.WholeReach * Scenario.WholeReach };

        void Sum(RowTerm t, int sign)
        {
            // A scope over all funds and one over some must meet on the same columns.
            if (t.Fund >= 0) terms[(t.Project, t.Fund)] = terms.GetValueOrDefault((t.Project, t.Fund)) + sign * t.Coefficient;
            else foreach (var f in s.EligibleFunds(t.Project)) terms[(t.Project, f)] = terms.GetValueOrDefault((t.Project, f)) + sign * t.Coefficient;
        }
    }

    private static RuleRow AtMost(string name, int r, IReadOnlyList<RowTerm> terms, Int128 limit) => new(name, r, RowKind.Money, terms, limit) { Whole = Scenario.WholeReach };

    private static RuleRow AtLeast(string name, int r, IReadOnlyList<RowTerm> terms, Int128 limit) =>
        new(name, r, RowKind.Money, [.. terms.Select(t => t with { Coefficient = -t.Coefficient })], -limit) { Whole = Scenario.WholeReach };

    private static List<RowTerm> Money(Scenario s, ScopeCandidates among, Scope scope, long times)
    {
        var terms = new List<RowTerm>();
        var allFunds = scope.Funds.Count == 0 && scope.FundKind is null;
        foreach (var p in among.Of(scope))
        {
            var counted = s.Counted(scope, p);
            if (counted == 0) continue;
            if (allFunds) terms.Add(new(p, -1, counted * times));
            else foreach (var f in s.EligibleFunds(p)) if (s.CountsFund(scope, f)) terms.Add(new(p, f, counted * times));
        }
        return terms;
    }
}
