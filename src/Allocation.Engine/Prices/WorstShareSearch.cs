using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// The mean of the worst-off share q as a search over the level where that share ends: W(u) = max over t of g(t), g(t) = t − Σω·max(0, t − u)/(q·Σω) (Rockafellar and Uryasev 2000). At one level g is a shortfall, which prices
/// prove as they prove any Σ ω φ(u), and on a stretch of levels a shortfall bounds it (<see cref="LevelStretch"/>). Whatever the plan, g rises from a level to a higher one by no more than their difference, and to a lower one by
/// no more than 1/q − 1 times it, so that bounds on some stretches bound all (Piyavskii 1972; Shubert 1972). Asked next is a stretch about the level where that bound is highest; or one beside it again, where asking more exactly
/// says more; or the halves of one that is too long. Stretches are counted, never time.
/// </summary>
internal sealed class WorstShareSearch
{
    private const int MostAsked = 1000, MoreNodes = 4, SomeNodes = 10, MostNodes = 10_000;
    // Of what is open: how exactly a stretch is asked, where its search may end, what a new one must bring lower, and what asking a stretch again must be able to leave.
    private const double Exactly = 0.15, Enough = 0.1, Worthwhile = 0.25, Cut = 0.15, FirstExactly = 1e-2;
    // What is open between a bound and its plan, and hardly falls where a stretch is halved, is not for its length.
    private const double Hardly = 0.95;
    // How long stretches are at first, of the most that anybody can have, and what of what is open the plan found on one may leave before the next are half as long, or must leave before they are longer.
    private const double FirstLength = 0.02, TooMuch = 0.5, Little = 0.1;
    private const decimal Finest = 1e-6m;
    private const double Blur = 1e-9;
    // So many places of the bound are looked at at once, where what is open at the second is not far less than at the first.
    private const int AtOnce = 2;
    private const double Near = 0.6;

    // Bound: of S', over all plans. Reached: S' of the plan found. Open: what was open when it was asked. Stuck: between bound and plan lies as much as in the whole that it is half of, or nearly. Splits: how often its halves
    // proved less.
    private sealed record Known(LevelStretch Levels, double Bound, double Reached, EngineRun Run, int Nodes, double Open, bool Stuck, int Splits)
    {
        public double Most => Levels.Most(Bound);
    }

    // Where no more is known than what lies beside it lets through: a stretch itself, or what is between it and the next.
    private readonly record struct Peak(int After, bool Itself, double At, double Bound);

    // Again: the stretch that is asked once more, or whose half this is.
    private sealed record Question(LevelStretch Levels, int Nodes, double Open, Known? Again);

    private readonly SearchGiven _given;
    private readonly Problem _problem;
    private readonly double _share;
    private readonly decimal _top;
    private readonly List<Known> _known = [];
    private Plan? _plan;
    private double _value = double.NegativeInfinity, _length;

    /// <param name="given">Its measure is a worst share.</param>
    public WorstShareSearch(SearchGiven given)
    {
        (_given, _problem) = (given, given.Problem);
        _share = ((WorstShare)_problem.Measure).Share;
        // Nobody can have more, so that g falls from here on.
        _top = Math.Max(Finest, decimal.Ceiling(_problem.Outcomes.Ceilings.Max() / (decimal)OutcomeModel.Unit / Finest) * Finest);
        _length = FirstLength * (double)_top;
    }

