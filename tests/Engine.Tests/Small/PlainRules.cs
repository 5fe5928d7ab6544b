using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>A limit on money: the sum over projects and funds of <see cref="Counts"/>[project, fund] times the payment is at most <see cref="Most"/>.</summary>
internal sealed record MoneyLimit(long[,] Counts, Int128 Most);

/// <summary>
/// A scenario's rules, read plainly and slowly from their sentences: those about choices and outcomes judged at once, those about money as limits on payments
/// (money in millionths of a unit; shares in millionths of millionths).
/// </summary>
internal sealed class PlainRules
{
    private const long Million = 1_000_000;
    private readonly Scenario _scenario;

    public PlainRules(Scenario scenario)
    {
        _scenario = scenario;
        var limits = new List<MoneyLimit>();
        for (var f = 0; f < scenario.Funds.Count; f++)
        {
            var own = new long[scenario.Projects.Count, scenario.Funds.Count];
            for (var p = 0; p < scenario.Projects.Count; p++) own[p, f] = 1;
            limits.Add(new(own, scenario.Funds[f].Amount));
        }
        foreach (var rule in scenario.Rules)
            switch (rule)
            {
                case MoneyRule money:
                    if (money.Ceiling is { } ceiling) limits.Add(new(Count(money.Scope, 1), (Int128)ceiling * Million));
                    if (money.Floor is { } floor) limits.Add(new(Count(money.Scope, -1), -(Int128)floor * Million));
                    break;
                case PerHeadRule { Per: PlaceLevel.Neighbourhood } perHead:
                    foreach (var n in scenario.Neighbourhoods.Where(n => Inside(n, perHead.Scope))) PerHead(perHead, other => other.Id == n.Id, n.Residents);
                    break;
                case PerHeadRule perHead:
                    foreach (var d in scenario.Neighbourhoods.Where(n => Inside(n, perHead.Scope)).GroupBy(n => n.District))
                        PerHead(perHead, other => other.District == d.Key, d.Sum(n => n.Residents));
                    break;
                case ShareRule share:
                    if (share.AtLeast is { } least) limits.Add(new(Add(Count(share.Whole, (long)(least * Million)), Count(share.Part, -Million)), 0));
                    if (share.AtMost is { } most) limits.Add(new(Add(Count(share.Part, Million), Count(share.Whole, -(long)(most * Million))), 0));
                    break;
                case ProtectRule protect:
                    var budget = protect.Ceiling ?? scenario.Funds.Where(f => (protect.Scope.Funds.Count == 0 || protect.Scope.Funds.Contains(f.Id)) && (protect.Scope.FundKind is null || protect.Scope.FundKind == f.Kind)).Sum(f => f.Amount);
                    foreach (var over in Together(scenario.Projects.Count, protect.AtOnce)) limits.Add(new(Overrun(Count(protect.Scope, 1), protect, over), (Int128)budget * Million * Million));
                    break;
                default: break; // about choices
            }
        Limits = limits;

        // Money by reach inside the scope's places and this place; at least so much per resident.
        void PerHead(PerHeadRule rule, Func<Neighbourhood, bool> here, long residents) =>
            limits.Add(new(Count(rule.Scope, -1, here), -(Int128)decimal.Ceiling(rule.PerResident * residents * Million)));
    }

    public IReadOnlyList<MoneyLimit> Limits { get; }

    /// <summary>True where locks, prerequisites and counts allow the choices, and every project allows its own.</summary>
    public bool Allow(int[] choices)
    {
        for (var p = 0; p < choices.Length; p++) if (!_scenario.Projects[p].Allows(choices[p])) return false;
        return PlainOutcomes.Allow(_scenario, choices) && _scenario.Rules.All(rule => rule switch
        {
            LockRule held => choices[At(held.Project)] >= held.Least && choices[At(held.Project)] <= held.Most,
            PrerequisiteRule needs => choices[At(needs.Project)] == 0 || needs.Requires.All(id => choices[At(id)] > 0),
            CountRule count => InRange(Enumerable.Range(0, choices.Length).Count(p => choices[p] > 0 && Holds(count.Scope, p)), count),
            _ => true,
        });
    }

    /// <summary>The funds that may pay for a project.</summary>
    public IEnumerable<int> Payers(int project) => Enumerable.Range(0, _scenario.Funds.Count).Where(f =>
    {
        var e = _scenario.Funds[f].Eligibility;
        return Holds(new Scope { Districts = e.Districts, Neighbourhoods = e.Neighbourhoods, Sectors = e.Sectors, Services = e.Services, Projects = e.Projects }, project);
    });

