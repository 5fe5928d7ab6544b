using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Host.Reports.Comparing;

/// <summary>Puts options beside each other. All are of one city: the same neighbourhoods and the same kind of outcome.</summary>
internal sealed class CompareMaker
{
    private static readonly Text s_byHand = new("تخصیص دستی", "plan made by hand");

    private readonly IReadOnlyList<ComparedOption> _options;
    private readonly MeasureView _measure;
    private readonly Measure _values;
    private readonly long[] _weights;
    private readonly double? _attainable;
    private readonly IReadOnlyDictionary<string, decimal>? _lastYear;

    /// <param name="options">The first is what the others are compared with.</param>
    /// <param name="attainable">The value of the first scenario's best plan, or what none exceeds; null = not known.</param>
    /// <param name="lastYear">Money per neighbourhood last year.</param>
    public CompareMaker(IReadOnlyList<ComparedOption> options, double? attainable, IReadOnlyDictionary<string, decimal>? lastYear)
    {
        (_options, _attainable, _lastYear) = (options, attainable, lastYear);
        _measure = options[0].View.Measure;
        _values = MeasureCatalogue.For(new Goal { Outcome = _measure.Outcome, Measure = _measure.Name, Parameter = _measure.Parameter, Shift = _measure.Shift, Weighting = _measure.Weighting }, [.. options[0].View.Neighbourhoods.Select(n => (long)((n.Ceiling ?? 0) * OutcomeModel.Unit))]);
        _weights = [.. options[0].View.Neighbourhoods.Select(n => _measure.Weighting == Weighting.Residents ? n.Residents : 1)];
    }

    /// <summary>Null where two options can be compared; else what keeps them apart.</summary>
    public static Unlike? Differ(PlanView a, PlanView b) =>
        a.Measure.Outcome != b.Measure.Outcome ? Unlike.Outcome
        : !a.Neighbourhoods.Select(n => (n.Id, n.Residents)).SequenceEqual(b.Neighbourhoods.Select(n => (n.Id, n.Residents))) ? Unlike.Places
        : a.Unit != b.Unit ? Unlike.Money : null;

    public CompareView Make() => new()
    {
        City = _options[0].View.City,
        Unit = _options[0].View.Unit,
        Measure = _measure,
        HasLastYear = _lastYear is not null,
        Options = [.. _options.Select(Option)],
        Changes = [.. Enumerable.Range(1, _options.Count - 1).Select(Change)],
        Yardsticks = _options.FirstOrDefault(o => o.Scenario is not null)?.Scenario is { } scenario ? [.. Enum.GetValues<Yardstick>().Select(y => Thumb(scenario, y)).OfType<YardstickView>()] : [],
        Places = Places(),
    };

    private OptionView Option(ComparedOption option)
    {
        var (view, value) = (option.View, Value(option.View));
        var own = SameMeasure(view.Measure, _measure);
        double[] Means(Func<PlaceView, decimal> of) => Fifths.Of(view.Neighbourhoods.Select(n => (n.Residents, n.Deprivation, of(n))));
        double[] before = Means(n => n.Before), after = Means(n => n.After), money = Means(n => n.MoneyPerResident);
        return new(option.Source, option.Path, option.Source == OptionSource.Plan ? s_byHand : view.Name, view.Scenario, option.Verified, option.Source == OptionSource.Plan ? null : view.Proof, own ? view.Measure.Gap : null, value, Reaches(value, _measure.Before),
            view.Measure.Weighting == _measure.Weighting ? view.Equity.MeanAfter : new Mean().Of(Outcomes(view), _weights), view.Equity.WorstAfter, view.Equity.WorstPlaceAfter, view.Equity.GiniAfter, view.Totals.Spent, view.Totals.Available, view.Totals.Funded, view.Equity.NeediestShare,
            [.. Enumerable.Range(0, after.Length).Select(k => new FifthView(k + 1, before[k], after[k], money[k]))], option.Broken)
        {
            ProofKind = own && option.Source != OptionSource.Plan ? view.ProofKind : null,
        };
    }

    // Rounded down to what is certain: the attainable is a bound, so that the part reached is at least this.
    private double? Reaches(double value, double before) => _attainable is { } most && most - before > 1e-12 ? (value - before) / (most - before) : null;

    private double Value(PlanView view) => SameMeasure(view.Measure, _measure) ? view.Measure.Value
        : _values.Of(Outcomes(view), _weights);

    private static long[] Outcomes(PlanView view) => [.. view.Neighbourhoods.Select(n => (long)(n.After * OutcomeModel.Unit))];

