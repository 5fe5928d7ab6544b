using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>Draws one or two rules over outcomes for a scenario, with limits at or near what some of its choices come to: to the last digit, or one billionth off.</summary>
internal sealed class TinyOutcomeRules(Draw draw, Scenario scenario)
{
    private readonly OutcomeModel _model = OutcomeModel.For(scenario);
    private readonly decimal[] _deprivation = [.. scenario.Neighbourhoods.Select(n => n.Deprivation)];

    public IEnumerable<Rule> Make()
    {
        for (var r = draw.From(1, 2); r > 0; r--) yield return draw.Chance(35) ? Floor($"o{r}") : Cap($"o{r}");
    }

    private long[] Some() => _model.Of([.. scenario.Projects.Select(p => draw.Chance(50) ? 0 : draw.From(p.LeastChoice, p.Choices))]);

    private OutcomeFloorRule Floor(string id)
    {
        var (outcomes, places, off) = (Some(), scenario.Neighbourhoods, draw.One(0, 0, 1, -1));
        decimal At(int n) => Math.Max(0, outcomes[n] + off) / (decimal)OutcomeModel.Unit;
        var rule = new OutcomeFloorRule { Id = id, Name = Text.Same(id), Reason = Text.Same("because"), Places = draw.Chance(50) ? Scope.Everything : new Scope { MinDeprivation = draw.One(0.3m, 0.6m) } };
        return draw.Chance(50) ? rule with { AtLeast = At(Array.IndexOf(outcomes, outcomes.Min())) }
            : rule with { AtLeast = draw.Chance(30) ? 0.1m : null, Levels = [.. Enumerable.Range(0, places.Count).Where(n => n == 0 || draw.Chance(60)).Select(n => KeyValuePair.Create(places[n].Id, At(n)))] };
    }

    private InequalityRule Cap(string id)
    {
        var (index, outcomes, weights) = (draw.One(InequalityIndex.Gini, InequalityIndex.Concentration, InequalityIndex.Hoover, InequalityIndex.Range, InequalityIndex.FifthsRatio), Some(), Measure.Weights(scenario, scenario.Goal.Weighting));
        var both = index is InequalityIndex.Concentration or InequalityIndex.FifthsRatio;
        var now = index switch
        {
            InequalityIndex.Gini => (decimal)Inequality.Gini(outcomes, weights),
            InequalityIndex.Hoover => (decimal)Inequality.Hoover(outcomes, weights),
            InequalityIndex.Concentration => (decimal)Inequality.Concentration(outcomes, weights, _deprivation),
            InequalityIndex.Range => (outcomes.Max() - outcomes.Min()) / (decimal)OutcomeModel.Unit,
            _ => draw.One(0.5m, 0.9m, 1m, 1.2m, 3m),
        };
        // At what these outcomes come to, rounded either way; or somewhere beside it.
        var limit = draw.One(now, now, Math.Round(now, 6), Math.Round(now, 2), now * 1.1m, now * 0.9m);
        if (index != InequalityIndex.FifthsRatio && index != InequalityIndex.Range) limit = Math.Clamp(limit, index == InequalityIndex.Concentration ? -1 : 0, 1);
        var least = both && draw.Chance(50);
        return new() { Id = id, Name = Text.Same(id), Reason = Text.Same("because"), Index = index, AtLeast = least ? limit : null, AtMost = least ? draw.Chance(30) ? Math.Min(1, Math.Max(limit, 0) + 0.5m) is var top && top >= limit ? top : null : null : limit };
    }
}
