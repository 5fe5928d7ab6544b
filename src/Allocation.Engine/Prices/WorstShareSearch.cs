using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// The mean of the worst-off share q as a search over the level where that share ends: W(u) = max over t of g(t), g(t) = t − Σω·max(0, t − u)/(q·Σω) (Rockafellar and Uryasev 2000). At one level g is a shortfall, which prices
/// prove as they prove any Σ ω φ(u). Whatever the plan, g rises from a level to a higher one by no more than their difference, and to a lower one by no more than 1/q − 1 times it, so that bounds at some levels bound all
/// (Piyavskii 1972; Shubert 1972). Asked next is the level where that bound is highest, or again one beside it where asking more exactly says more. Levels are counted, never time.
/// </summary>
internal sealed class WorstShareSearch
{
    private const int MostLevels = 400, FirstNodes = 10, MoreNodes = 4, MostNodes = 10_000;
    // Of what is open: how exactly a level is asked, and what a new level must bring lower.
    private const double Exactly = 0.15, Worthwhile = 0.25, FirstExactly = 1e-2;
    private const decimal Finest = 1e-6m;
    // So many levels at once, where what is open at the second is not far less than at the first.
    private const int AtOnce = 2;
    private const double Near = 0.6;

    // Bound: of g at this level, over all plans. Reached: g of the plan found there.
    private sealed record Level(decimal At, double Bound, double Reached, EngineRun Run, int Nodes);

    // Between two levels that were asked: where no more is known than what both let through, and how much that is.
    private readonly record struct Peak(int After, double At, double Bound);

    private sealed record Question(decimal At, int Nodes, double Open, Level? Again);

    private readonly SearchGiven _given;
    private readonly Problem _problem;
    private readonly double _share;
    private readonly decimal _top;
    private readonly List<Level> _levels = [];
    private Plan? _plan;
    private double _value = double.NegativeInfinity;

    /// <param name="given">Its measure is a worst share.</param>
    public WorstShareSearch(SearchGiven given)
    {
        (_given, _problem) = (given, given.Problem);
        _share = ((WorstShare)_problem.Measure).Share;
        // Nobody can have more, so that g falls from here on.
        _top = Math.Max(Finest, decimal.Ceiling(_problem.Outcomes.Ceilings.Max() / (decimal)OutcomeModel.Unit / Finest) * Finest);
    }

    public EngineRun Run(Plan? start)
    {
        Offer(start);
        while (_levels.Count < MostLevels && !(_levels.Count > 0 && (_given.Stop.IsCancellationRequested || Good)))
        {
            // Two at a time, however many threads there are, so that their number decides nothing.
            var highest = Highest;
            var least = _plan is null ? highest : _value + (Near * (highest - _value));
            Question[] questions = [.. Peaks().Where(p => p.Bound >= least).OrderByDescending(p => p.Bound).Take(AtOnce).Select(Ask).OfType<Question>().DistinctBy(q => q.At)];
            if (questions.Length == 0) break;
            var runs = new EngineRun[questions.Length];
            Parallel.For(0, runs.Length, new() { MaxDegreeOfParallelism = Math.Clamp(_given.Options.Threads, 1, 64) }, i => runs[i] = Answer(questions[i], Math.Max(1, _given.Options.Threads / runs.Length)));
            foreach (var (question, run) in questions.Zip(runs))
            {
                if (run.End == RunEnd.Impossible) return new(null, double.NegativeInfinity, RunEnd.Impossible);
                Offer(run.Plan);
                Keep(question, run);
            }
            _given.Report("levels", _plan is null ? null : _value, Highest);
        }
        var bound = Math.Max(Highest, _value);
        return new(_plan, bound, Good || !_given.Stop.IsCancellationRequested ? RunEnd.Finished : RunEnd.Stopped) { Evidence = Evidence(bound), Memory = _levels.MaxBy(l => l.Reached)?.Run.Memory };
    }

    private bool Good => _plan is not null && Highest - _value <= _given.Options.Tolerance * _problem.Measure.GapScale(_value);

    // g at a level, from Σω·min(u, t)/Σω.
    private double AtLevel(decimal level, double upTo) => (upTo - ((1 - _share) * (double)level)) / _share;

