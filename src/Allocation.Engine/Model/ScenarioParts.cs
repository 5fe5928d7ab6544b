namespace Allocation.Engine.Model;

/// <summary>Everything a scenario says, as read: references are ids that nobody has looked up yet. <see cref="Scenario.Create"/> checks it.</summary>
public sealed record ScenarioParts
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public required Text City { get; init; }
    public required string FiscalYear { get; init; }
    public required MoneyUnit Money { get; init; }
    public Goal Goal { get; init; } = new();
    /// <summary>Measures that choose among the plans that are best for those before them, in this order; their outcome is the goal's.</summary>
    public IReadOnlyList<Goal> LaterGoals { get; init; } = [];
    public IReadOnlyList<District> Districts { get; init; } = [];
    public IReadOnlyList<Sector> Sectors { get; init; } = [];
    public IReadOnlyList<Service> Services { get; init; } = [];
    public IReadOnlyList<Neighbourhood> Neighbourhoods { get; init; } = [];
    public IReadOnlyList<Stock> Stocks { get; init; } = [];
    public IReadOnlyList<Need> Needs { get; init; } = [];
    public IReadOnlyList<Project> Projects { get; init; } = [];
    public IReadOnlyList<Fund> Funds { get; init; } = [];
    public IReadOnlyList<Rule> Rules { get; init; } = [];
    /// <summary>What neighbourhoods got last year; where it is stated, plans that are equal in all before it are chosen by least change from it.</summary>
    public IReadOnlyList<LastYear> LastYear { get; init; } = [];
    /// <summary>What a reader should know about the data: sources, what is synthetic, the data date.</summary>
    public Text Notes { get; init; } = Text.Nothing;
}