    /// <summary>The most of a cost that a fund may pay: all, or the grant's part.</summary>
    public long Cap(int fund, long cost)
    {
        if (_scenario.Funds[fund].Match is not { } match) return cost;
        // From just above the quotient down, so that amounts may be large.
        var most = (long)Int128.Min(cost, ((Int128)cost * match.Pays / (match.Pays + match.ForEvery)) + 2);
        while (most > 0 && most * match.ForEvery > (cost - most) * match.Pays) most--;
        return most;
    }

    private static bool InRange(int count, CountRule rule) => (rule.AtLeast is null || count >= rule.AtLeast) && (rule.AtMost is null || count <= rule.AtMost);

    private int At(string project) => Enumerable.Range(0, _scenario.Projects.Count).First(p => _scenario.Projects[p].Id == project);

    private long[,] Count(Scope scope, long times, Func<Neighbourhood, bool>? here = null)
    {
        var counts = new long[_scenario.Projects.Count, _scenario.Funds.Count];
        for (var p = 0; p < _scenario.Projects.Count; p++)
        {
            if (!Named(scope, _scenario.Projects[p])) continue;
            var everywhere = here is null && scope.Districts.Count == 0 && scope.Neighbourhoods.Count == 0 && scope.MinDeprivation is null;
            var share = everywhere ? Million : _scenario.ReachOf(p).Where(r => Inside(_scenario.Neighbourhoods[r.Neighbourhood], scope)
                && (here is null || here(_scenario.Neighbourhoods[r.Neighbourhood]))).Sum(r => (long)r.Millionths);
            for (var f = 0; f < _scenario.Funds.Count; f++)
                if ((scope.Funds.Count == 0 || scope.Funds.Contains(_scenario.Funds[f].Id)) && (scope.FundKind is null || scope.FundKind == _scenario.Funds[f].Kind))
                    counts[p, f] = share * times;
        }
        return counts;
    }

    /// <summary>Every so many of the projects, or all of them where there are no more.</summary>
    private static IEnumerable<int[]> Together(int projects, int atOnce) => Enumerable.Range(0, 1 << projects)
        .Select(set => Enumerable.Range(0, projects).Where(p => (set >> p & 1) == 1).ToArray()).Where(set => set.Length == Math.Min(projects, atOnce));

    // With these projects at the most they could cost.
    private long[,] Overrun(long[,] counts, ProtectRule rule, int[] over)
    {
        for (var p = 0; p < counts.GetLength(0); p++)
        {
            var own = rule.Overruns.Where(o => o.Key == _scenario.Projects[p].Id).Select(o => (decimal?)o.Value).FirstOrDefault() ?? rule.Overrun ?? 0;
            for (var f = 0; f < counts.GetLength(1); f++) counts[p, f] *= Million + (over.Contains(p) ? (long)(own * Million) : 0);
        }
        return counts;
    }

    private static long[,] Add(long[,] a, long[,] b)
    {
        for (var p = 0; p < a.GetLength(0); p++) for (var f = 0; f < a.GetLength(1); f++) a[p, f] += b[p, f];
        return a;
    }

    private bool Holds(Scope scope, int project)
    {
        if (!Named(scope, _scenario.Projects[project])) return false;
        if (scope.Districts.Count == 0 && scope.Neighbourhoods.Count == 0 && scope.MinDeprivation is null) return true;
        var reach = _scenario.ReachOf(project);
        return reach.Count > 0 && Inside(_scenario.Neighbourhoods[reach.First(r => r.Millionths == reach.Max(o => o.Millionths)).Neighbourhood], scope);
    }

    private static bool Inside(Neighbourhood n, Scope scope) =>
        (scope.Districts.Count == 0 || scope.Districts.Contains(n.District)) && (scope.Neighbourhoods.Count == 0 || scope.Neighbourhoods.Contains(n.Id))
        && (scope.MinDeprivation is null || n.Deprivation >= scope.MinDeprivation);

    private static bool Named(Scope scope, Project p) =>
        (scope.Sectors.Count == 0 || scope.Sectors.Contains(p.Sector)) && (scope.Projects.Count == 0 || scope.Projects.Contains(p.Id)) && (!scope.CarryOverOnly || p.CarryOver)
        && (scope.Services.Count == 0 || p.Levels.SelectMany(l => l.Outputs).Select(o => o.Service).Intersect(scope.Services).Any());
}
