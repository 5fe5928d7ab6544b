using System.Text.Json;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Frontiers;

namespace Allocation.Host.Reports.Page;

/// <summary>What was computed beside the results and belongs on their page: the frontier and answers about projects, as the verbs <c>frontier</c> and <c>explain</c> write them, and a map.</summary>
internal sealed record Evidence
{
    public static readonly Evidence None = new();

    public FrontierView? Frontier { get; init; }
    public IReadOnlyList<ProjectAnswerView> Projects { get; init; } = [];
    public CityMap? Map { get; init; }

    /// <summary>Adds what a JSON text holds; null where it is nothing that a page shows. Throws <see cref="JsonException"/> where it is no JSON or not in its format.</summary>
    public Evidence? With(string text)
    {
        using var document = JsonDocument.Parse(text);
        var format = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        return format switch
        {
            FrontierView.CurrentFormat => this with { Frontier = Read<FrontierView>(text) },
            ProjectAnswerView.CurrentFormat => this with { Projects = [.. Projects, Read<ProjectAnswerView>(text)] },
            _ => null,
        };
    }

    /// <summary>The hashes of the scenarios that it speaks of.</summary>
    public IEnumerable<string> Scenarios => Projects.Select(p => p.About.ScenarioHash).Concat(Frontier is null ? [] : [Frontier.ScenarioHash]);

    /// <summary>The value of any measure under a plan, from its outcomes: so that plans made for different measures can stand in one picture.</summary>
    public static double ValueOf(MeasureView measure, PlanView plan)
    {
        var goal = new Goal { Measure = measure.Name, Parameter = measure.Parameter, Shift = measure.Shift };
        return MeasureCatalogue.For(goal, [.. plan.Neighbourhoods.Select(n => (long)((n.Ceiling ?? 0) * OutcomeModel.Unit))]).Of([.. plan.Neighbourhoods.Select(n => (long)(n.After * OutcomeModel.Unit))],
            [.. plan.Neighbourhoods.Select(n => measure.Weighting == Weighting.Residents ? n.Residents : 1)]);
    }

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, ResultFile.Spelling) ?? throw new JsonException("null");
}
