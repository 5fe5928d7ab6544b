using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>Draws one or two protections for a scenario, with budgets that what some of its choices cost and could cost just meets, or just does not.</summary>
internal sealed class TinyProtections(Draw draw, Scenario scenario)
{
    public IEnumerable<Rule> Make()
    {
        for (var r = draw.One(1, 1, 2); r > 0; r--) yield return One($"s{r}");
    }

    private ProtectRule One(string id)
    {
        var rule = new ProtectRule
        {
            Id = id, Name = Text.Same(id), Reason = Text.Same("because"), Scope = Scope(), AtOnce = draw.One(1, 1, 2, 3),
            Overrun = draw.Chance(80) ? draw.One(0.1m, 0.25m, 0.333333m, 0.5m, 1m) : null,
        };
        if (rule.Overrun is null || draw.Chance(30))
            rule = rule with { Overruns = [.. draw.Some([.. scenario.Projects.Select(p => p.Id)], 50).Select(p => KeyValuePair.Create(p, draw.One(0m, 0.2m, 0.4m, 1m)))] };
        return draw.Chance(35) ? rule : rule with { Ceiling = Met(rule) };
    }

    // What some choices come to with their overruns, if all of their money counts; rounded to whole units either way.
    private long Met(ProtectRule rule)
    {
        decimal[] costs = [.. scenario.Projects.Select(p => (decimal)(draw.Chance(50) ? 0 : p.CostOf(draw.From(p.LeastChoice, p.Choices))))];
        var own = rule.Overruns.ToDictionary(o => o.Key, o => o.Value);
        var over = costs.Select((c, p) => c * (own.TryGetValue(scenario.Projects[p].Id, out var share) ? share : rule.Overrun ?? 0)).OrderDescending().Take(rule.AtOnce).Sum();
        return (long)(costs.Sum() + over) + draw.One(0, 0, 1);
    }

    private Scope Scope() => draw.From(1, 6) switch
    {
        1 => new Scope { FundKind = FundKind.Cash },
        2 => new Scope { Funds = draw.Some([.. scenario.Funds.Select(f => f.Id)], 50) },
        3 => new Scope { Districts = [draw.One([.. scenario.Parts.Districts.Select(d => d.Id)])] },
        4 => new Scope { Sectors = [draw.One([.. scenario.Parts.Sectors.Select(s => s.Id)])] },
        _ => Allocation.Engine.Model.Scope.Everything,
    };
}
