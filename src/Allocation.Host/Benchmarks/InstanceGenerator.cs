using Allocation.Engine.Model;

namespace Allocation.Host.Benchmarks;

/// <summary>
/// Makes the benchmark instances that <c>docs/instances.md</c> describes, draw by draw, with whole numbers only. The order of draws is the format: change
/// nothing here without a new shape number, for published figures stand on these instances (their hashes are frozen by a test).
/// </summary>
internal sealed class InstanceGenerator
{
    public const int Services = 4;
    public const int Sectors = 3;
    // Per resident: thousandths of the service's unit, weight, and million rial to bring one resident from nothing to the standard.
    private static readonly (string Id, Text Name, Text Unit, int Standard, int Weight, int Price)[] Kinds =
    [
        ("green", new("فضای سبز", "Green space"), new("متر مربع", "m²"), 8000, 3, 6),
        ("sport", new("ورزش", "Sport"), new("متر مربع", "m²"), 1500, 3, 9),
        ("culture", new("فرهنگ", "Culture"), new("متر مربع", "m²"), 400, 2, 4),
        ("library", new("کتابخانه", "Library"), new("متر مربع", "m²"), 120, 2, 2),
    ];
    private static readonly Provenance Made = new("instance generator, docs/instances.md", true);
    private static readonly int[] Offsets = [-2, -1, 1, 2];

    private readonly InstanceSpec _spec;
    private readonly SplitMix64 _random;
    private readonly int[] _residents, _deprivation, _sites;
    private readonly int _districts;

