namespace Allocation.Host.Reports.Frontiers;

/// <summary>A point of a frontier that was found, as far as it is needed to go on: choices alone, and what bounds its level.</summary>
internal sealed record FrontierStepView(int Step, double? Bound, bool Settled, IReadOnlyList<ChosenView> Choices);

/// <summary><c>frontier.steps.json</c>: the points found so far and the question that they answer.</summary>
internal sealed record FrontierStepsView(string Format, string ScenarioHash, string Against, int? Points, double Tolerance, IReadOnlyList<FrontierStepView> Steps)
{
    public const string CurrentFormat = "allocation-frontier-steps/1";
}
