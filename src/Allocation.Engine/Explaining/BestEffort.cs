using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// What can be had where no plan keeps every rule: of the plans that break no statement by more than the one that breaks least in all, a fair one. It is not valid. <paramref name="Judged"/> says what it
/// breaks and how each of that stands; <paramref name="Broken"/> is all of it in money units (see <see cref="ElasticRules"/> for what counts how much), and no plan breaks less than <paramref name="AtLeast"/> (0 = not known). Rules over outcomes are not counted in it.
/// </summary>
public sealed record BestEffort(SolveResult.Solved Solved, Judgement Judged, double Broken, double AtLeast)
{
    /// <param name="scenario">A scenario without a plan.</param>
    /// <param name="known">Plans that are known to break some of it; they count where what must be broken is not found in time, or breaks more than they do.</param>
    /// <param name="solve">Solves the scenario with what must be broken eased.</param>
    /// <param name="limit">Time for finding what must be broken.</param>
    /// <param name="cancellation">Stops with the best so far.</param>
    /// <returns>Null only where no plan makes sense, not even to fund nothing.</returns>
    public static BestEffort? Find(Scenario scenario, IReadOnlyList<Plan> known, Func<Scenario, SolveResult> solve, TimeSpan limit, CancellationToken cancellation)
    {
        var problem = ProblemOf(scenario);
        return Of(problem, LeastBroken.Find(problem, _ => true, limit, cancellation), known, solve);
    }

    /// <summary>What is asked when the least is looked for. Rules over outcomes are left aside: what they ask is no money, and where the plan breaks them they are dropped.</summary>
    internal static Problem ProblemOf(Scenario scenario) => Problem.For(scenario) with { Limits = OutcomeLimits.None };

    /// <summary>The same from what must be broken; null = not found.</summary>
    internal static BestEffort? Of(Problem problem, LeastBroken? least, IReadOnlyList<Plan> known, Func<Scenario, SolveResult> solve)
    {
        var scenario = problem.Scenario;
        var overOutcomes = scenario.Rules.Any(r => r is OutcomeFloorRule or InequalityRule);
        IEnumerable<Plan> plans = least is null ? [.. known, .. WithoutSearch(scenario)] : [least.Plan, .. known];
        foreach (var plan in plans.OrderBy(p => BrokenBy(problem, p)))
        {
            var judged = Judgement.Of(scenario, plan);
            if (judged.Plan is null) continue;
            var eased = EasedScenario.Of(scenario, plan, judged);
            var best = solve(eased) is SolveResult.Solved solved && BrokenBy(problem, solved.Plan.Plan) <= BrokenBy(problem, plan) * (1 + 1e-9)
                ? solved : Verifier.Check(eased, plan).Plan is { } plain ? new SolveResult.Solved(plain, double.PositiveInfinity, Proof.Stopped, "least broken", []) : null;
            if (best is null || Judgement.Of(scenario, best.Plan.Plan) is not { Plan: not null } said) continue;
            var broken = BrokenBy(problem, best.Plan.Plan);
            return new(best, said, broken, overOutcomes ? 0 : Math.Min(least?.AtLeast ?? 0, broken));
        }
        return null;
    }

    // What locks ask for and nothing else, whatever it costs; and nothing at all.
    private static IEnumerable<Plan> WithoutSearch(Scenario scenario)
    {
        var others = Enumerable.Range(0, scenario.Rules.Count).Where(r => scenario.Rules[r] is not LockRule).ToHashSet();
        var locks = Problem.For(Variants.Without(scenario, others, Enumerable.Range(0, scenario.Funds.Count).ToHashSet()));
        if (Payments.For(locks, [.. locks.Least]) is { } locked) yield return locked;
        yield return new(new int[scenario.Projects.Count], []);
    }

    /// <summary>All that a plan breaks, in money units.</summary>
    internal static double BrokenBy(Problem problem, Plan plan)
    {
        var paid = plan.Payments.ByPair();
        var scenario = problem.Scenario;
        double all = 0;
        foreach (var row in problem.Rows.Rows)
        {
            var over = row.Sum(scenario, plan.Choices, paid) - row.Limit;
            if (over > 0) all += (double)over / row.Whole * (row.Kind == RowKind.Money ? 1 : ElasticRules.PriceOf(scenario, row));
        }
        foreach (var rule in scenario.Rules.OfType<LockRule>())
        {
            var p = scenario.Ids.Projects[rule.Project];
            var (low, high) = ElasticRules.Range(scenario.Projects[p], rule);
            if (plan.Choices[p] < low || plan.Choices[p] > high) all += ElasticRules.PriceOf(scenario, rule);
        }
        return all;
    }
}

