using System.Text.Json;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Frontiers;

namespace Allocation.Host.Reports.Page;

/// <summary>What was computed beside the results and belongs on their page: the frontier and answers about projects, places and rules, as the verbs <c>frontier</c> and <c>explain</c> write them, and a map.</summary>
internal sealed record Evidence
{
    public static readonly Evidence None = new();

    public FrontierView? Frontier { get; init; }
    public IReadOnlyList<ProjectAnswerView> Projects { get; init; } = [];
    public IReadOnlyList<PlaceAnswerView> Places { get; init; } = [];
    public IReadOnlyList<RulesAnswerView> Rules { get; init; } = [];
    public IReadOnlyList<ProjectsAnswerView> Sureness { get; init; } = [];
    public CityMap? Map { get; init; }

    /// <summary>Adds what a JSON text holds; null where it is nothing that a page shows. Throws <see cref="JsonException"/> where it is no JSON or not in its format.</summary>
    public Evidence? With(string text)
    {
        using var document = JsonDocument.Parse(text);
        var format = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        return format switch
        {
            FrontierView.CurrentFormat => this with { Frontier = ResultFile.View<FrontierView>(text) },
            ProjectAnswerView.CurrentFormat => this with { Projects = [.. Projects, ResultFile.View<ProjectAnswerView>(text)] },
            PlaceAnswerView.CurrentFormat => this with { Places = [.. Places, ResultFile.View<PlaceAnswerView>(text)] },
            RulesAnswerView.CurrentFormat => this with { Rules = [.. Rules, ResultFile.View<RulesAnswerView>(text)] },
            ProjectsAnswerView.CurrentFormat => this with { Sureness = [.. Sureness, ResultFile.View<ProjectsAnswerView>(text)] },
            _ => null,
        };
    }

    /// <summary>The hashes of the scenarios that it speaks of.</summary>
    public IEnumerable<string> Scenarios => [.. Abouts.Select(a => a.ScenarioHash), .. Frontier is null ? Array.Empty<string>() : [Frontier.ScenarioHash]];

    private IEnumerable<AboutView> Abouts => [.. Projects.Select(p => p.About), .. Places.Select(p => p.About), .. Rules.Select(p => p.About), .. Sureness.Select(p => p.About)];

    /// <summary>The value of any measure under a plan, from its outcomes: so that plans made for different measures can stand in one picture.</summary>
    public static double ValueOf(MeasureView measure, PlanView plan) => MeasureFor(measure, plan).Of(OutcomesOf(plan), WeightsOf(measure, plan));

    /// <summary>Above 0 where an order prefers the first of two plans of one city that have the same value; 0 where it cannot tell them apart, or the measure is no order.</summary>
    public static int Further(MeasureView measure, PlanView one, PlanView other)
    {
        return MeasureFor(measure, one).Levels is { } order ? Leximin.Compare(Profile(one), Profile(other)) : 0;

        IReadOnlyList<ProfileStep> Profile(PlanView plan) => order.Profile(OutcomesOf(plan), WeightsOf(measure, plan));
    }

    private static Measure MeasureFor(MeasureView measure, PlanView plan) =>
        MeasureCatalogue.For(new Goal { Measure = measure.Name, Parameter = measure.Parameter, Shift = measure.Shift }, [.. plan.Neighbourhoods.Select(n => (long)((n.Ceiling ?? 0) * OutcomeModel.Unit))]);

    private static long[] OutcomesOf(PlanView plan) => [.. plan.Neighbourhoods.Select(n => (long)(n.After * OutcomeModel.Unit))];

    private static long[] WeightsOf(MeasureView measure, PlanView plan) => [.. plan.Neighbourhoods.Select(n => measure.Weighting == Weighting.Residents ? n.Residents : 1)];
}
