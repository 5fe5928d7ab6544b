using System.Text.Json.Serialization;
using Allocation.Engine;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>
/// One verified plan as every report shows it: the console, the tables, the page and <c>result.json</c>, which is this record and nothing else. Numbers are exact and
/// know no language; names come in both. Outcomes are in the outcome's own unit (1 = all standards reached, one point or one money unit per resident).
/// </summary>
internal sealed record PlanView
{
    /// <summary>Named in every file, so that a reader knows what it holds.</summary>
    public const string CurrentFormat = "allocation-result/1";

    public required string Format { get; init; }
    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }
    public required string ScenarioHash { get; init; }
    public required string EngineVersion { get; init; }
    public required string Engine { get; init; }
    public required Text Name { get; init; }
    public required Text City { get; init; }
    public required string FiscalYear { get; init; }
    public required Text Notes { get; init; }
    /// <summary>What all amounts are counted in.</summary>
    public required MoneyUnit Unit { get; init; }
    public required MeasureView Measure { get; init; }
    public required Proof Proof { get; init; }
    /// <summary>What the bound rests on; null where no bound is known, where every level of a profile says it, and in results of before this was written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProofKind? ProofKind { get; init; }
    /// <summary>A plan is called best where its gap is at most this.</summary>
    public required double Tolerance { get; init; }
    /// <summary>The goals that the scenario states, in order; null where it states one measure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StatedGoalView>? Goals { get; init; }
    public required IReadOnlyList<GoalView> SecondGoals { get; init; }
    public required TotalsView Totals { get; init; }
    public required EquityView Equity { get; init; }
    public required IReadOnlyList<PlaceView> Districts { get; init; }
    public required IReadOnlyList<PlaceView> Neighbourhoods { get; init; }
    public required IReadOnlyList<ProjectView> Projects { get; init; }
    public required IReadOnlyList<FundView> Funds { get; init; }
    public required IReadOnlyList<RuleView> Rules { get; init; }
    /// <summary>Leximin only: the profile and its proof.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProfileView? Profile { get; init; }
    /// <summary>What residents need per head, with the city's level; empty where outcomes are points or money.</summary>
    public IReadOnlyList<ServiceView> Services { get; set; } = [];
    /// <summary>How many rows of each table are synthetic, and how old they are.</summary>
    public IReadOnlyList<SourceView> Sources { get; set; } = [];
    /// <summary>False where every neighbourhood has the same deprivation, as in cities that nobody measured: nothing is said then of the neediest.</summary>
    [JsonIgnore]
    public bool Ranked => Neighbourhoods.Select(n => n.Deprivation).Distinct().Count() > 1;

    /// <summary>Needs without any candidate project, the most deprived places first; empty in results of before this was written.</summary>
    public IReadOnlyList<UnansweredView> Unanswered { get; set; } = [];
}

/// <summary>A service, its standard per resident in its unit, and what an average resident has before and after.</summary>
internal sealed record ServiceView(string Id, Text Name, Text Unit, decimal Standard, decimal Before, decimal After);

/// <summary>What a resident of one place has of a service before and after, in the service's unit; services stand in the order of <see cref="PlanView.Services"/>.</summary>
internal sealed record LevelView(decimal Before, decimal After);

/// <summary>Rows of one table of the scenario, how many of them are synthetic, and the first and last date that they state (empty = none).</summary>
internal sealed record SourceView(string Table, int Rows, int Synthetic, string Oldest, string Newest);

/// <summary>What was maximised, its value with no project and under the plan, and the proof: no plan's value is above <paramref name="Bound"/> (null = no bound is known).
/// <paramref name="Gap"/> is relative to the value.</summary>
internal sealed record MeasureView(string Name, decimal Parameter, decimal Shift, OutcomeKind Outcome, Weighting Weighting, double Before, double Value, double? Bound, double? Gap)
{
    /// <summary>What no plan exceeds by prices alone, and the gap that leaves, where they were asked and prove less than <see cref="Bound"/>, which rests on something else. Null elsewhere, and where several goals are stated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PricesBound { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PricesGap { get; init; }
    /// <summary>True where values are shares of all, and no outcomes.</summary>
    [JsonIgnore]
    public bool IsShare => ShareOfAll(Name);

