using System.Globalization;
using System.Numerics;
using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>
/// Every rule as its sentence reads, with money in whole millionths of a money unit (reach shares are whole millionths, so nothing is rounded).
/// Whether a rule is kept is exact; whether it binds is as <see cref="Reached"/> says, but for counts and locks, which have no thousandths.
/// </summary>
internal sealed class RuleCheck(Ground ground, Plan plan, IReadOnlyList<BigInteger> outcomes, List<Lie> lies)
{
    private const int Million = 1_000_000;
    private readonly FundedProjects _funded = new(ground, plan);
    private readonly ILookup<int, Payment> _payments = plan.Payments.ToLookup(p => p.Project);

    public RuleStanding[] Run() => [.. ground.Parts.Rules.Select(Judge)];

    /// <summary>[neighbourhood] money by reach, in millionths, and what is city-wide.</summary>
    public (Int128[] Places, Int128 CityWide) Money(Scope scope)
    {
        var reading = new ScopeReading(scope);
        var counts = ground.Parts.Funds.Select(reading.Counts).ToArray();
        var places = new Int128[ground.Parts.Neighbourhoods.Count];
        Int128 cityWide = 0;
        foreach (var p in _funded.Near(scope))
        {
            if (!reading.Speaks(ground.Parts.Projects[p])) continue;
            var money = Paid(p, counts);
            cityWide += money * Million;
            foreach (var (place, millionths) in ground.Reach(p))
            {
                cityWide -= money * millionths;
                places[place] += money * millionths;
            }
        }
        return (places, cityWide);
    }

    private RuleStanding Judge(Rule rule) => rule switch
    {
        MoneyRule money => Judge(money),
        PerHeadRule perHead => Judge(perHead),
        ShareRule share => Judge(share),
        LockRule held => Judge(held),
        PrerequisiteRule needs => Judge(needs),
        CountRule count => Judge(count),
        ProtectRule protect => Judge(protect),
        OutcomeFloorRule floor => new OutcomeRuleCheck(ground, outcomes, lies).Judge(floor),
        InequalityRule cap => new OutcomeRuleCheck(ground, outcomes, lies).Judge(cap),
        _ => throw new NotSupportedException($"The verifier has no reading of {rule.GetType().Name}."),
    };

    private RuleStanding Judge(MoneyRule rule)
    {
        var used = Counted(rule.Scope);
        var low = rule.Floor is not { } floor || used >= (Int128)floor * Million;
        var high = rule.Ceiling is not { } ceiling || used <= (Int128)ceiling * Million;
        if (!low) Lie(LieCodes.Floor, rule, Units(used), $"≥ {Text(rule.Floor!.Value)}");
        if (!high) Lie(LieCodes.Ceiling, rule, Units(used), $"≤ {Text(rule.Ceiling!.Value)}");
        var binds = (rule.Floor is > 0 and var least && Reached.At(used - ((Int128)least * Million), (Int128)least * Million)) || (rule.Ceiling is { } most && Reached.At(((Int128)most * Million) - used, (Int128)most * Million));
        return new(rule.Id, rule.Name, StandingUnit.Money, (decimal)used / Million, rule.Floor, rule.Ceiling, low && high, binds);
    }

