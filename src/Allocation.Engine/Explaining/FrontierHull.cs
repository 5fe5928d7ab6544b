using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;

namespace Allocation.Engine.Explaining;

/// <summary>
/// What prices say of a frontier. With a price on the second aim both are one measure like any other, so that every engine serves it, and neighbouring prices begin with each other's plans. For plans whose second sum is at
/// least s, first sum ≤ best(price) − price·s (weak duality), at any price; the best plans at prices are the corners of the frontier's hull, found where they lie around a level (Aneja and Nair 1979). What lies under the hull is
/// looked for among the choices that are near enough at those prices.
/// </summary>
internal sealed class FrontierHull
{
    private const int MostTurns = 6, MostNodes = 10;
    private const double Finer = 0.25, MostTie = 1e-7, Same = 1e-6, Step = 1e-4;

    private sealed record Corner(Plan Plan, double First, double Second);

    // Price: +∞ = the second aim alone. Bound: no plan has first sum + price · second sum above it (the second sum alone).
    private sealed record Line(double Price, double Bound, WarmStart From);

    private readonly Problem _problem;
    private readonly ConcaveMeasure _first, _second;
    private readonly MeasureAim _firstAim, _secondAim;
    private readonly double _tolerance;
    private readonly CancellationToken _stop;
    private readonly PriceEngine _engine;
    private readonly List<Corner> _corners = [];
    private readonly List<Line> _lines = [];
    private bool _startEnded;

    private FrontierHull(Problem problem, ConcaveMeasure first, ConcaveMeasure second, double tolerance, PriceEngine engine, CancellationToken stop)
    {
        (_problem, _first, _second, _tolerance, _stop) = (problem, first, second, tolerance, stop);
        (_firstAim, _secondAim) = (new(problem, first), new(problem, second));
        _engine = engine;
    }

    /// <summary>Null where one of the aims is no mean of a φ over the problem's weights.</summary>
    public static FrontierHull? For(Problem problem, Aim first, Aim second, double tolerance, PriceEngine engine, CancellationToken stop) =>
        first is MeasureAim { Measure: ConcaveMeasure one } && second is MeasureAim { Measure: ConcaveMeasure other } ? new(problem, one, other, tolerance, engine, stop) : null;

    /// <summary>A plan of the problem.</summary>
    public void Offer(Plan plan)
    {
        var corner = CornerOf(plan);
        if (!_corners.Any(c => c.First == corner.First && c.Second == corner.Second)) _corners.Add(corner);
    }

    /// <summary>The best in the first aim, of those nearly as good the best in the second; then the best in the second. False where there is none, or time was not enough for any.</summary>
    public bool Ends(Func<TimeSpan?> left)
    {
        if (!Alone(0, left) || !Alone(double.PositiveInfinity, left)) return false;
        var best = _corners.MaxBy(c => c.First)!;
        var range = _corners.Max(c => c.Second) - best.Second;
        // So fine that what the whole range of the second aim is worth at that price is told apart.
        return range <= 0 || Ask(Tie * Unit(best) / range, best.First, left(), Tie / 100);
    }

    /// <summary>The best plan in the first aim, and what none exceeds.</summary>
    public FrontierMemory Start()
    {
        var top = _corners.MaxBy(c => c.First)!;
        var said = Said(_corners.Where(c => c.First >= top.First - (Tie * Unit(top))).MaxBy(c => c.Second)!, _lines.Where(l => l.Price == 0).Min(l => l.Bound));
        return said with { Settled = said.Settled || _startEnded };
    }

    /// <summary>The best plan in the second aim.</summary>
    public Plan End() => _corners.MaxBy(c => c.Second)!.Plan;

    /// <summary>The best plan known among those that reach a level, and what none of them exceeds.</summary>
    public FrontierMemory At(double asked) => Said(Best(asked), SumAt(Forgiven(asked)));

    /// <summary>The same once the corners of the hull around the level are found.</summary>
    public FrontierMemory Around(double asked, Func<TimeSpan?> left)
    {
        for (var turn = 0; turn < MostTurns && !Over(left()); turn++)
        {
            if (At(asked).Settled || Edge(Forgiven(asked)) is not var (before, after) || Slope(before, after) is not { } price) break;
            if (_lines.Any(l => Math.Abs(l.Price - price) <= Same * price)) break;
            if (!Ask(price, before.First + (price * before.Second), left())) break;
        }
        return At(asked);
    }

