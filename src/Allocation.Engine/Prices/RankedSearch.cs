using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// Prices and plans for a measure that weighs places by their rank. A bundle lowers prices over answers in which no place can do better alone; <see cref="RankBound"/> then proves what the prices bound, or finds a
/// better answer to go on from. Plans are those of measures of the form Σ ω φ(u) that touch the measure at such answers. Steps are counted, never time.
/// </summary>
internal sealed class RankedSearch
{
    private const int Passes = 6, Steps = 120, Least = 15, Turns = 4, Cuts = 40, MostSeen = 6, Stuck = 3;
    // How many times best answers are told apart: at first prices, at better ones, at the last.
    private const int FirstForks = 4, Forks = 20, LastForks = 200;
    // Of what is open: what is too little to go after, what a turn must gain, and how exactly plans beside the measure are looked for.
    private const double TooLittle = 0.02, Worthwhile = 0.03, Beside = 0.3, LeastBeside = 0.01, Finer = 1.0 / 3, FirstBeside = 1e-2;

    // Of what is left open so much more is said to be, so that whoever checks need not tell as many best answers apart.
    private const double Loosely = 0.05;

    private readonly SearchGiven _given;
    private readonly Problem _problem;
    private readonly RankedMeasure _measure;
    private readonly PriceModel _model;
    private readonly Dual _dual;
    private readonly RankBound _bounder;
    private readonly PricePoint _best;
    private readonly List<ShareCurve> _seen = [];
    private PricePoint _point, _next;
    private readonly PriceAnswer _answer;
    // Highest: a plan that is the best where the measure touches it.
    private Plan? _plan, _highest;
    private bool _impossible;
    private double _value = double.NegativeInfinity, _bound = double.PositiveInfinity, _money;

    /// <param name="given">Its measure weighs places by rank.</param>
    public RankedSearch(SearchGiven given)
    {
        (_given, _problem) = (given, given.Problem);
        _measure = ((RankedMeasure)_problem.Measure).Over(_problem.Weights);
        _model = PriceModel.For(_problem);
        _dual = new Dual(_model, given.Options.Threads);
        _bounder = new RankBound(_model, _dual, _measure);
        (_best, _point, _next, _answer) = (new(_model), new(_model), new(_model), new(_model));
    }

    public EngineRun Run(Plan? start)
    {
        if (_model.Impossible) return new(null, double.NegativeInfinity, RunEnd.Impossible);
        Offer(start);
        Open();
        var update = (BundleUpdate?)null;
        var space = new PriceSpace(_model);
        for (var pass = 0; ; pass++)
        {
            Bound(pass == 0 ? FirstForks : Forks);
            _answer.Bound = _bounder.Reached;
            Remember();
            // The first prices are far off, and so would be a plan near them; the nearer the bound, the more exactly plans are looked for.
            if (pass > 0) Climb(pass == Passes ? null : 0, Math.Max(LeastBeside, Beside * Math.Pow(Finer, pass - 1)));
            if (pass == Passes || Ends) break;
            if (update is null)
            {
                space.Measure(_answer, _dual.Part, _money);
                update = new BundleUpdate(_model, space, Cuts);
                update.Next(_point, _answer, _value, _next);
            }
            else update.Raise(_answer, _next);
            Lower(update);
            update.Best.CopyTo(_point);
        }
        if (!Ends) { _best.CopyTo(_point); Bound(LastForks); }
        if (_impossible) return new(null, double.NegativeInfinity, RunEnd.Impossible);
        return new(_plan, _bound, Good || !_given.Stop.IsCancellationRequested ? RunEnd.Finished : RunEnd.Stopped)
        {
            Evidence = new PriceCertificateData(PriceProofs.Grain, new PriceProofs(_model, _dual).Leaf(_best), _bound + (Loosely * (Good || _plan is null ? 0 : Gap))),
        };
    }

    private double Gap => _plan is null ? double.PositiveInfinity : _bound - _value;
    private bool Good => Gap <= _given.Options.Tolerance * _problem.Measure.GapScale(_value);
    private bool Ends => _impossible || _given.Stop.IsCancellationRequested || (_plan is not null && Good);
    private double Little(double about) => TooLittle * (double.IsFinite(Gap) ? Gap : 0.01 * Math.Abs(about));

