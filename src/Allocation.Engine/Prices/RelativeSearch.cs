using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// The least share that any place has of its ceiling, as a search over one level of outcomes that are read in those ceilings (<see cref="OutcomeModel.ByCeilings"/>). Whatever the plan, the mean of min(u, t) is no less than
/// min(min u, t); so where prices bound that mean, a shortfall, below the level t, no plan's worst-off has more than that bound, or the whole unit below it. First the lowest level is looked for that prices alone prove out of
/// reach, by halves; then plans below it, in small steps from the best one's level, and proofs that take more than prices, ever more exactly. Levels are whole outcome units. Questions are counted, never time.
/// </summary>
internal sealed class RelativeSearch
{
    private const int MostQuestions = 400, FirstNodes = 10, MoreNodes = 4, MostNodes = 10_000;
    // Of a level: how exactly the shortfall is asked for at first, how much more so when asked again, and what is no more than rounding.
    private const double FirstExactly = 1e-4, MoreExactly = 0.1, Rounding = 1e-9;
    // So many units above what all can have the ceilings prove that not all can be.
    private const long Beyond = 100;
    // A unit may be missed by so much of it where numbers of the machine are multiplied.
    private const double Nearly = 1e-3;
    // Of what is open: what prices alone may leave between a level that they settle and one that they do not, how much must lie below the lowest level that is left open for another to be asked there, and how far up a step from
    // a plan's level goes.
    private const double Settled = 0.02, Aside = 0.05, Step = 0.25;

    // Nodes: of the search that may follow the prices; 0 = prices alone.
    private sealed record Question(long At, int Nodes, double Exactly);

    private readonly SearchGiven _given;
    private readonly Problem _problem;
    private readonly List<Question> _open = [];
    private readonly List<(long At, object Memory)> _memories = [];
    private (long At, PriceCertificateData Proof)? _proof;
    private Plan? _plan;
    // What all are at in the best plan, what not all can be at, and where prices alone were seen to settle nothing.
    private long _least, _most, _idle;
    private double _bound = double.PositiveInfinity;
    // What a certificate may lose of the mean by its grain: once for every place, and for every project in each.
    private readonly double _grained;

    /// <param name="given">Its measure is the relative one.</param>
    public RelativeSearch(SearchGiven given)
    {
        (_given, _problem) = (given, given.Problem with { Outcomes = given.Problem.Outcomes.ByCeilings(), Weights = [.. given.Problem.Weights.Select(_ => 1L)] });
        // No plan lowers an outcome or lifts a place above its ceiling.
        (_least, _most) = (_problem.Outcomes.Base.Min(), _problem.Outcomes.Ceilings.Min() + Beyond);
        _idle = _least;
        var places = _problem.Weights.Length;
        _grained = Math.ScaleB(1 + (Enumerable.Range(0, _problem.Scenario.Projects.Count).Sum(p => _problem.Scenario.ReachOf(p).Count) / (double)places), -PriceProofs.Grain);
    }

    public EngineRun Run(Plan? start)
    {
        Offer(start);
        for (var asked = 0; asked < MostQuestions && !(asked > 0 && (_given.Stop.IsCancellationRequested || Good)) && Next() is { } question; asked++)
        {
            var run = Answer(question);
            if (run.End == RunEnd.Impossible) return new(null, double.NegativeInfinity, RunEnd.Impossible);
            if (run.Memory is { } memory) _memories.Add((question.At, memory));
            Offer(run.Plan);
            _open.RemoveAll(o => o.At == question.At);
            if (run.Bound <= Below(question.At)) Close(question.At, run);
            else if (question.Nodes == 0) _idle = question.At;
            else _open.Add(question);
            _open.RemoveAll(o => o.At <= _least || o.At >= _most);
            _given.Report("levels", _plan is null ? null : In(_least), _bound);
        }
        return new(_plan, Math.Max(_bound, In(_least)), Good || !_given.Stop.IsCancellationRequested ? RunEnd.Finished : RunEnd.Stopped)
        {
            Evidence = _proof is var (at, proof) ? new PriceCertificateData(PriceProofs.Grain, new PriceLevels([new PriceLevel(at / (decimal)OutcomeModel.Unit, proof)]), In(Math.Max(Whole(proof.Bound), _least))) : null,
        };
    }

    private bool Good => _plan is not null && _bound - In(_least) <= _given.Options.Tolerance * _problem.Measure.GapScale(In(_least));

    private static double In(long units) => units / (double)OutcomeModel.Unit;

    // A bound that is certainly below a level, also as a certificate writes it.
    private double Below(long level) => (In(level) * (1 - Rounding)) - _grained;

    private void Close(long at, EngineRun run)
    {
        _most = Math.Min(at, Whole(run.Bound) + 1);
        _bound = In(_most - 1);
        // A tree that is too large to write down leaves prices that may prove less.
        if (run.Evidence is PriceCertificateData proof && proof.Bound <= Below(at)) _proof = (at, proof);
    }

    private static long Whole(double bound) => (long)Math.Floor((bound * OutcomeModel.Unit) + Nearly);

    private Question? Next()
    {
        if (_most - _least <= 1) return null;
        if (double.IsPositiveInfinity(_bound) && _idle < _most && _most - _least <= Beyond) return new(_most, 0, FirstExactly);
        var from = Math.Max(_least, _idle);
        if (_most - from > Math.Max(1, Settled * (_most - _least))) return new(from + ((_most - from) / 2), 0, FirstExactly);
        // A level that stays open takes far longer than one at which a plan is found: up in small steps from what is known to be possible. Then open levels once more, those in the middle first, where the answer says most.
        if (_open.Select(o => o.At).DefaultIfEmpty(_most).Min() is var low && low - _least > Math.Max(1, Aside * (_most - _least))) return new(_least + Math.Max(1, (long)(Step * (low - _least))), FirstNodes, FirstExactly);
        var middle = _least + ((_most - _least) / 2);
        if (_open.All(o => 4 * Math.Abs(o.At - middle) > _most - _least)) return new(middle, FirstNodes, FirstExactly);
        var again = _open.OrderBy(o => o.Nodes).ThenBy(o => Math.Abs(o.At - middle)).First();
        return again.Nodes < MostNodes ? new(again.At, again.Nodes * MoreNodes, again.Exactly * MoreExactly) : null;
    }

    private EngineRun Answer(Question question)
    {
        var beside = _problem with { Measure = new Shortfall(In(question.At)) };
        var memory = _memories.Count == 0 ? null : _memories.MinBy(m => Math.Abs(m.At - question.At)).Memory;
        return _given.Solve(beside, _given.Options with
        {
            Parent = memory is null ? _given.Options.Parent : new WarmStart(beside, _plan ?? new Plan(new int[_problem.Scenario.Projects.Count], []), memory),
            Tolerance = question.Exactly, TimeLimit = _given.Left, MostNodes = question.Nodes, Lightly = question.Nodes <= FirstNodes, Enough = Below(question.At),
        }, _plan);
    }

    private void Offer(Plan? plan)
    {
        if (plan is null || _problem.Outcomes.Of(plan.Choices).Min() is var least && _plan is not null && least <= _least) return;
        (_plan, _least) = (plan, Math.Max(_least, least));
        _given.Report("plan", In(_least), _bound);
    }
}