/// <summary>A scenario with exactly that eased which a plan breaks: every broken statement may be broken as far as the plan breaks it, and no farther.</summary>
internal static class EasedScenario
{
    public static Scenario Of(Scenario scenario, Plan plan, Judgement judged)
    {
        var broken = judged.Broken.Zip(judged.Standings).ToDictionary(b => b.First, b => b.Second);
        var lacking = judged.Lies.Where(l => l.Code == LieCodes.Prerequisite).Select(l => l.About).ToHashSet(StringComparer.Ordinal);
        var eased = Scenario.WhatIf(scenario.Parts with
        {
            Funds = [.. scenario.Funds.Select((f, at) => broken.TryGetValue(new(true, at), out var s) ? f with { Amount = (long)s.Used } : f)],
            Rules = [.. scenario.Rules.SelectMany((rule, at) => broken.TryGetValue(new(false, at), out var s) ? Eased(scenario, rule, s, plan, lacking) : [rule])],
        });
        // What no figure says (a share of nothing) is dropped.
        return Variants.Without(eased, Judgement.Of(eased, plan).Broken.Where(s => !s.IsFund).Select(s => s.Index).ToHashSet(), new HashSet<int>());
    }

    private static IEnumerable<Rule> Eased(Scenario scenario, Rule rule, RuleStanding stands, Plan plan, HashSet<string> lacking) => rule switch
    {
        MoneyRule money =>
        [
            money with
            {
                Floor = money.Floor is { } floor ? Math.Min(floor, (long)Math.Floor(stands.Used)) : null,
                Ceiling = money.Ceiling is { } ceiling ? Math.Max(ceiling, (long)Math.Ceiling(stands.Used)) : null,
            },
        ],
        ProtectRule protect => [protect with { Ceiling = (long)Math.Ceiling(Math.Max(stands.Used, stands.AtMost ?? 0)) }],
        CountRule count => [count with { AtLeast = count.AtLeast is { } few ? Math.Min(few, (int)stands.Used) : null, AtMost = count.AtMost is { } many ? Math.Max(many, (int)stands.Used) : null }],
        ShareRule share => [Eased(share, stands)],
        PerHeadRule perHead => ByPlace(scenario, perHead, plan),
        PrerequisiteRule needs => needs.Requires.Where(id => !lacking.Contains($"{needs.Id} [{id}]")).ToArray() is { Length: > 0 } kept ? [needs with { Requires = kept }] : [],
        _ => [],
    };

    private static ShareRule Eased(ShareRule rule, RuleStanding stands) => rule with
    {
        AtLeast = rule.AtLeast is { } low ? Math.Min(low, Math.Floor(stands.Used * Scenario.WholeReach) / Scenario.WholeReach) : null,
        AtMost = rule.AtMost is { } high ? Math.Max(high, Math.Ceiling(stands.Used * Scenario.WholeReach) / Scenario.WholeReach) : null,
    };

    // Every place by itself: those that get what was promised keep the promise, the others what they get.
    private static IEnumerable<Rule> ByPlace(Scenario scenario, PerHeadRule rule, Plan plan)
    {
        var district = rule.Per == PlaceLevel.District;
        var places = scenario.Neighbourhoods.Where(n => Scopes.InPlaces(n, rule.Scope)).Select(n => district ? n.District : n.Id).Distinct(StringComparer.Ordinal).ToArray();
        PerHeadRule[] alone = [.. places.Select(place => rule with
        {
            Id = $"{rule.Id}·{place}", Scope = district ? rule.Scope with { Districts = [place] } : rule.Scope with { Neighbourhoods = [place], Districts = [], MinDeprivation = null },
        })];
        return alone.Zip(Verifier.Standings(Scenario.WhatIf(scenario.Parts with { Rules = alone }), plan).Rules, Rule (one, stands) => stands.Holds ? one : new MoneyRule
        {
            Id = one.Id, Name = rule.Name, Reason = rule.Reason, Scope = one.Scope,
            Floor = (long)Math.Floor(stands.Used * scenario.Neighbourhoods.Where(n => Scopes.InPlaces(n, one.Scope)).Sum(n => n.Residents)),
        });
    }
}