    private InstanceGenerator(InstanceSpec spec)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(spec.Places, InstanceSpec.FewestPlaces);
        ArgumentOutOfRangeException.ThrowIfLessThan(spec.Projects, InstanceSpec.FewestProjects);
        (_spec, _random) = (spec, new SplitMix64(State(spec)));
        (_residents, _deprivation, _sites) = (new int[spec.Places], new int[spec.Places], new int[spec.Projects]);
        _districts = Math.Max(2, spec.Places / 15);
    }

    /// <summary>The instance as parts of a scenario, with the goal given (default: geometric mean of attainment, by residents).</summary>
    public static ScenarioParts Make(InstanceSpec spec, Goal? goal = null) => new InstanceGenerator(spec).Run(goal ?? new Goal());

    private static ulong State(InstanceSpec spec)
    {
        ulong state = 0;
        foreach (var part in (ReadOnlySpan<int>)[spec.Seed, spec.Places, spec.Projects, spec.Shape.Number])
            state = SplitMix64.Mix(unchecked(state + 0x9E3779B97F4A7C15 + (ulong)part));
        return state;
    }

    private ScenarioParts Run(Goal goal)
    {
        var places = Enumerable.Range(0, _spec.Places).Select(Place).ToArray();
        var stocks = new List<Stock>(_spec.Places * Services);
        for (var n = 0; n < _spec.Places; n++)
            for (var v = 0; v < Services; v++)
            {
                // The better off have more: 5 % to 55 % of the standard, and up to 30 % more where nobody is deprived.
                var held = 50 + _random.Below(500) + (1000 - _deprivation[n]) * _random.Below(301) / 1000;
                stocks.Add(new(places[n].Id, Kinds[v].Id, Thousandths((long)Kinds[v].Standard * _residents[n] * held / 1000), Made));
            }

        var projects = new Project[_spec.Projects];
        var local = _spec.Projects - _spec.Shape.CityWide;
        for (var p = 0; p < local; p++) projects[p] = Local(p);
        var budget = projects.Take(local).Sum(p => p.FullCost) * _spec.Shape.Budget / 100;
        for (var p = local; p < projects.Length; p++) projects[p] = CityWide(p, budget);

        var all = _residents.Sum(r => (long)r);
        var rules = new List<Rule>();
        for (var d = 0; d < _districts; d++) rules.Add(DistrictCap(d, budget, all));
        if (_spec.Shape.Mixed) MixedInstances.AddRules(rules, projects, budget);
        return new()
        {
            Id = _spec.Id,
            Name = new($"نمونه {_spec.Id}", $"Instance {_spec.Id}"),
            City = new("شهر ساختگی", "Made-up city"),
            FiscalYear = "1401",
            Money = new(new("میلیون ریال", "million rial"), 1_000_000),
            Goal = goal,
            Districts = [.. Enumerable.Range(0, _districts).Select(d => new District(DistrictId(d), new($"منطقه {d + 1}", $"District {d + 1}"), Made))],
            Sectors = [.. Enumerable.Range(1, Sectors).Select(s => new Sector($"s{s}", new($"کمیسیون {s}", $"Commission {s}")))],
            Services = [.. Kinds.Select(k => new Service(k.Id, k.Name, k.Unit, Thousandths(k.Standard), k.Weight, Made))],
            Neighbourhoods = places,
            Stocks = stocks,
            Projects = projects,
            Funds = _spec.Shape.Mixed ? MixedInstances.Funds(budget, _districts) : [new() { Id = "general", Name = new("بودجه", "General budget"), Amount = budget, Kind = FundKind.Cash, Provenance = Made }],
            Rules = rules,
            Notes = new("داده ساختگی برای سنجش سرعت", "Synthetic data for measuring speed"),
        };
    }

    private Neighbourhood Place(int n)
    {
        _residents[n] = 2000 + _random.Below(6000) + _random.Below(12000);
        _deprivation[n] = _random.Below(1001);
        return new($"n{n + 1}", new($"محله {n + 1}", $"Neighbourhood {n + 1}"), DistrictId(DistrictOf(n)), _residents[n], Thousandths(_deprivation[n]), Made);
    }

    private Project Local(int p)
    {
        var shape = _spec.Shape;
        var site = shape.Mixed && MixedInstances.SharesSiteWithPrevious(p) ? _sites[p - 1] : _random.Below(_spec.Places);
        _sites[p] = site;
        var service = _random.Below(Services);
        var sector = _random.Below(Sectors);
        var size = 80 + _random.Below(520);
        var large = shape.Large > 0 && _random.Below(100) < shape.Large;
        var neighbours = large ? 3 : _random.Below(100) < shape.Shared ? 1 + _random.Below(3) : 0;
        var reach = ReachFrom(site, neighbours);
        if (large) size *= 5;
        size = size * (4 + neighbours) / 4;
        // Costs are tens of million rial, 60 % to 180 % of what the output usually costs.
        var cost = ((long)_residents[site] * size * Kinds[service].Price * (60 + _random.Below(121)) / 100_000 + 9) / 10 * 10;
        var output = (long)Kinds[service].Standard * _residents[site] * size / 1000;
        var extra = -1;
        if (shape.Mixed && _random.Below(100) < 20) extra = (service + 1 + _random.Below(Services - 1)) % Services;
        var second = extra < 0 ? 0 : (long)Kinds[extra].Standard * _residents[site] * size / 4000;
        var kind = shape.Mixed ? _random.Below(100) : 100;
        return MixedInstances.Shaped(kind, NameOf(p), cost, percent => [.. Outputs(service, output, extra, second, percent)]) with
        {
            Id = $"p{p + 1}",
            Sector = $"s{sector + 1}",
            Reach = reach,
            Provenance = Made,
        };
    }

    private static IEnumerable<Output> Outputs(int service, long output, int extra, long second, int percent)
    {
        yield return new(Kinds[service].Id, Thousandths(output * percent / 100));
        if (extra >= 0) yield return new(Kinds[extra].Id, Thousandths(second * percent / 100));
    }

    private List<Reach> ReachFrom(int site, int neighbours)
    {
        var reach = new List<Reach>(neighbours + 1);
        Span<int> offsets = stackalloc int[Offsets.Length];
        Offsets.CopyTo(offsets);
        var left = 100;
        for (var k = 0; k < neighbours; k++)
        {
            var chosen = k + _random.Below(offsets.Length - k);
            (offsets[k], offsets[chosen]) = (offsets[chosen], offsets[k]);
            var share = 10 + _random.Below(15);
            left -= share;
            reach.Add(new(ReachKind.Neighbourhood, $"n{(site + offsets[k] + _spec.Places) % _spec.Places + 1}", share / 100m));
        }
        reach.Insert(0, new(ReachKind.Neighbourhood, $"n{site + 1}", left / 100m));
        return reach;
    }

    // Two to five per cent of the budget each; serves two to eight per cent of the whole city's standard in one service, a fifth of it nobody's in particular.
    private Project CityWide(int p, long budget)
    {
        _sites[p] = -1;
        var service = _random.Below(Services);
        var sector = _random.Below(Sectors);
        var cost = (budget * (20 + _random.Below(31)) / 1000 + 9) / 10 * 10;
        var output = _residents.Sum(r => (long)r) * Kinds[service].Standard / 1000 * (20 + _random.Below(61));
        return new()
        {
            Id = $"p{p + 1}",
            Name = NameOf(p),
            Sector = $"s{sector + 1}",
            Kind = ProjectKind.Whole,
            Levels = [new(NameOf(p), cost, [new(Kinds[service].Id, Thousandths(output))], 0)],
            Reach = [new(ReachKind.Everywhere, "", 0.8m), new(ReachKind.CityWide, "", 0.2m)],
            Provenance = Made,
        };
    }

    private MoneyRule DistrictCap(int d, long budget, long all)
    {
        var inside = 0L;
        for (var n = 0; n < _spec.Places; n++) if (DistrictOf(n) == d) inside += _residents[n];
        var percent = _spec.Shape.CapFrom + _random.Below(_spec.Shape.CapBelow - _spec.Shape.CapFrom);
        return new()
        {
            Id = $"cap-{DistrictId(d)}",
            Name = new($"سقف منطقه {d + 1}", $"Ceiling of district {d + 1}"),
            Reason = new("هیچ منطقه‌ای بیش از سهم خود نمی‌گیرد", "No district takes much more than its part"),
            Scope = new() { Districts = [DistrictId(d)] },
            Ceiling = (long)((Int128)budget * inside * percent / all / 100),
        };
    }

    private static Text NameOf(int p) => new($"پروژه {p + 1}", $"Project {p + 1}");
    private int DistrictOf(int n) => (int)((long)n * _districts / _spec.Places);
    internal static string DistrictId(int d) => $"d{d + 1}";
    private static decimal Thousandths(long amount) => amount / 1000m;
}