    public EngineRun Run(Plan? start)
    {
        Offer(start);
        for (var asked = 0; asked < MostAsked && !(asked > 0 && (_given.Stop.IsCancellationRequested || Good));)
        {
            var questions = Questions();
            if (questions.Count == 0) break;
            asked += questions.Count;
            var runs = new EngineRun[questions.Count];
            Parallel.For(0, runs.Length, new() { MaxDegreeOfParallelism = Math.Clamp(_given.Options.Threads, 1, 64) }, i => runs[i] = Answer(questions[i], Math.Max(1, _given.Options.Threads / runs.Length)));
            if (runs.Any(r => r.End == RunEnd.Impossible)) return new(null, double.NegativeInfinity, RunEnd.Impossible);
            var open = Highest - _value;
            foreach (var run in runs) Offer(run.Plan);
            foreach (var group in questions.Zip(runs, (q, run) => (Question: q, Known: Learnt(q, run))).GroupBy(a => a.Question.Again, ReferenceEqualityComparer.Instance))
                Keep((Known?)group.Key, [.. group.Select(a => a.Known)], open);
            _given.Report("levels", _plan is null ? null : _value, Highest);
        }
        var bound = Math.Max(Highest, _value);
        return new(_plan, bound, Good || !_given.Stop.IsCancellationRequested ? RunEnd.Finished : RunEnd.Stopped) { Evidence = Evidence(bound), Memory = _known.MaxBy(k => k.Levels.At(k.Levels.To, k.Reached))?.Run.Memory };
    }

    private bool Good => _plan is not null && Highest - _value <= _given.Options.Tolerance * _problem.Measure.GapScale(_value);

    // However many threads there are, so that their number decides nothing.
    private List<Question> Questions()
    {
        Peak[] peaks = [.. Peaks(_known).OrderByDescending(p => p.Bound)];
        var (highest, questions) = (peaks[0].Bound, new List<Question>());
        var least = _plan is null ? highest : _value + (Near * (highest - _value));
        // Where a stretch that is as high as anything cannot be lowered, nothing else lowers the bound.
        if (peaks.TakeWhile(p => p.Bound >= highest - (Blur * Math.Abs(highest))).Any(p => p.Itself && Within(_known[p.After], highest - _value).Length == 0)) return [];
        foreach (var peak in peaks.TakeWhile(p => p.Bound >= least))
            if (questions.Count < AtOnce) questions.AddRange((peak.Itself ? Within(_known[peak.After], peak.Bound - _value) : Beside(peak)).Where(q => !questions.Any(other => Overlap(q.Levels, other.Levels))));
        return questions;
    }

    private static bool Overlap(LevelStretch a, LevelStretch b) => (a.From < b.To && b.From < a.To) || a.To == b.To;

    // What keeps a stretch's bound far above its plan is asked again; else it is too long.
    private Question[] Within(Known own, double open)
    {
        var (from, to) = (own.Levels.From, own.Levels.To);
        var middle = Rounded((double)(from + to) / 2);
        var whole = middle <= from || middle >= to || own.Splits == 2;
        if (Loose(own, open) && (whole || own.Stuck || (own.Open > 2 * open && own.Levels.Most(own.Reached) - _value < Cut * open))) return [Again(own, open)];
        if (whole) return [];
        // At first with the places that its plan leaves below, then with its own.
        var below = own is { Splits: 0, Run.Plan: { } plan } ? own.Levels.LeftBelow(plan) : own.Levels.Below;
        return [new(Stretch(from, middle, below), 0, open, own), new(Stretch(middle, to, below), 0, open, own)];
    }

    private IEnumerable<Question> Beside(Peak peak)
    {
        Known? left = peak.After >= 0 ? _known[peak.After] : null, right = peak.After + 1 < _known.Count ? _known[peak.After + 1] : null;
        var (from, to, open) = (left?.Levels.To ?? 0, right?.Levels.From ?? _top, peak.Bound - _value);
        var near = new[] { left, right }.OfType<Known>().Where(k => Loose(k, open)).MaxBy(k => k.Most);
        var full = to - from <= Finest;
        if (near is not null && (full || peak.Bound - near.Most < Worthwhile * open)) yield return Again(near, open);
        else if (!full) yield return new(About(peak.At, from, to), 0, open, null);
    }

    private bool Loose(Known own, double open) => own.Nodes < MostNodes && (own.Bound - own.Reached) / _share > Worthwhile * open;