    // A new level at the peak; or again the one beside it whose own bound is nearly all of it and could be lower; null where nothing more can be asked.
    private Question? Ask(Peak peak)
    {
        Level? left = peak.After >= 0 ? _levels[peak.After] : null, right = peak.After + 1 < _levels.Count ? _levels[peak.After + 1] : null;
        var open = peak.Bound - _value;
        var near = new[] { left, right }.OfType<Level>().Where(l => l.Nodes < MostNodes && l.Bound - l.Reached > Worthwhile * open).MaxBy(l => l.Bound);
        var at = Rounded(peak.At);
        var full = at == left?.At || at == right?.At;
        return near is not null && (full || peak.Bound - near.Bound < Worthwhile * open) ? new(near.At, near.Nodes * MoreNodes, peak.Bound, near) : full ? null : new(at, FirstNodes, peak.Bound, null);
    }

    private EngineRun Answer(Question question, int threads)
    {
        var beside = _problem with { Measure = MeasureAt(question.At) };
        var exactly = _plan is null ? FirstExactly : Math.Clamp(Exactly * _share * (question.Open - _value) / beside.Measure.GapScale((double)question.At), _share * _given.Options.Tolerance, FirstExactly);
        var memory = Nearest(question.At)?.Run.Memory;
        return _given.Solve(beside, _given.Options with
        {
            Parent = memory is null ? _given.Options.Parent : new WarmStart(beside, _plan ?? new Plan(new int[_problem.Scenario.Projects.Count], []), memory),
            Tolerance = exactly, TimeLimit = _given.Left, MostNodes = question.Nodes, Threads = threads,
        }, _plan);
    }

    // Σω·min(u, t)/Σω is all that g needs; where nobody has more than t, the mean.
    private ConcaveMeasure MeasureAt(decimal level) => level < _top ? new Shortfall((double)level) : new Mean();

    private void Keep(Question question, EngineRun run)
    {
        var reached = run.Plan is { } plan ? AtLevel(question.At, MeasureAt(question.At).Of(_problem.Outcomes.Of(plan.Choices), _problem.Weights)) : double.NegativeInfinity;
        var level = new Level(question.At, AtLevel(question.At, run.Bound), reached, run, question.Nodes);
        if (question.Again is not { } again) _levels.Insert(_levels.Count(l => l.At < level.At), level);
        else _levels[_levels.IndexOf(again)] = level.Bound < again.Bound ? level : again with { Nodes = question.Nodes };
    }

    private Level? Nearest(decimal at) => _levels.Where(l => l.Run.Memory is not null).MinBy(l => Math.Abs(l.At - at));

    private decimal Rounded(double at) => Math.Clamp(decimal.Round((decimal)at / Finest) * Finest, Finest, _top);

    private double Highest => Peaks().Max(p => p.Bound);

    private IEnumerable<Peak> Peaks() => Peaks(_levels, _share, (double)_top);

    // Below the first level g is no more than the level itself; beyond the last it rises at most to where nobody has more.
    private static IEnumerable<Peak> Peaks(List<Level> levels, double share, double top)
    {
        for (var k = -1; k < levels.Count; k++)
        {
            var (from, bound) = k < 0 ? (0d, 0d) : ((double)levels[k].At, levels[k].Bound);
            yield return k + 1 == levels.Count ? new(k, Math.Max(top, from), bound + Math.Max(0, top - from)) : Between(k, from, bound, (double)levels[k + 1].At, levels[k + 1].Bound, (1 / share) - 1);
        }
    }

    // bound + s from the left, other + fall·(width − s) from the right: where both let through as much.
    private static Peak Between(int after, double from, double bound, double to, double other, double fall)
    {
        var width = to - from;
        var rise = Math.Clamp((other + (fall * width) - bound) / (1 + fall), 0, width);
        return new(after, from + rise, Math.Min(bound + rise, other + (fall * (width - rise))));
    }

    // Levels without which the bound is the same are left out.
    private PriceCertificateData? Evidence(double bound)
    {
        var needed = new List<Level>(_levels);
        for (var k = needed.Count - 1; k >= 0 && needed.Count > 1; k--)
        {
            var level = needed[k];
            needed.RemoveAt(k);
            if (Peaks(needed, _share, (double)_top).Max(p => p.Bound) > bound) needed.Insert(k, level);
        }
        if (needed.Any(l => l.Run.Evidence is not PriceCertificateData)) return null;
        return new(PriceProofs.Grain, new PriceLevels([.. needed.Select(l => new PriceLevel(l.At, (PriceCertificateData)l.Run.Evidence!))]), bound);
    }

    private void Offer(Plan? plan)
    {
        if (plan is null || _problem.ValueOf(plan.Choices) is var value && value <= _value) return;
        (_plan, _value) = (plan, value);
        _given.Report("plan", _value, _levels.Count > 0 ? Highest : double.PositiveInfinity);
    }
}
