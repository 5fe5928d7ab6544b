using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// Decomposition by place: prices on funds, rules and shared projects make every neighbourhood a little problem of its own, solved exactly; the prices are then the proof of the bound.
/// Serves every measure of the form Σ ω φ(u) with φ concave, and those that have a search of their own (<see cref="MeasureSearches"/>). Where rules cannot be kept at all, the bound falls below what no project at all would give, and that proves it.
/// </summary>
public sealed class PriceEngine : IPlanEngine
{
    private readonly Func<Problem, int[], Plan?>? _pay;
    private readonly IPlanEngine? _whole;
    private readonly Func<Problem, CancellationToken, EngineRun>? _any;

    public PriceEngine() { }

    /// <param name="pay">Finds whole payments for choices, or null where there are none: asked where the engine's own way of paying, cheapest fund first, finds none.</param>
    /// <param name="whole">Finds the best plan of a problem narrowed to what is near the prices; null where nobody does.</param>
    /// <param name="any">Finds any plan at all, or the word that there is none: asked where the first prices lead to no plan; null where nobody does.</param>
    internal PriceEngine(Func<Problem, int[], Plan?> pay, IPlanEngine? whole, Func<Problem, CancellationToken, EngineRun>? any) => (_pay, _whole, _any) = (pay, whole, any);

    /// <inheritdoc cref="PriceEngine(Func{Problem, int[], Plan?}, IPlanEngine?, Func{Problem, CancellationToken, EngineRun}?)"/>
    public PriceEngine(Func<Problem, int[], Plan?> pay, IPlanEngine? whole = null) : this(pay, whole, null) { }

    public string Name => "prices";

    /// <summary>Finds prices to begin from; null where nobody does, or none are better than the engine's own.</summary>
    internal Func<Problem, CancellationToken, FirstPrices?>? Begin { get; init; }

    /// <summary>True where prices serve the problem's measure, and no rule speaks of outcomes or asks for a reserve, for which they have no row.</summary>
    public static bool Serves(Problem problem) => Serves(problem.Measure) && Keeps(problem);

    /// <summary>The same of the measure alone.</summary>
    internal static bool Serves(Measure measure) => measure is ConcaveMeasure || MeasureSearches.For(measure) is not null;

