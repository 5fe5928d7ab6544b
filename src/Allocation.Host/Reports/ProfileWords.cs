using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>The sentences and cells of a level-by-level proof.</summary>
internal sealed class ProfileWords(PlanWords plan, ProfileView profile)
{
    private const int MostNames = 3;
    private readonly Words _words = plan.Words;
    private readonly Figures _figures = plan.Words.Figures;

    private bool Residents => plan.View.Measure.Weighting == Weighting.Residents;

    /// <summary>Where a measure of one number comes before the levels, that is told first.</summary>
    public string Proof => Difference is null ? Levels : plan.View.Measure.Gap is { } gap ? _words.LevelsAmong(gap <= plan.View.Tolerance ? null : _figures.Gap(gap), Levels) : _words.WithoutBound;

    private string Levels => profile.NextWithin is not { } within ? _words.LevelsProven(Span(profile.Resolution))
        : profile.ProvenRanks == 0 ? _words.NoLevelProven(Span(within)) : _words.LevelsOpen(Residents, _figures.Whole(profile.ProvenRanks), _figures.Whole(profile.All), Span(within));

    public string Title => _words.LevelsTitle;
    public string Note => Difference is { } difference ? $"{_words.LevelsNote(Span(profile.Resolution))} {_words.LevelsEnd(Span(difference))}" : _words.LevelsNote(Span(profile.Resolution));
    public IReadOnlyList<string> Heads => [_words.LevelHead, Residents ? _words.ResidentsAtOrAbove : _words.PlacesAtOrAbove, _words.AtMostHead, _words.GroundHead, _words.LeftBelow];

    public IReadOnlyList<IReadOnlyList<string>> Rows => [.. profile.Levels.Select(l => (IReadOnlyList<string>)
        [plan.Outcome(l.Level), _figures.Whole(l.AtOrAbove), _figures.Whole(l.AtMost), _words.GroundOf(l.Ground), Below(l.Below)])];

    // How far above the worst-off levels are looked at; null where all are.
    private decimal? Difference => MeasureForm.Of(plan.View.Measure.Name)?.Order is { Within: true } ? plan.View.Measure.Parameter : null;

    private string Below(IReadOnlyList<RankPlace> below)
    {
        var named = below.Take(MostNames).Select(p => p.Ceiling is { } most ? _words.WithAlone(plan.Name(p.Name), plan.Outcome(most)) : plan.Name(p.Name));
        var said = string.Join(_words.Language == Language.Fa ? "، " : ", ", named);
        return below.Count > MostNames ? _words.AndMore(said, _figures.Whole(below.Count - MostNames)) : said;
    }

    // A distance between outcomes: points of attainment, or the outcome's own unit.
    private string Span(decimal distance) => plan.View.Measure.Outcome == OutcomeKind.Attainment ? _words.Points(_figures.Exact(distance * 100)) : _figures.Exact(distance);
}