    // More exactly, if what is open has become less since; else with more nodes.
    private static Question Again(Known own, double open) => new(own.Levels, own.Open > 2 * open && !own.Stuck ? own.Nodes : Math.Max(SomeNodes, own.Nodes * MoreNodes), open, own);

    // As long as stretches are by now, or all there is where little would be left beside it; one level where no plan says who is below.
    private LevelStretch About(double at, decimal from, decimal to)
    {
        var (low, high, least) = (Rounded(at - (_length / 2)), Rounded(at + (_length / 2)), (decimal)_length / 4);
        (low, high) = (Math.Max(low - from < least ? from : low, Math.Max(from, Finest)), to - high < least ? to : high);
        var told = Nearest((low + high) / 2);
        return told is null || high >= _top || low >= high ? Stretch(Rounded(at), Rounded(at), []) : Stretch(low, high, told.Levels.LeftBelow(told.Run.Plan!));
    }

    private LevelStretch Stretch(decimal from, decimal to, bool[] below) => new(_problem, from, to, below.Length > 0 ? below : new bool[_problem.Weights.Length], _top);

    private EngineRun Answer(Question question, int threads)
    {
        var beside = question.Levels.Asked;
        var memory = Nearest(question.Levels.To)?.Run.Memory;
        return _given.Solve(beside, _given.Options with
        {
            Parent = memory is null ? _given.Options.Parent : new WarmStart(beside, _plan ?? new Plan(new int[_problem.Scenario.Projects.Count], []), memory),
            Tolerance = _plan is null ? FirstExactly : Math.Clamp(Exactly * _share * question.Open / beside.Measure.GapScale((double)question.Levels.To), _share * _given.Options.Tolerance, FirstExactly),
            Enough = _plan is null ? double.NegativeInfinity : question.Levels.Room(_value + (Enough * question.Open)),
            TimeLimit = _given.Left, MostNodes = question.Nodes, Threads = threads, Briefly = true,
        }, _plan);
    }

    private static Known Learnt(Question question, EngineRun run)
    {
        var reached = run.Plan is { } plan ? question.Levels.Of(plan) : double.NegativeInfinity;
        var stuck = question.Again is { } whole && whole.Levels != question.Levels && run.Bound - reached > Hardly * (whole.Bound - whole.Reached);
        return new(question.Levels, run.Bound, reached, run, question.Nodes, question.Open, stuck, 0);
    }

    // Halves may prove less than the whole, where other places are told to be below or time was short; so may what is asked again.
    private void Keep(Known? again, Known[] made, double open)
    {
        if (again is not null)
        {
            var (at, better) = (_known.IndexOf(again), made.Max(m => m.Most) <= again.Most && made.Sum(m => m.Levels.To - m.Levels.From) == again.Levels.To - again.Levels.From);
            if (better) _known.RemoveAt(at);
            else _known[at] = made.Length == 1 && made[0].Levels == again.Levels ? again with { Nodes = made[0].Nodes, Open = made[0].Open, Stuck = false } : again with { Splits = again.Splits + 1 };
            if (!better) return;
        }
        foreach (var one in made)
        {
            _known.Insert(_known.Count(k => k.Levels.To <= one.Levels.From && k.Levels.From < one.Levels.To), one);
            if (again is not null || one.Levels.From == one.Levels.To) continue;
            var left = one.Levels.Most(one.Reached) - _value;
            if (left > TooMuch * open) _length /= 2; else if (left < Little * open) _length *= 1.5;
        }
    }

    // Whose plan and prices say most about a level.
    private Known? Nearest(decimal at) => _known.Where(k => k.Run is { Plan: not null, Memory: not null }).MinBy(k => Math.Min(Math.Abs(k.Levels.From - at), Math.Abs(k.Levels.To - at)));

    // Lengths may grow beyond what decimals hold.
    private decimal Rounded(double at) => Math.Clamp(decimal.Round((decimal)Math.Clamp(at, 0, (double)_top) / Finest) * Finest, Finest, _top);

