using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Answers;

/// <summary>A service that a neighbourhood is short of. Shares are of the standard; <paramref name="Missing"/> is in the service's unit. Nobody has proposed anything where there is no candidate.</summary>
internal sealed record NeedView(string Service, Text Name, Text Unit, decimal Missing, decimal Before, decimal After, int Candidates);

/// <summary>A project that reaches the neighbourhood: its money there by reach, under the plan where it is funded and in full where it is not, and what it adds to the outcome by itself.</summary>
internal sealed record ReachingView(string Id, Text Name, Text SectorName, bool Funded, decimal Money, decimal Adds);

/// <summary>What one neighbourhood gets and could get. <see cref="Reach"/> is its outcome with every candidate that reaches it funded at its best: no plan lifts it higher.</summary>
internal sealed record PlaceAnswerView
{
    public const string CurrentFormat = "allocation-explain-place/1";

    public string Format { get; set; } = CurrentFormat;
    public required AboutView About { get; init; }
    public required PlaceView Place { get; init; }
    public required Text? District { get; init; }
    public required decimal Reach { get; init; }
    /// <summary>Money that reaches neighbourhoods, per resident of the city; and the mean outcome under the plan.</summary>
    public required decimal CityMoneyPerResident { get; init; }
    public required double CityMean { get; init; }
    public required IReadOnlyList<NeedView> Needs { get; init; }
    public required IReadOnlyList<ReachingView> Projects { get; init; }
    /// <summary>Rules about the place, its district or a deprivation that it has, used up to the most that they allow: they keep money away.</summary>
    public required IReadOnlyList<StatementView> Binding { get; init; }
    /// <summary>Such rules that are only just kept: they bring money here.</summary>
    public IReadOnlyList<StatementView> Bringing { get; set; } = [];
    /// <summary>The places nearest in deprivation, nearest first.</summary>
    public required IReadOnlyList<PlaceView> Alike { get; init; }
    public required IReadOnlyList<UnansweredView> Unanswered { get; init; }

    public static PlaceAnswerView Of(PlaceAnswer answer, AnswerMaker maker)
    {
        var (n, scenario, plan, model) = (answer.Standing.Neighbourhood, maker.Scenario, maker.Plan, OutcomeModel.For(maker.Scenario));
        var places = plan.Neighbourhoods.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var place = places[scenario.Neighbourhoods[n].Id];
        var district = plan.Districts.FirstOrDefault(d => d.Id == place.District)?.Name;
        int[] atLimit = [.. PlaceQuestion.AtLimit(maker.Solved.Plan, n)];
        return new()
        {
            About = maker.About,
            Place = place,
            District = district,
            Reach = (decimal)answer.Reach / OutcomeModel.Unit,
            CityMoneyPerResident = Math.Round((plan.Totals.Spent - plan.Totals.CityWide) / scenario.Residents, 9),
            CityMean = plan.Equity.MeanAfter,
            Needs = [.. answer.Gaps.Where(g => g.Service >= 0).Select(g => Need(scenario, n, g))],
            Projects = [.. answer.Funded.Concat(answer.NotFunded).Select(p => Reaching(maker, model, p, n)).OrderByDescending(p => p.Funded).ThenByDescending(p => p.Adds).ThenBy(p => p.Id, StringComparer.Ordinal)],
            Binding = [.. atLimit.Where(r => FromAbove(plan.Rules[r])).Select(maker.Rule)],
            Bringing = [.. atLimit.Where(r => !FromAbove(plan.Rules[r])).Select(maker.Rule)],
            Alike = [.. answer.Alike.Select(a => places[scenario.Neighbourhoods[a.Neighbourhood].Id])],
            Unanswered = [.. plan.Unanswered.Where(u => u.Neighbourhood == place.Id)],
        };
    }

    private static bool FromAbove(RuleView rule) => rule.AtMost is not null && rule.Limit == rule.AtMost;

    private static NeedView Need(Scenario scenario, int n, ServiceGap gap)
    {
        var (service, place) = (scenario.Services[gap.Service], scenario.Neighbourhoods[n]);
        var wanted = service.Standard * place.Residents;
        var held = scenario.Parts.Stocks.FirstOrDefault(s => s.Neighbourhood == place.Id && s.Service == service.Id)?.Amount ?? 0;
        var before = Math.Clamp(held / wanted, 0, 1);
        var closed = gap.Room == 0 ? 0 : (decimal)gap.Gained / gap.Room;
        return new(service.Id, service.Name, service.Unit, Math.Max(0, wanted - held), Math.Round(before, 9), Math.Round(before + ((1 - before) * closed), 9), gap.Candidates);
    }

    private static ReachingView Reaching(AnswerMaker maker, OutcomeModel model, int p, int n)
    {
        var (project, view) = (maker.Scenario.Projects[p], maker.Project(p));
        var choice = view.Funded ? view.Choice : project.Choices;
        var share = maker.Scenario.ReachOf(p).First(r => r.Neighbourhood == n).Millionths;
        return new(view.Id, view.Name, view.SectorName, view.Funded, (decimal)project.CostOf(choice) * share / Scenario.WholeReach, (decimal)PlaceQuestion.Adds(model, p, choice, n) / OutcomeModel.Unit);
    }
}

/// <summary>Every neighbourhood: what it gets, what it could reach at most, and the needs for which nobody has proposed anything.</summary>
internal sealed record PlacesAnswerView
{
    public const string CurrentFormat = "allocation-explain-places/1";

    public string Format { get; set; } = CurrentFormat;
    public required AboutView About { get; init; }
    public required IReadOnlyList<StandingView> Places { get; init; }
    public required IReadOnlyList<UnansweredView> Unanswered { get; init; }

    public static PlacesAnswerView Of(Explainer explainer, AnswerMaker maker)
    {
        return new()
        {
            About = maker.About,
            Places = [.. maker.Plan.Neighbourhoods.Select((p, n) => (Place: p, Answer: explainer.Place(n)))
                .Select(x => new StandingView(x.Place, (decimal)x.Answer.Reach / OutcomeModel.Unit, x.Answer.Funded.Count, x.Answer.Funded.Count + x.Answer.NotFunded.Count))
                .OrderByDescending(p => p.Place.Deprivation).ThenBy(p => p.Place.Id, StringComparer.Ordinal)],
            Unanswered = maker.Plan.Unanswered,
        };
    }
}

/// <summary>A neighbourhood in the list of all: <paramref name="Funded"/> of the <paramref name="Candidates"/> projects that reach it are funded.</summary>
internal sealed record StandingView(PlaceView Place, decimal Reach, int Funded, int Candidates);
