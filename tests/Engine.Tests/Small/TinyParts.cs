using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>Draws the parts of one tiny scenario.</summary>
internal sealed class TinyParts(Draw draw)
{
    private static readonly Provenance Drawn = new("drawn at random", true, "1401-01-01");
    private string[] _places = [], _districts = [], _sectors = [], _services = [];

    public ScenarioParts Make(OutcomeKind? outcome, string? measure)
    {
        _districts = Named("d", draw.From(1, 2));
        _places = Named("n", draw.From(Math.Max(1, _districts.Length), 4));
        _sectors = Named("c", draw.From(1, 2));
        _services = Named("s", draw.From(1, 3));
        var kind = outcome ?? draw.One(OutcomeKind.Attainment, OutcomeKind.Attainment, OutcomeKind.Benefit, OutcomeKind.Money);
        var stocked = draw.Chance(50);
        var projects = Enumerable.Range(0, draw.From(1, 6)).Select(Project).ToArray();
        // Few enough choices that thousands of scenarios can be searched.
        while (projects.Aggregate(1, (all, p) => all * (p.Choices - p.LeastChoice + 2)) > 200) projects = projects[..^1];
        var all = projects.Sum(p => (int)p.FullCost);
        var funds = Enumerable.Range(0, draw.From(1, 3)).Select(f => Fund(f, projects, all)).ToArray();
        return new ScenarioParts
        {
            Id = "tiny", Name = Text.Same("tiny"), City = Text.Same("city"), FiscalYear = "1401",
            Money = new MoneyUnit(new("میلیون ریال", "million rial"), 1_000_000),
            Goal = Goal(kind, measure, stocked),
            Districts = [.. _districts.Select(d => new District(d, Text.Same(d), Drawn))],
            Sectors = [.. _sectors.Select(c => new Sector(c, Text.Same(c)))],
            Services = [.. _services.Select(s => new Service(s, Text.Same(s), new("متر", "m²"), draw.One(0.5m, 1m, 2.25m, 3m), draw.From(1, 3), Drawn))],
            Neighbourhoods = [.. _places.Select((n, i) => new Neighbourhood(n, Text.Same(n), _districts[i % _districts.Length], draw.From(1, 9), draw.From(1, 10) / 10m, Drawn))],
            Stocks = [.. from n in _places from s in _services where stocked || draw.Chance(50) select new Stock(n, s, draw.One(0.1m, 0.75m, 1m, 4m), Drawn)],
            Needs = [.. from n in _places from s in _services where draw.Chance(15) select new Need(n, s, draw.From(stocked ? 1 : 0, 4), "vote", Drawn)],
            Projects = projects, Funds = funds,
            Rules = [.. new TinyRules(draw, _places, _districts, _sectors, _services, projects, funds).Make()],
        };
    }

    private Goal Goal(OutcomeKind kind, string? measure, bool stocked)
    {
        var name = measure ?? draw.One("atkinson", "atkinson", "atkinson", "mean", "worst-off", "shortfall", "squared-shortfall");
        var epsilon = name switch { "atkinson" => draw.One(0m, 0.5m, 1m, 2m), "shortfall" or "squared-shortfall" => draw.One(0.25m, 0.6m, 2m), "headcount" => draw.One(0.25m, 0.6m, 1m), "threshold" => draw.One(0m, 0.05m, 0.3m, 2m), "threshold-leximin" => draw.One(0.001m, 0.05m, 0.3m, 2m), "worst-share" => draw.One(0.1m, 0.35m, 0.75m, 1m), "leximin" => draw.One(0.001m, 0.01m, 0.1m, 0.00001m), _ => 1 };
        var above0 = kind == OutcomeKind.Attainment && stocked;
        return new Goal
        {
            Outcome = kind, NeedWeighted = kind == OutcomeKind.Money && draw.Chance(40),
            Measure = name, Parameter = epsilon, Weighting = draw.One(Weighting.Residents, Weighting.Places),
            Shift = name == "atkinson" && epsilon > 0 ? (above0 ? draw.One(0m, 0.1m) : draw.One(0.05m, 1m)) : 0,
        };
    }

    private Project Project(int at)
    {
        var kind = draw.One(ProjectKind.Whole, ProjectKind.Whole, ProjectKind.Phased, ProjectKind.Divisible);
        var steps = kind == ProjectKind.Divisible ? draw.From(2, 4) : 1;
        var cost = kind == ProjectKind.Divisible ? steps * draw.From(1, 3) : draw.From(1, 12);
        var levels = new List<Level>();
        for (var l = 0; l < (kind == ProjectKind.Phased ? draw.From(2, 3) : 1); l++)
        {
            levels.Add(new(Text.Same($"p{at}.{l + 1}"), cost, [.. draw.Some(_services, 40).Select(s => new Output(s, draw.One(0.5m, 1m, 2m, 3.3m, 8m)))], draw.From(0, 6)));
            cost += draw.From(1, 5);
        }
        return new Project
        {
            Id = $"p{at}", Name = Text.Same($"p{at}"), Sector = draw.One(_sectors), Kind = kind, Levels = levels, Steps = steps,
            LeastSteps = kind == ProjectKind.Divisible ? draw.From(1, steps) : 1, CarryOver = draw.Chance(20), Reach = Reach(), Provenance = Drawn,
        };
    }

    private Reach[] Reach()
    {
        if (draw.Chance(55)) return [new(ReachKind.Neighbourhood, draw.One(_places), 1)];
        var shares = draw.One<decimal[]>([1], [0.5m, 0.5m], [0.333333m, 0.666667m], [0.4m, 0.35m, 0.25m]);
        var rows = new List<Reach>();
        foreach (var share in shares)
        {
            var row = draw.One(ReachKind.Neighbourhood, ReachKind.Neighbourhood, ReachKind.District, ReachKind.Everywhere, ReachKind.CityWide) switch
            {
                ReachKind.Neighbourhood => new Reach(ReachKind.Neighbourhood, draw.One(_places), share),
                ReachKind.District => new Reach(ReachKind.District, draw.One(_districts), share),
                ReachKind.Everywhere => new Reach(ReachKind.Everywhere, "*", share),
                _ => new Reach(ReachKind.CityWide, "city", share),
            };
            // A place is named once; what would repeat it is added to it.
            var same = rows.FindIndex(r => r.Kind == row.Kind && r.Place == row.Place);
            if (same < 0) rows.Add(row); else rows[same] = row with { Share = rows[same].Share + share };
        }
        return [.. rows];
    }

    private Fund Fund(int at, Project[] projects, int all)
    {
        var eligibility = at == 0 || draw.Chance(50) ? Eligibility.Any : draw.From(1, 5) switch
        {
            1 => new Eligibility { Districts = [draw.One(_districts)] },
            2 => new Eligibility { Neighbourhoods = draw.Some(_places, 50) },
            3 => new Eligibility { Sectors = [draw.One(_sectors)] },
            4 => new Eligibility { Services = [draw.One(_services)] },
            _ => new Eligibility { Projects = draw.Some([.. projects.Select(p => p.Id)], 50) },
        };
        return new Fund
        {
            Id = $"f{at}", Name = Text.Same($"f{at}"), Amount = draw.From(1, Math.Max(2, all * 2 / 3)), Kind = draw.Chance(70) ? FundKind.Cash : FundKind.InKind,
            Eligibility = eligibility, Match = at > 0 && draw.Chance(35) ? new Match(draw.From(1, 2), draw.From(1, 3)) : null, Provenance = Drawn,
        };
    }

    private static string[] Named(string letter, int count) => [.. Enumerable.Range(1, count).Select(i => letter + i)];
}