    private double Highest => Peaks(_known).Max(p => p.Bound);

    // At every level g is no more than the least of what all stretches let through: on itself a line, above it that and the difference, below it that and 1/q − 1 times the difference. It is no more than the level, and falls
    // beyond where nobody has more.
    private IEnumerable<Peak> Peaks(List<Known> known)
    {
        var fall = (1 / _share) - 1;
        // What rises from all stretches before, and what falls to all from one on, as they would be at level 0.
        var (rising, falling) = (0d, new double[known.Count + 1]);
        falling[^1] = double.PositiveInfinity;
        for (var k = known.Count - 1; k >= 0; k--) falling[k] = Math.Min(falling[k + 1], known[k].Levels.At(known[k].Levels.From, known[k].Bound) + (fall * (double)known[k].Levels.From));
        var from = 0d;
        for (var k = 0; k <= known.Count; k++)
        {
            var to = k < known.Count ? (double)known[k].Levels.From : Math.Max((double)_top, from);
            yield return Crest(k - 1, false, from, to, (rising, 1), (falling[k], -fall));
            if (k == known.Count) yield break;
            var (low, high) = (known[k].Levels.At(known[k].Levels.From, known[k].Bound), known[k].Levels.At(known[k].Levels.To, known[k].Bound));
            from = (double)known[k].Levels.To;
            var slope = from > to ? (high - low) / (from - to) : 0;
            yield return Crest(k, true, to, from, (rising, 1), (falling[k + 1], -fall), (low - (slope * to), slope));
            rising = Math.Min(rising, high - from);
        }
    }

    // Where the least of some lines (at 0, and how it rises) is highest: at an end, or where two of them meet.
    private static Peak Crest(int after, bool itself, double from, double to, params ReadOnlySpan<(double Start, double Slope)> lines)
    {
        var best = new Peak(after, itself, from, Least(from, lines));
        if (Least(to, lines) is var end && end > best.Bound) best = best with { At = to, Bound = end };
        for (var a = 0; a < lines.Length; a++)
            for (var b = 0; b < a; b++)
                if ((lines[a].Start - lines[b].Start) / (lines[b].Slope - lines[a].Slope) is var at && at > from && at < to && Least(at, lines) is var bound && bound > best.Bound) best = best with { At = at, Bound = bound };
        return best;
    }

    private static double Least(double at, ReadOnlySpan<(double Start, double Slope)> lines)
    {
        var least = double.PositiveInfinity;
        foreach (var (start, slope) in lines) least = Math.Min(least, start + (slope * at));
        return least;
    }

    // Stretches without which the bound is the same are left out.
    private PriceCertificateData? Evidence(double bound)
    {
        var needed = new List<Known>(_known);
        for (var k = needed.Count - 1; k >= 0 && needed.Count > 1; k--)
        {
            var one = needed[k];
            needed.RemoveAt(k);
            if (Peaks(needed).Max(p => p.Bound) > bound) needed.Insert(k, one);
        }
        if (needed.Any(k => k.Run.Evidence is not PriceCertificateData)) return null;
        return new(PriceProofs.Grain, new PriceLevels([.. needed.Select(k => Written(k.Levels, (PriceCertificateData)k.Run.Evidence!))]), bound);
    }

    private static PriceLevel Written(LevelStretch levels, PriceCertificateData proof) => new(levels.To, proof)
    {
        From = levels.From, Below = levels.From == levels.To ? [] : [.. Enumerable.Range(0, levels.Below.Length).Where(n => levels.Below[n])],
    };

    private void Offer(Plan? plan)
    {
        if (plan is null || _problem.ValueOf(plan.Choices) is var value && value <= _value) return;
        (_plan, _value) = (plan, value);
        _given.Report("plan", _value, _known.Count > 0 ? Highest : double.PositiveInfinity);
    }
}
