using System.Text.Json.Serialization;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>What <see cref="ProjectTurn"/> says, by ids: one project alone the other way round, and all else as the plan has it. <paramref name="Value"/> is the measure then.</summary>
internal sealed record TurnView(IReadOnlyList<BrokenRuleView> Breaks, double Value)
{
    /// <summary>For a project that is out: the money that it lacks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MissingMoneyView? Missing { get; init; }

    /// <summary>For a project that is out: the least harmful exchange with one funded project.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExchangeView? Instead { get; init; }

    /// <summary>False where not every exchange with one funded project was judged.</summary>
    public bool EveryExchange { get; set; } = true;

    public static TurnView Of(Scenario scenario, ProjectTurn turn) =>
        new([.. turn.Breaks.Select(b => new BrokenRuleView(scenario.Rules[b.Rule].Id, b.Room, b.Needs, [.. b.Others.Select(p => scenario.Projects[p].Id)]))], turn.Value)
        {
            Missing = turn.Missing is { } missing ? new([.. missing.Funds.Select(f => scenario.Funds[f].Id)], missing.Left, missing.Cost) : null,
            Instead = turn.Instead is { } instead ? new(scenario.Projects[instead.Leaves].Id, instead.Value) : null,
            EveryExchange = turn.EveryExchange,
        };
}

/// <inheritdoc cref="BrokenRule"/>
internal sealed record BrokenRuleView(string Rule, decimal? Room, decimal? Needs, IReadOnlyList<string> Others);

/// <inheritdoc cref="MissingMoney"/>
internal sealed record MissingMoneyView(IReadOnlyList<string> Funds, long Left, long Cost);

/// <inheritdoc cref="ProjectExchange"/>
internal sealed record ExchangeView(string Leaves, double Value);