    /// <summary>Measures about a line that only the city can draw: there is no usual one.</summary>
    public static bool AsksForLine(string measure) => MeasureForm.Of(measure)?.Parameter is { Usual: null };

    /// <summary>False where a measure has nothing to be set; a name that is not known takes anything.</summary>
    public static bool TakesParameter(string measure) => MeasureForm.Of(measure) is not { Parameter: null };

    /// <summary>Measures whose values are shares of all, whatever outcomes are counted in.</summary>
    public static bool ShareOfAll(string measure) => MeasureForm.Of(measure) is { IsShare: true };

    /// <summary>What no plan exceeds, in words. An order that looks at all counts whole steps, and an outcome may stand nearly a whole one above its own: what none exceeds is the next.</summary>
    /// <param name="bound">What none exceeds.</param>
    /// <param name="words">The words.</param>
    /// <param name="proven">Whether the plan is called best: the two are the same figure then, and else what none exceeds is rounded up.</param>
    public string SayMost(double bound, PlanWords words, bool proven)
    {
        var most = MeasureForm.Of(Name)?.Order is not { Within: false } ? bound : Outcome == OutcomeKind.Attainment ? Math.Min(1, bound + (double)Parameter) : bound + (double)Parameter;
        return proven ? Say(most, words) : words.Words.Figures.Most((decimal)most, IsShare || Outcome == OutcomeKind.Attainment);
    }

    /// <summary>What the mean of its weights is called.</summary>
    public string MeanTitle(Words words) => Weighting == Weighting.Places ? words.MeanOfPlaces : words.MeanOutcome;

    /// <summary>One of its values in words: a share is a percentage whatever outcomes are counted in.</summary>
    public string Say(double value, PlanWords words) => IsShare ? words.Words.Figures.Percent((decimal)value, 2) : words.Value(value);
}

/// <summary>A goal that chose among equally fair plans, and whether it was carried through.</summary>
internal sealed record GoalView(string Name, bool Proven)
{
    /// <summary>The order of projects only: ids of the projects that have another choice in some other plan that keeps every goal before just as well; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Ties { get; init; }

    /// <summary>The order of projects only: whether these are all of them, so that with none there is no other plan; null in results of before this was written, which says as little as false.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllTies { get; init; }

    public static GoalView Of(GoalStage stage, Scenario scenario) => new(stage.Name, stage.Proven)
    {
        Ties = stage.Ties.Count == 0 ? null : [.. stage.Ties.Select(p => scenario.Projects[p].Id)],
        AllTies = stage.Name == PlanWords.Order ? stage.AllTies : null,
    };
}

/// <summary>Sums over the city. <paramref name="CityWide"/> is the money that reaches no neighbourhood in particular.</summary>
internal sealed record TotalsView(long Residents, long Available, long Spent, decimal CityWide, int Projects, int Funded);

/// <summary>Figures that are reported of every plan and never maximised. <paramref name="NeediestShare"/> is the share of the money with a place that goes to the most deprived fifth of residents.</summary>
internal sealed record EquityView(double MeanBefore, double MeanAfter, double WorstBefore, double WorstAfter, Text WorstPlaceAfter, double GiniBefore, double GiniAfter,
    double ConcentrationBefore, double ConcentrationAfter, double NeediestShare, double NeediestGain)
{
    /// <summary>The most that the worst-off place could reach with every project that would reach it, whatever the money; null in results of before this was written.</summary>
    public double? WorstReach { get; init; }

    /// <summary>The worst-off place before any project; null in results of before this was written.</summary>
    public Text? WorstPlaceBefore { get; init; }

    /// <summary>Every index of inequality, and fifths of residents from the most deprived; empty in results of before this was written.</summary>
    public IReadOnlyList<IndexView> Indices { get; set; } = [];
    public IReadOnlyList<ShareFifthView> Fifths { get; set; } = [];
}