    /// <summary>
    /// The same once the choices near the prices that bound the level best are listed with what each adds to the second aim, which tells what most levels under the hull are worth. Several levels may be asked at once:
    /// what is found is known only when it is offered.
    /// </summary>
    public FrontierMemory Among(double asked, TimeSpan? left)
    {
        var (best, level, price) = (Best(asked), Forgiven(asked), PriceFor(asked));
        using var stop = Until(left);
        if (price is not > 0 || !double.IsFinite(best.First) || PricesAt(price.Value, best, best.First + (price.Value * level), 1, stop.Token) is not { } prices) return At(asked);
        var bound = prices.Held(new(_second, price.Value, level, Tolerated(best)), best.First, choices =>
        {
            if (!new AimFloor(_secondAim, asked).Holds(choices) || Payments.For(_problem, choices) is not { } plan) return null;
            var found = CornerOf(plan);
            if (found.First > best.First) best = found;
            return found.First;
        });
        return Said(best, Math.Min(bound, SumAt(level)));
    }

    /// <summary>The best plan of all that reach a level, searched for by the whole model among the choices that are near enough at those prices, from what is known of it. Several levels may be asked at once, too.</summary>
    public FrontierMemory Settle(double asked, FrontierMemory said, TimeSpan? left)
    {
        var (known, level) = (CornerOf(said.Plan), Forgiven(asked));
        if (Best(asked) is var other && other.First > known.First) known = other;
        if (Near(_firstAim.Of(known.Plan.Choices), said.Bound)) return new(known.Plan, said.Bound, true);
        var run = Search(_first, [(_second, asked)], known, PriceFor(asked), price => known.First + (price * level), left);
        var best = run.Plan ?? known.Plan;
        var value = _firstAim.Of(best.Choices);
        var bound = Math.Max(value, Math.Min(said.Bound, run.Bound));
        return new(best, bound, run.End == RunEnd.Finished || Near(value, bound));
    }

    // The best in one aim alone: by its engine, and where that leaves something open among the choices that are near enough.
    private bool Alone(double price, Func<TimeSpan?> left)
    {
        if (!Ask(price, 0, left())) return false;
        var (measure, aim) = price == 0 ? (_first, _firstAim) : (_second, _secondAim);
        var known = _corners.MaxBy(c => price == 0 ? c.First : c.Second)!;
        var value = aim.Of(known.Plan.Choices);
        var ended = aim.FromModel(_lines[^1].Bound) - value <= _tolerance * aim.Scale(value);
        if (!ended && !Over(left()))
        {
            var run = Search(measure, [], known, price, _ => price == 0 ? known.First : known.Second, left());
            if (run.Plan is not null) Offer(run.Plan);
            ended = run.End == RunEnd.Finished;
            _lines[^1] = _lines[^1] with { Bound = Math.Min(_lines[^1].Bound, Safe(measure.Phi(run.Bound))) };
        }
        if (price == 0) _startEnded = ended && !Over(left());
        return true;
    }

    // Raises one aim among the choices that no plan better than the known one is without, as far as a price on the second aim tells; least: what such a plan is worth there.
    private AimRun Search(ConcaveMeasure raised, IReadOnlyList<(ConcaveMeasure Measure, double Least)> held, Corner known, double? at, Func<double, double> least, TimeSpan? left)
    {
        using var stop = Until(left);
        var near = at is { } price && PricesAt(price, known, least(price), Threads, stop.Token)?.Narrowed(least(price), known.Plan) is { } narrowed ? narrowed with { Measure = _problem.Measure } : _problem;
        return new AimSearch(near).Run(new MeasureAim(near, raised), [.. held.Select(h => new AimFloor(new MeasureAim(near, h.Measure), h.Least))], known.Plan, _tolerance, left, _stop, coarse: false);
    }

    private NearPrices? PricesAt(double price, Corner known, double about, int threads, CancellationToken stop) =>
        NearPrices.For(Under(price, about), known.Plan, Nearest(price)?.From.Prices, threads, stop);