    private RuleStanding Judge(PerHeadRule rule)
    {
        var reading = new ScopeReading(rule.Scope);
        var money = Money(rule.Scope).Places;
        var places = ground.Parts.Neighbourhoods.Select((n, at) => (n, at)).Where(x => reading.Covers(x.n));
        var groups = rule.Per == PlaceLevel.Neighbourhood
            ? places.Select(x => (x.n.Id, x.n.Name, Money: (BigInteger)money[x.at], x.n.Residents, At: (int[])[x.at]))
            : places.GroupBy(x => x.n.District, StringComparer.Ordinal).Select(d =>
                (d.Key, DistrictName(d.Key), d.Aggregate(BigInteger.Zero, (sum, x) => sum + (BigInteger)money[x.at]), d.Sum(x => x.n.Residents), d.Select(x => x.at).ToArray()));
        var (units, per) = (new BigInteger(decimal.Truncate(rule.PerResident)), rule.PerResident - decimal.Truncate(rule.PerResident));
        var fraction = BigInteger.Pow(10, per.Scale);
        var promise = units * fraction + Digits(per); // per resident, over `fraction`

        (string Id, Text Name, BigInteger Money, long Residents, int[] At)? tightest = null;
        var holds = true;
        var bindingIn = new List<int>();
        foreach (var group in groups)
        {
            var promised = promise * group.Item4 * Million;
            var slack = group.Item3 * fraction - promised;
            if (slack < 0)
            {
                holds = false;
                lies.Add(new(LieCodes.PerHead, $"{rule.Id} [{group.Item1}]", Text(PerResident(group.Item3, group.Item4)), $"≥ {Text(rule.PerResident)}"));
            }
            if (promise > 0 && Reached.At(slack, promised)) bindingIn.AddRange(group.Item5);
            if (tightest is not { } t || group.Item3 * t.Residents < t.Money * group.Item4) tightest = group;
        }
        var used = tightest is { } place ? PerResident(place.Money, place.Residents) : 0;
        return new(rule.Id, rule.Name, StandingUnit.Money, used, rule.PerResident, null, holds, bindingIn.Count > 0) { Place = tightest?.Name, BindingIn = bindingIn };
    }

    private RuleStanding Judge(ShareRule rule)
    {
        BigInteger part = (BigInteger)Counted(rule.Part), whole = (BigInteger)Counted(rule.Whole);
        BigInteger least = Millionths(rule.AtLeast ?? 0) * whole, most = Millionths(rule.AtMost ?? 1) * whole;
        var low = rule.AtLeast is null || part * Million >= least;
        var high = rule.AtMost is null || part * Million <= most;
        var used = whole == 0 ? 0 : (decimal)(part * 1_000_000_000_000 / whole) / 1_000_000_000_000;
        if (!low) Lie(LieCodes.ShareLeast, rule, Text(used), $"≥ {Text(rule.AtLeast!.Value)}");
        if (!high) Lie(LieCodes.ShareMost, rule, Text(used), $"≤ {Text(rule.AtMost!.Value)}");
        var binds = (rule.AtLeast > 0 && Reached.At(part * Million - least, least)) || (rule.AtMost is not null && Reached.At(most - part * Million, most));
        return new(rule.Id, rule.Name, StandingUnit.Share, used, rule.AtLeast, rule.AtMost, low && high, binds);
    }

    private RuleStanding Judge(LockRule rule)
    {
        var at = ground.Projects[rule.Project];
        var project = ground.Parts.Projects[at];
        var highest = project.Kind switch { ProjectKind.Whole => 1, ProjectKind.Phased => project.Levels.Count, _ => project.Steps };
        var choice = plan.Choices[at];
        var holds = choice >= rule.Least && choice <= rule.Most;
        if (!holds) Lie(LieCodes.Lock, rule, Text(choice), rule.Most < highest ? $"{Text(rule.Least)} … {Text(rule.Most)}" : $"≥ {Text(rule.Least)}");
        var binds = (rule.Least > 0 && choice == rule.Least) || (rule.Most < highest && choice == rule.Most);
        return new(rule.Id, rule.Name, StandingUnit.Choice, choice, rule.Least > 0 ? rule.Least : null, rule.Most < highest ? rule.Most : null, holds, binds);
    }

    private RuleStanding Judge(PrerequisiteRule rule)
    {
        var funded = plan.Choices[ground.Projects[rule.Project]] != 0;
        var missing = rule.Requires.Where(id => plan.Choices[ground.Projects[id]] == 0).ToArray();
        if (funded) foreach (var id in missing) lies.Add(new(LieCodes.Prerequisite, $"{rule.Id} [{id}]", "0", "≥ 1"));
        // No slack where the project is in: what it requires cannot leave. Where it is out nothing is asked of what it waits for.
        return new(rule.Id, rule.Name, StandingUnit.Count, rule.Requires.Count - missing.Length, funded ? rule.Requires.Count : null, null,
            !funded || missing.Length == 0, funded);
    }