    private ChangeView Change(int to)
    {
        var (from, other) = (_options[0], _options[to]);
        var was = from.View.Projects.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var now = other.View.Projects.ToDictionary(p => p.Id, StringComparer.Ordinal);
        SwappedProject[] projects =
        [
            .. other.View.Projects.Concat(from.View.Projects.Where(p => !now.ContainsKey(p.Id)))
                .Select(p => new SwappedProject(p.Id, p.Name, p.Place, was.GetValueOrDefault(p.Id)?.Money ?? 0, now.GetValueOrDefault(p.Id)?.Money ?? 0)).Where(p => p.MoneyFrom != p.MoneyTo),
        ];
        var pairs = from.View.Neighbourhoods.Zip(other.View.Neighbourhoods).ToArray();
        var (gain, lose) = (pairs.Where(p => p.Second.After > p.First.After).ToArray(), pairs.Where(p => p.Second.After < p.First.After).ToArray());
        return new(to, from.Scenario is { } here && other.Scenario is { } there ? Differences(here, there) : [],
            [.. projects.Where(p => p.MoneyFrom == 0).OrderByDescending(p => p.MoneyTo)], [.. projects.Where(p => p.MoneyTo == 0).OrderByDescending(p => p.MoneyFrom)],
            [.. projects.Where(p => p is { MoneyFrom: > 0, MoneyTo: > 0 }).OrderByDescending(p => Math.Abs(p.MoneyTo - p.MoneyFrom))],
            gain.Length, gain.Sum(p => p.First.Residents), lose.Length, lose.Sum(p => p.First.Residents));
    }

    // Rules by the titles that tell them apart in the scenario that states them.
    private static IReadOnlyList<StatementDifference> Differences(Scenario from, Scenario to)
    {
        var (was, now) = (Titles(from), Titles(to));
        return [.. ScenarioDifference.Between(from, to).Select(d => d.Kind switch
        {
            DifferenceKind.RuleRemoved => d with { Name = was[d.Id] },
            DifferenceKind.RuleAdded or DifferenceKind.RuleChanged => d with { Name = now[d.Id] },
            _ => d,
        })];

        static Dictionary<string, Text> Titles(Scenario scenario) => scenario.Rules.Zip(RuleTitles.Of(scenario)).ToDictionary(r => r.First.Id, r => r.Second, StringComparer.Ordinal);
    }

    private YardstickView? Thumb(Scenario scenario, Yardstick kind)
    {
        var judged = Judgement.Of(scenario, Yardsticks.Make(scenario, kind));
        if (judged.Plan is not { } plan) return null;
        var outcomes = plan.Places.Select(p => p.After).ToArray();
        var value = _values.Of(outcomes, _weights);
        return new(kind, value, Reaches(value, _measure.Before), plan.Spent, outcomes.Min() / (double)OutcomeModel.Unit, NeediestShare(plan), ComparedOption.BrokenOf(scenario, judged));
    }

    private static double NeediestShare(VerifiedPlan plan) =>
        EquityProfile.Of(plan.Scenario, [.. plan.Places.Select(p => p.Before)], [.. plan.Places.Select(p => p.After)], [.. plan.Places.Select(p => p.MoneyMillionths)]).Fifths[0].ShareOfMoney;

    private ComparedPlace[] Places()
    {
        var equal = _options.Select(o => o.View.Neighbourhoods.Sum(n => n.Money) / o.View.Totals.Residents).ToArray();
        return
        [
            .. _options[0].View.Neighbourhoods.Select((n, at) =>
            {
                decimal? last = _lastYear is null ? null : Math.Round(_lastYear.GetValueOrDefault(n.Id) / n.Residents, 9);
                return new ComparedPlace(n.Id, n.Name, n.District, n.Residents, n.Deprivation, n.Before, last, [.. _options.Select((o, i) =>
                {
                    var place = o.View.Neighbourhoods[at];
                    return new PlaceUnder(place.After, place.MoneyPerResident, Math.Round(place.MoneyPerResident - equal[i], 9), place.MoneyPerResident - last);
                })]);
            }).OrderByDescending(p => p.Deprivation).ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
    }

    private static bool SameMeasure(MeasureView a, MeasureView b) => (a.Name, a.Parameter, a.Shift, a.Outcome, a.Weighting) == (b.Name, b.Parameter, b.Shift, b.Outcome, b.Weighting);
}

/// <summary>What keeps two options from being compared.</summary>
internal enum Unlike { Outcome, Places, Money }