    /// <summary>True where prices have a row for every rule, so that what they prove can be written down.</summary>
    internal static bool Keeps(Problem problem) => problem.Limits.All.Count == 0 && !problem.Rows.KeepReserves;

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        if (!Serves(problem)) return new(start, double.PositiveInfinity, RunEnd.Finished);
        var clock = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.TimeLimit is { } time) { if (time > TimeSpan.Zero) limit.CancelAfter(time); else limit.Cancel(); }
        EngineRun Beside(Problem beside, SolveOptions how, Plan? from) => Run(beside, how, from, null, limit.Token);
        void Report(string stage, double? value, double bound) => progress?.Report(new(clock.Elapsed, stage, value, bound));
        if (MeasureSearches.For(problem.Measure) is { } led)
        {
            if (start is null && _any?.Invoke(problem, limit.Token) is { } first)
            {
                if (first.End == RunEnd.Impossible) return new(null, double.NegativeInfinity, RunEnd.Impossible);
                start = first.Plan;
            }
            return led(new(problem, options, Beside, Begin, Report, clock, limit.Token), start);
        }
        var model = PriceModel.For(problem);
        if (model.Impossible) return new(null, double.NegativeInfinity, RunEnd.Impossible);

        Func<Problem, Plan?, double, Plan?>? near = _whole is null ? null : (narrowed, from, gap) =>
            _whole.Run(narrowed, options with { TimeLimit = options.TimeLimit - clock.Elapsed, Tolerance = Math.Max(gap, options.Tolerance) }, from, null, limit.Token).Plan;
        var low = double.IsNegativeInfinity(options.Enough) ? options.Enough : model.Measure.Phi(options.Enough);
        PriceSearch search = null!;
        var dual = new Dual(model, options.Threads);
        search = new PriceSearch(model, dual, _pay, near, stage => progress?.Report(new(clock.Elapsed, stage,
            !search.Found ? null : model.Measure.FromMeanPhi(search.Value), model.ToMeasure(search.Bound))), limit.Token) { Enough = low, Briefly = options.Briefly };
        var good = () => Gap(model, search) <= options.Tolerance || search.Bound <= low;
        if (start is not null) search.Offer(start);
        // Of many solves for a bound each is told its own prices; a parent's serve where it was solved by prices and its measure is one that they serve too.
        var oneOfMany = options.Briefly || options.Lightly;
        var told = oneOfMany || options.Parent is not { Prices: not null } ? Begin?.Invoke(problem, limit.Token) : null;
        if (told is null && options.Parent is { Prices: { } memory } parent)
        {
            var choices = parent.ChoicesFor(problem);
            search.Open(memory, choices);
            if (options.NearParent && !good() && _any?.Invoke(problem, limit.Token).Plan is { } beside) search.Offer(beside);
            // What a change leaves open near its parent's prices is little, and the whole model soon settles it.
            if (search.Exchanges && !good()) search.Polish(PriceSearch.Nearest, 0.2 * Math.Min(NearParent, Gap(model, search)), choices);
        }
        else search.Open(told);
        if (options.NearParent) return Ended(null, search.Best, search.Proven);
        if (oneOfMany && told is not null) return Ended(null, search.Best, search.Proven);
        // Whether there is a plan at all is a question of its own, and a far cheaper one than how good a plan can be.
        var any = search.Found ? null : _any?.Invoke(problem, limit.Token);
        if (any is { Plan: null, End: RunEnd.Impossible }) return new(null, double.NegativeInfinity, RunEnd.Impossible);
        if (!search.Found) search.Polish(MostOpen, FirstGap);
        if (!search.Found && any?.Plan is { } found) search.Offer(found);
        // Where a bound was asked for: prices that bring it no lower than what places could have without any are next to nothing, and clusters settle nothing at them.
        var idle = () => low > double.NegativeInfinity && search.Bound > low && search.Bound >= model.Ceiling - (1e-9 * Math.Abs(model.Ceiling));
        var done = () => good() || limit.IsCancellationRequested || Hopeless(model, search);
        void Exchange() { if (!done() && search.Exchanges) search.Polish(PriceSearch.Nearest, 0.2 * Gap(model, search)); }
        void Work(double smallest) { if (search.Exchanges) Exchange(); else if (!done()) search.Better(30, smallest, good); }
        // Prices as far as they go cheaply, then what clusters keep exactly and the plan they agree on, then moves near it.
        foreach (var (steps, enough, smallest) in First)
        {
            if (!done()) search.Lower(steps, enough, good);
            if (options.MostNodes == 0 && idle()) return new(search.Made, model.ToMeasure(search.Bound), RunEnd.Finished) { Memory = search.Remember(search.Best) };
            if (!done()) search.Climb(good);
            if (!done() && model.Places <= PriceSearch.Few) search.Better(30, smallest, good);
        }
        // Clusters finish a plan that is near; one that is not gains more from lower prices and another climb first.
        if (!done() && model.Places > PriceSearch.Few && !(Gap(model, search) <= Near))
        {
            search.Lower(160, 0.05, good);
            if (!done()) search.Climb(good);
        }
        Exchange();
        if (!done() && ((options.Lightly && idle()) || !search.Agree(good)))
            foreach (var (steps, enough, smallest) in Further)
            {
                if (!done()) search.Lower(steps, enough, good);
                if (!done()) search.Climb(good);
                Work(smallest);
            }
        else if (!done())
        {
            // Prices that know what clusters keep differ a little, and so does the plan that clusters agree on at them.
            search.Lower(options.Briefly ? FewSteps : 24, 0.002, good);
            if (!done()) search.Climb(good);
            if (!done()) search.AgreeAgain();
            Work(0.01);
        }
        // Where little is asked and the first prices lead to no plan, others are asked for one.
        var asked = () => !done() && (search.Found || options.MostNodes is null);
        if (asked()) search.Polish(MostOpen, 0.1 * Gap(model, search));
        search.Free();
        var (prices, proven, tree) = (search.Best, search.Proven, (PriceTree?)null);
        if (asked())
            tree = search.Finish(Math.Min(options.MostNodes ?? int.MaxValue, Math.Clamp(600_000 / model.Places, 50, 20_000)), options.Tolerance);
        return Ended(tree, prices, proven);

        EngineRun Ended(PriceTree? tree, PricePoint prices, double proven)
        {
            var proofs = new PriceProofs(model, dual);
            // A tree is written down where it ends the search or brings it well on; one that is too large, or hardly better than its root, leaves the root's prices and the bound that they give.
            var branched = tree is null ? proven : Math.Max(tree.Bound, search.Value);
            var worthwhile = branched < proven && (good() || proven - branched > Worthwhile * (proven - search.Value));
            var (root, least) = worthwhile && tree!.Proof(proofs, MostLeaves) is { } whole ? (whole, branched) : (proofs.Leaf(prices), proven);
            var evidence = new PriceCertificateData(PriceProofs.Grain, root, model.ToMeasure(least))
            {
                Clusters = dual.Keeps is { } kept ? proofs.Together(kept) : [],
                City = proofs.NameOf(dual.Keeps?.CityRow ?? -1),
            };
            if (Hopeless(model, search)) return new(null, double.NegativeInfinity, RunEnd.Impossible) { Evidence = evidence };
            var end = limit.IsCancellationRequested && !good() ? RunEnd.Stopped : RunEnd.Finished;
            return new(search.Made, model.ToMeasure(search.Bound), end) { Evidence = evidence, Memory = search.Remember(prices) };
        }
    }

    /// <summary>A proof with more leaves than this is not written down: the prices at its root are, and the bound that they give.</summary>
    private const int MostLeaves = 20_000;
    private const double Worthwhile = 0.2;
    private const int MostOpen = 600;
    private const double FirstGap = 1e-2;
    private const double NearParent = 1e-3;
    private const int FewSteps = 6;
    // Steps at most, what a step must promise of the gap, and what a pass of moves must gain of it.
    private static readonly (int Steps, double Enough, double Smallest)[] First = [(40, 0.2, 0.05), (110, 0.05, 0.01)], Further = [(300, 0.02, 0.005), (500, 0.005, 0.002)];
    private const double Near = 3e-4;

    private static double Gap(PriceModel model, PriceSearch search)
    {
        if (!search.Found) return double.PositiveInfinity;
        var value = model.Measure.FromMeanPhi(search.Value);
        return (model.ToMeasure(search.Bound) - value) / Math.Max(Math.Abs(value), 1e-12);
    }

    // Outcomes only rise, so that every plan is worth more than this: a bound no higher means that there is no plan.
    private static bool Hopeless(PriceModel model, PriceSearch search) => !search.Found && search.Bound <= model.Least;
}