    // First prices: those under which all funds are just spent where places are worth what they would be half way to the most they could have.
    private void Open()
    {
        long[] middle = [.. _model.Base.Select((b, n) => b + (_model.GroupsOf[n].Sum(g => _model.Most[g]) / 2))];
        _model.Measure = RankLines.Touching(_measure, ShareCurve.Of(middle, _problem.Weights));
        _money = _given.Begin?.Invoke(_problem, _given.Stop)?.Write(_model, _dual, _point, _answer) ?? PriceStart.Run(_model, _dual, _point, _answer, _given.Stop);
        _point.CopyTo(_best);
    }

    private void Bound(int forks)
    {
        var bound = _bounder.At(_point, _answer, double.IsFinite(_bound) ? Little(_bound) : 0, forks, _given.Stop);
        if (!(bound < _bound)) return;
        _bound = bound;
        _point.CopyTo(_best);
        _given.Report("prices", Found, _bound);
    }

    private void Lower(BundleUpdate update)
    {
        var (same, last) = (0, 0d);
        for (var step = 1; step <= Steps && !_given.Stop.IsCancellationRequested; step++)
        {
            (_point, _next) = (_next, _point);
            _bounder.Near(_point, _answer, Beginnings(step), _given.Stop);
            Remember();
            update.Next(_point, _answer, _value, _next);
            // The same again: answers in which no place can do better alone are not the lines of one convex function.
            same = Math.Abs(_answer.Bound - last) <= 1e-12 * Math.Abs(last) ? same + 1 : 0;
            last = _answer.Bound;
            if (same == Stuck || (step > Least && update.Progress <= Little(update.BestBound))) return;
        }
    }

    // Where answers may begin: as the last one, as one of those before in turn, and where v bends at one share with everybody a little below or above where that ends.
    private IEnumerable<ShareCurve> Beginnings(int step)
    {
        yield return _seen[0];
        if (_seen.Count > 1) yield return _seen[1 + (step % (_seen.Count - 1))];
        if (_measure.Kink is not { } kink) yield break;
        var (level, away) = (_seen[0].Level(kink), 0.02 / (1 + (step % 4)));
        yield return ShareCurve.All((long)(level * (1 - away)));
        yield return ShareCurve.All((long)(level * (1 + away)));
    }

    private void Remember()
    {
        var curve = _bounder.Curve(_answer);
        _seen.RemoveAll(c => c.Same(curve));
        _seen.Insert(0, curve);
        if (_seen.Count > MostSeen) _seen.RemoveAt(MostSeen);
    }

    // Plans beside the measure: where that touches the best answer at these prices, then where it touches the plan found, the more exactly the less that brings, until the plan found is the best there.
    private void Climb(int? nodes, double least)
    {
        var (memory, exactly) = ((object)new PriceMemory(_model, _point, _dual.Part, _money, _plan?.Choices ?? new int[_model.Projects]), Beside);
        memory = Touch(_seen[0], memory, exactly, nodes) ?? memory;
        for (var turn = 0; turn < Turns && !Ends && _plan is not null && !ReferenceEquals(_plan, _highest); turn++)
        {
            var before = _value;
            memory = Touch(ShareCurve.Of(_problem.Outcomes.Of(_plan.Choices), _problem.Weights), memory, exactly, 0) ?? memory;
            if (_value - before > Worthwhile * Gap) continue;
            if (exactly <= LeastBeside && _value == before) _highest = _plan;
            if (exactly <= least) return;
            exactly = Math.Max(least, exactly * Finer);
        }
    }

    // The plan that is best, within a part of what is open, where the measure is replaced by what touches it at some shares; what prices end with.
    private object? Touch(ShareCurve curve, object memory, double exactly, int? nodes)
    {
        var beside = _problem with { Measure = RankLines.Touching(_measure, curve) };
        var run = _given.Solve(beside, _given.Options with
        {
            Parent = new WarmStart(beside, _plan ?? new Plan(new int[_model.Projects], []), memory),
            Tolerance = _plan is null ? FirstBeside : Math.Max(_given.Options.Tolerance, exactly * Gap / _problem.Measure.GapScale(_value)),
            TimeLimit = _given.Left,
            MostNodes = _plan is null ? nodes : 0,
        }, _plan);
        _impossible = run.End == RunEnd.Impossible;
        Offer(run.Plan);
        return run.Memory;
    }

    private double? Found => _plan is null ? null : _value;

    private void Offer(Plan? plan)
    {
        if (plan is null || _problem.ValueOf(plan.Choices) is var value && value <= _value) return;
        (_plan, _value) = (plan, value);
        _given.Report("plan", Found, _bound);
    }
}