/// <summary>An index of inequality before and after: gini, concentration, hoover, theil, atkinson-0.5, atkinson-1, atkinson-2.</summary>
internal sealed record IndexView(string Name, double Before, double After);

/// <summary>A fifth of the residents, 1 the most deprived: mean outcome, and its shares of the gain and of the money that has a place.</summary>
internal sealed record ShareFifthView(int Rank, double MeanBefore, double MeanAfter, double ShareOfGain, double ShareOfMoney);

/// <summary>A neighbourhood, or a district with the means of its residents.</summary>
internal sealed record PlaceView(string Id, Text Name, string District, long Residents, decimal Deprivation, decimal Before, decimal After, decimal Money)
{
    /// <summary>Money units per resident, to a billionth.</summary>
    public decimal MoneyPerResident => Math.Round(Money / Residents, 9);

    /// <summary>The outcome with every project that reaches the place at its best, whatever the money; a district's is the mean of its residents'. Null in results of before this was written.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>The part of <see cref="Money"/> that funds in kind pay.</summary>
    public decimal InKind { get; init; }

    /// <summary>Rules, by id, that are used up to their limit for this place: those with a limit for each of several places where its own is, others where they name the place, its district or a deprivation
    /// that it has. Empty for districts.</summary>
    public IReadOnlyList<string> AtLimit { get; set; } = [];

    /// <summary>What a resident has of each service; empty where outcomes are points or money.</summary>
    public IReadOnlyList<LevelView> Levels { get; set; } = [];
}

/// <summary>A project and what the plan decides: <paramref name="Share"/> of its full cost (0 = not funded), paid by <paramref name="Funds"/>. <paramref name="Site"/> is the
/// neighbourhood with the largest share of its reach; <paramref name="Place"/> is what people call its place: that neighbourhood, or the district it serves (null = the whole
/// city).</summary>
internal sealed record ProjectView(string Id, Text Name, string Sector, Text SectorName, ProjectKind Kind, bool CarryOver, string? Site, Text? Place, int Choice, int Choices,
    decimal Share, long FullCost, long Money, IReadOnlyList<PaymentView> Funds)
{
    [JsonIgnore]
    public bool Funded => Choice > 0;

    /// <summary>Where its money and outputs go, as the scenario states it; shares add up to 1.</summary>
    public required IReadOnlyList<Reach> Reach { get; init; }

    /// <summary>What would happen if it alone were the other way round; null in results of before this was written.</summary>
    public TurnView? Turn { get; init; }

    /// <summary>Neighbourhoods beside <see cref="Place"/> where that is a neighbourhood.</summary>
    public int AlsoReaches { get; init; }
}

/// <summary>What one fund pays to a project.</summary>
internal sealed record PaymentView(string Id, long Money);

/// <summary>A fund and how much of it the plan spends.</summary>
internal sealed record FundView(string Id, Text Name, FundKind Kind, long Amount, long Used);

/// <summary>What kind of limit a rule is, and so what its figures count.</summary>
internal enum RuleKind { Money, PerHead, Share, Lock, Prerequisite, Count, OutcomeFloor, Inequality, Protect }

/// <summary>A rule under the plan. <paramref name="Limit"/> is the one of <paramref name="AtLeast"/> and <paramref name="AtMost"/> that is nearer to <paramref name="Used"/>;
/// <paramref name="Place"/> is the tightest place of a rule for every place.</summary>
internal sealed record RuleView(string Id, RuleKind Kind, Text Name, Text Reason, Text Owner, decimal Used, decimal? Limit, decimal? AtLeast, decimal? AtMost, bool Binding, Text? Place)
{
    /// <summary>Locks on projects of several steps: how many there are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Steps { get; init; }

    /// <summary>Protections: what of <see cref="Used"/> is kept back for overruns.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Reserve { get; init; }
}