    private RuleStanding Judge(CountRule rule)
    {
        var reading = new ScopeReading(rule.Scope);
        var used = _funded.Near(rule.Scope).Count(p => reading.Holds(ground, p));
        var low = rule.AtLeast is null || used >= rule.AtLeast;
        var high = rule.AtMost is null || used <= rule.AtMost;
        if (!low) Lie(LieCodes.CountLeast, rule, Text(used), $"≥ {Text(rule.AtLeast!.Value)}");
        if (!high) Lie(LieCodes.CountMost, rule, Text(used), $"≤ {Text(rule.AtMost!.Value)}");
        var binds = (rule.AtLeast > 0 && used == rule.AtLeast) || (rule.AtMost is not null && used == rule.AtMost);
        return new(rule.Id, rule.Name, StandingUnit.Count, used, rule.AtLeast, rule.AtMost, low && high, binds);
    }

    private RuleStanding Judge(ProtectRule rule)
    {
        var reading = new ScopeReading(rule.Scope);
        var counts = ground.Parts.Funds.Select(reading.Counts).ToArray();
        var own = rule.Overruns.ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal);
        // Money in millionths of millionths: of a share of what reaches the scope, and of a share of that.
        BigInteger planned = 0, budget = rule.Ceiling ?? ground.Parts.Funds.Where((_, f) => counts[f]).Sum(f => f.Amount);
        var growth = new List<BigInteger>();
        foreach (var p in _funded.Near(rule.Scope))
        {
            var money = (BigInteger)Paid(p, counts) * reading.Inside(ground, p);
            planned += money * Million;
            growth.Add(money * Millionths(own.TryGetValue(ground.Parts.Projects[p].Id, out var share) ? share : rule.Overrun ?? 0));
        }
        growth.Sort((a, b) => b.CompareTo(a));
        var reserve = growth.Take(rule.AtOnce).Aggregate(BigInteger.Zero, BigInteger.Add);
        var (all, most) = (planned + reserve, budget * Million * Million);
        if (all > most) Lie(LieCodes.Protect, rule, Text(Units(all)), $"≤ {Text((decimal)budget)}");
        return new(rule.Id, rule.Name, StandingUnit.Money, Units(all), null, (decimal)budget, all <= most, Reached.At(most - all, most)) { Reserve = Units(reserve) };

        static decimal Units(BigInteger parts) => (decimal)BigInteger.Divide(parts, Million) / Million + ((decimal)(parts % Million) / Million / Million);
    }

    private Int128 Counted(Scope scope)
    {
        var reading = new ScopeReading(scope);
        var counts = ground.Parts.Funds.Select(reading.Counts).ToArray();
        Int128 sum = 0;
        foreach (var p in _funded.Near(scope)) if (reading.Inside(ground, p) is > 0 and var inside) sum += Paid(p, counts) * inside;
        return sum;
    }

    private Int128 Paid(int project, bool[] counts)
    {
        Int128 sum = 0;
        foreach (var payment in _payments[project]) if (counts[payment.Fund]) sum += payment.Amount;
        return sum;
    }

    private Text DistrictName(string id) => ground.Parts.Districts.FirstOrDefault(d => d.Id == id)?.Name ?? Model.Text.Same(id);
    private void Lie(string code, Rule rule, string claimed, string actual) => lies.Add(new(code, rule.Id, claimed, actual));
    private static BigInteger Millionths(decimal share) => new(decimal.Truncate(share * Million));
    private static BigInteger Digits(decimal below1) { for (var i = below1.Scale; i > 0; i--) below1 *= 10; return new(below1); }
    private static decimal PerResident(BigInteger money, long residents) => (decimal)(money / residents) / Million + (decimal)(money % residents) / residents / Million;
    private static string Units(Int128 millionths) => Text((decimal)millionths / Million);
    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
