using System.Text.Json.Serialization;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Comparing;

/// <summary>Where an option's plan comes from.</summary>
internal enum OptionSource
{
    /// <summary>A scenario, solved here.</summary>
    Scenario,
    /// <summary>A result that was written before.</summary>
    Result,
    /// <summary>A plan made by hand.</summary>
    Plan,
}

/// <summary>
/// Up to four options of one city beside each other, all under the measure of the first; <c>compare --format json</c> is this record. Outcomes are in the outcome's own unit, money in
/// <see cref="Unit"/>.
/// </summary>
internal sealed record CompareView
{
    public const string CurrentFormat = "allocation-comparison/1";

    public string Format { get; set; } = CurrentFormat;
    public required Text City { get; init; }
    public required MoneyUnit Unit { get; init; }
    /// <summary>The measure of the first option, under which all are valued.</summary>
    public required MeasureView Measure { get; init; }
    public required bool HasLastYear { get; init; }
    public required IReadOnlyList<OptionView> Options { get; init; }
    /// <summary>From the first option to each of the others.</summary>
    public required IReadOnlyList<ChangeView> Changes { get; init; }
    /// <summary>What rules of thumb give under the first scenario; empty where no scenario is known.</summary>
    public required IReadOnlyList<YardstickView> Yardsticks { get; init; }
    public required IReadOnlyList<ComparedPlace> Places { get; init; }
    /// <summary>True where deprivation tells places apart: else nothing is said of the neediest.</summary>
    [JsonIgnore]
    public bool Ranked => Places.Select(p => p.Deprivation).Distinct().Count() > 1;
}

/// <summary>One fifth of the residents by deprivation, the most deprived first: means per resident.</summary>
internal sealed record FifthView(int Rank, double OutcomeBefore, double OutcomeAfter, double MoneyPerResident);

/// <summary>A rule or a fund that a plan does not keep; for a fund what it has and what the plan takes from it, in money units, for a rule how it stands.</summary>
internal sealed record BrokenView(string Id, bool IsFund, Text Name, Text Reason, long? Has, long? Takes, RuleView? Stands)
{
    /// <summary>What is broken and how far, in one line.</summary>
    /// <param name="words">The language.</param>
    /// <param name="outcome">What outcomes are counted in.</param>
    /// <param name="unit">What amounts are counted in.</param>
    public string Said(Words words, OutcomeKind outcome, MoneyUnit unit)
    {
        var (money, rules) = (unit.Name.In(words.Language), new RuleWords(words, outcome));
        string Counted(string figure, RuleKind kind) => kind switch
        {
            RuleKind.Money or RuleKind.Protect => $"{figure} {money}",
            RuleKind.PerHead => $"{figure} {words.OutcomeUnit(OutcomeKind.Money, money)}",
            _ => figure,
        };
        return Stands is { } stands ? words.RuleBroken(Name.In(words.Language), Counted(rules.Limits(stands), stands.Kind), stands.Kind == RuleKind.Money ? Counted(rules.Used(stands), stands.Kind) : rules.Used(stands), Id)
            : words.FundOverspent(Name.In(words.Language), $"{words.Figures.Whole(Has ?? 0)} {money}", $"{words.Figures.Whole(Takes ?? 0)} {money}");
    }
}

/// <summary>
/// One option. <paramref name="Value"/> is under the comparison's measure; <paramref name="Reaches"/> is the part of the improvement attainable in the first scenario that the plan
/// reaches, never more than it is (null = what is attainable is not known). <paramref name="Verified"/> is false for a result whose scenario is not here.
/// </summary>
internal sealed record OptionView(OptionSource Source, string Path, Text Name, string Scenario, bool Verified, Proof? Proof, double? Gap, double Value, double? Reaches, double Mean, double Worst, Text WorstPlace,
    double Gini, long Spent, long Available, int Funded, double NeediestShare, IReadOnlyList<FifthView> Fifths, IReadOnlyList<BrokenView> Broken)
{
    /// <summary>What <paramref name="Proof"/> rests on; null where that is not said.</summary>
    public ProofKind? ProofKind { get; init; }
}

/// <summary>A project that two options decide differently.</summary>
internal sealed record SwappedProject(string Id, Text Name, Text? Place, long MoneyFrom, long MoneyTo);

/// <summary>What changes from the first option to another: what their scenarios say differently, which projects, and how many people gain and lose (outcome per resident).</summary>
internal sealed record ChangeView(int To, IReadOnlyList<StatementDifference> Statements, IReadOnlyList<SwappedProject> Entering, IReadOnlyList<SwappedProject> Leaving,
    IReadOnlyList<SwappedProject> Resized, int Gaining, long GainingResidents, int Losing, long LosingResidents);

/// <summary>A rule of thumb: the value of its plan, the part of the attainable improvement, and how many rules it does not keep.</summary>
internal sealed record YardstickView(Yardstick Kind, double Value, double? Reaches, long Spent, double Worst, double NeediestShare, IReadOnlyList<BrokenView> Broken);

/// <summary>A neighbourhood under one option: money per resident, and how much that is above (below) an equal share per head of the same money and above last year's.</summary>
internal sealed record PlaceUnder(decimal After, decimal MoneyPerResident, decimal VersusEqual, decimal? VersusLastYear);

/// <summary>A neighbourhood under every option.</summary>
internal sealed record ComparedPlace(string Id, Text Name, string District, long Residents, decimal Deprivation, decimal Before, decimal? LastYearPerResident, IReadOnlyList<PlaceUnder> Options);