    private CancellationTokenSource Until(TimeSpan? left)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        if (left is { } time) stop.CancelAfter(time);
        return stop;
    }

    private static double Safe(double sum) => sum + (1e-12 * Math.Abs(sum));

    // The price that bounds a level best: that of a line where there are lines, else of the edge of what is known.
    private double? PriceFor(double asked)
    {
        var level = Forgiven(asked);
        if (_lines.Where(l => double.IsFinite(l.Price)).MinBy(l => l.Bound - (l.Price * level)) is { } line) return line.Price;
        return Edge(level) is var (before, after) && Slope(before, after) is { } slope ? slope : null;
    }

    private static double? Slope(Corner before, Corner after) => (before.First - after.First) / (after.Second - before.Second) is var slope && slope > 0 && double.IsFinite(slope) ? slope : null;

    // A plan keeps a floor that it misses by a rounding.
    private double Forgiven(double asked) => _second.Phi(asked - (1e-12 * Math.Max(1, Math.Abs(asked))));

    // What the first aim may give up for the second at its own end.
    private double Tie => Math.Min(MostTie, _tolerance / 10);

    private static int Threads => Environment.ProcessorCount;

    private bool Over(TimeSpan? left) => _stop.IsCancellationRequested || left == TimeSpan.Zero;

    private Corner Best(double asked) => _corners.Where(c => new AimFloor(_secondAim, asked).Holds(c.Plan.Choices)).MaxBy(c => c.First)!;

    private Corner CornerOf(Plan plan)
    {
        var outcomes = _problem.Outcomes.Of(plan.Choices);
        return new(plan, _first.MeanPhi(outcomes, _problem.Weights), _second.MeanPhi(outcomes, _problem.Weights));
    }

    private double SumAt(double level) => _lines.Where(l => double.IsFinite(l.Price)).Select(l => l.Bound - (l.Price * level)).DefaultIfEmpty(double.PositiveInfinity).Min();

    // How far above a plan a bound may be in the first sum; a little less, because sums are bent on their way to values.
    private double Tolerated(Corner corner)
    {
        var value = _firstAim.Of(corner.Plan.Choices);
        return 0.9 * (_first.Phi(value + (_tolerance * _firstAim.Scale(value))) - _first.Phi(value));
    }

    private FrontierMemory Said(Corner corner, double sum)
    {
        var value = _firstAim.Of(corner.Plan.Choices);
        var bound = Math.Max(value, _firstAim.FromModel(sum));
        return new(corner.Plan, bound, Near(value, bound));
    }

    private bool Near(double value, double bound) => bound - value <= _tolerance * _firstAim.Scale(value);

    // The corners of the hull of what is known on both sides of a level.
    private (Corner Before, Corner After)? Edge(double level)
    {
        var hull = new List<Corner>();
        foreach (var c in _corners.Where(c => double.IsFinite(c.First)).OrderBy(c => c.Second).ThenBy(c => c.First))
        {
            while (hull.Count > 0 && hull[^1].First <= c.First) hull.RemoveAt(hull.Count - 1);
            while (hull.Count > 1 && (hull[^1].First - hull[^2].First) * (c.Second - hull[^2].Second) <= (c.First - hull[^2].First) * (hull[^1].Second - hull[^2].Second)) hull.RemoveAt(hull.Count - 1);
            hull.Add(c);
        }
        var after = hull.FindIndex(c => c.Second >= level);
        return after < 1 ? null : (hull[after - 1], hull[after]);
    }

    // How much the first sum moves, at a corner, where the aim moves by its whole scale: downwards, because a shortfall is flat above its line, and upwards where nothing lies below.
    private double Unit(Corner corner)
    {
        var value = _firstAim.Of(corner.Plan.Choices);
        var step = Step * _firstAim.Scale(value);
        var down = (_first.Phi(value) - _first.Phi(value - step)) / Step;
        return down > 0 && double.IsFinite(down) ? down : (_first.Phi(value + step) - _first.Phi(value)) / Step;
    }

    private bool Ask(double price, double about, TimeSpan? left, double? tolerance = null)
    {
        var asked = Under(price, about);
        var known = _corners.Count == 0 ? null : _corners.MaxBy(c => double.IsPositiveInfinity(price) ? c.Second : price == 0 ? c.First : c.First + (price * c.Second));
        var from = Nearest(price)?.From;
        var options = new SolveOptions { Tolerance = tolerance ?? _tolerance * Finer, TimeLimit = left, Threads = Threads, MostNodes = MostNodes, Parent = from is null ? null : new(asked, from.Plan, from.Memory) };
        var run = _engine.Run(asked, options, known?.Plan, null, _stop);
        if (run.Plan is null) return false;
        Offer(run.Plan);
        var measure = (ConcaveMeasure)asked.Measure;
        var sum = (measure as Leaning)?.ToMeanPhi(run.Bound) ?? Safe(measure.Phi(run.Bound));
        _lines.Add(new(price, sum, new(asked, run.Plan, run.Memory)));
        return true;
    }

    private Line? Nearest(double price) => _lines.MinBy(l => Math.Abs(Math.Atan(l.Price) - Math.Atan(price)));

    // The problem with a price on the second aim; sums are expected about so high.
    private Problem Under(double price, double about) => _problem with
    {
        Measure = price == 0 ? _first : double.IsPositiveInfinity(price) ? _second : new Leaning(_first, _second, price, about, Unit(_corners.MaxBy(c => c.First)!)),
    };
}
