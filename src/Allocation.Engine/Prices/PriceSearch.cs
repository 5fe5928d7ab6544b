using System.Numerics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// Prices and plans for one problem: lowers the bound by <see cref="BundleUpdate"/>, makes plans on the way, and betters the best of them. What it counts is steps and tries, never time, so that two runs that are
/// not stopped are the same run.
/// </summary>
internal sealed partial class PriceSearch
{
    private readonly PriceModel _model;
    private readonly Dual _dual;
    private readonly CancellationToken _stop;
    private readonly Action<string> _report;
    private readonly PriceSpace _space;
    private PricePoint _point, _next;
    private PriceAnswer _answer;
    private readonly int _threads;
    private double _money;
    // Of what money was worth at first, what it counts for at least where steps are measured: it may be worth nothing by now, and something again.
    private const double LeastMoney = 0.01;
    private double _free = double.PositiveInfinity;
    // Steps before prices may be thought settled. A parent's prices can lie where a step's length is far too small at first: where a fund is no longer spent, its price must fall to 0.
    private const int Least = 10, LeastFromParent = 40;
    private int _least = Least;
    private int _tries, _beyondMending, _barren;
    private const int MostAgreed = 8, MendingPasses = 8;
    private const int BetweenPlans = 6;
    private const int BranchStates = 1 << 12;
    /// <summary>So few places are looked at for moves at once; of more, clusters make the first good plan.</summary>
    public const int Few = 100;
    /// <summary>Of more places, steps and climbs are so dear that they are only made where they bring much.</summary>
    public const int Many = 1000;
    private const int Window = 24;

    private readonly Func<Problem, int[], Plan?>? _pay;
    private readonly Func<Problem, Plan?, double, Plan?>? _whole;
    private Plan? _given;

    // pay: finds whole payments for choices where the cheapest funds one after the other do not. whole: finds the best plan of a narrowed problem, or one as good as it can, from a plan or from nothing, to a gap.
    // Either is null where nobody does.
    public PriceSearch(PriceModel model, Dual dual, Func<Problem, int[], Plan?>? pay, Func<Problem, Plan?, double, Plan?>? whole, Action<string> report, CancellationToken stop)
    {
        (_pay, _whole) = (pay, whole);
        (_model, _dual, _report, _stop) = (model, dual, report, stop);
        (_point, _next, Best, _answer) = (new(model), new(model), new(model), new(model));
        _space = new PriceSpace(model);
        _threads = dual.Threads;
        _mean = new double[_answer.Vote.Length];
    }

    /// <summary>A bound on Σωφ no higher than this is all that is asked for.</summary>
    public double Enough { get; init; } = double.NegativeInfinity;
    /// <inheritdoc cref="SolveOptions.Briefly"/>
    public bool Briefly { get; init; }
    /// <summary>The least bound on Σωφ found, and its prices.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;
    /// <summary>The bound that the best prices prove with what is kept together at the end; above <see cref="Bound"/> where clusters brought it lower and were given up again.</summary>
    public double Proven { get; private set; } = double.PositiveInfinity;
    public PricePoint Best { get; private set; }
    /// <summary>The best plan of the engine's own making, or null.</summary>
    private PlanState? Plan { get; set; }
    /// <summary>True where there is a plan.</summary>
    public bool Found => !double.IsNegativeInfinity(Value);
    /// <summary>The best plan found, or null.</summary>
    public Plan? Made => _given ?? Plan?.ToPlan();
    public double Value { get; private set; } = double.NegativeInfinity;
    /// <summary>Evaluations of the bound so far.</summary>
    public int Steps { get; private set; }
    // Rules that making plans from votes cannot mind: the whole model makes them then.
    private bool Tangled => !_builds && _barren > (_whole is null ? 1 : 0);
    private bool _builds; // votes have made a plan once
    // No plan at all: some place cannot choose within its own rows.
    private bool Hopeless => double.IsNegativeInfinity(Proven);
    private bool Stopped => _stop.IsCancellationRequested;

    /// <summary>Hears of a plan that keeps every rule.</summary>
    public void Offer(Plan plan)
    {
        var value = _model.Measure.MeanPhi(_model.Problem.Outcomes.Of(plan.Choices), _model.Problem.Weights);
        if (value <= Value) return;
        (_given, Value) = (plan, value);
        _report("plan");
    }

    /// <summary>First prices, those given or from nothing; a first plan.</summary>
    public void Open(FirstPrices? first = null)
    {
        _money = first?.Write(_model, _dual, _point, _answer) ?? PriceStart.Run(_model, _dual, _point, _answer, _stop);
        Steps += PriceStart.Rounds;
        Take();
        Slide();
        // Where money hardly binds, what every place would have if all were free is hard to beat at first, and yet no point to go on from.
        if (_model.Ceiling < Bound) Bound = Math.Min(Bound, Freely(new(_model)));
        Build();
    }

    /// <summary>Prices that an earlier run ended with; its plan, mended.</summary>
    /// <param name="memory">The earlier run's prices, or null.</param>
    /// <param name="choices">[project] its plan, brought to what this problem allows.</param>
    public void Open(PriceMemory memory, int[] choices)
    {
        _least = LeastFromParent;
        _money = memory.Recall(_model, _dual, _point);
        _dual.Evaluate(_point, _answer);
        Steps++;
        Take();
        Slide();
        var wish = new int[choices.Length];
        for (var p = 0; p < wish.Length; p++) wish[p] = choices[p] == 0 ? -1 : _model.OptionAt(p, choices[p]);
        Hear(new PlanBuilder(_model, _answer, _point, _stop) { Wish = wish }.Build());
        if (_given is { } given) Rise(given);
        // Where the whole model is asked about what is near the prices, it makes a better plan sooner.
        if (!Exchanges) Build();
    }

    /// <summary>Where no prices found prove what none at all do, none at all are the best.</summary>
    public void Free()
    {
        var none = new PricePoint(_model);
        if (!(_model.Ceiling < Proven && Freely(none) < Proven)) return;
        Prove(_free);
        none.CopyTo(Best);
    }

    // The bound without prices.
    private double Freely(PricePoint none)
    {
        if (!double.IsPositiveInfinity(_free)) return _free;
        var answer = new PriceAnswer(_model);
        _dual.Evaluate(none, answer);
        return _free = answer.Bound;
    }

    /// <summary>What another run may begin with.</summary>
    public PriceMemory Remember(PricePoint prices) => new(_model, prices, _dual.Part, _money, Made?.Choices ?? new int[_model.Projects]);

    /// <summary>Lowers the bound until it promises to fall by less than <paramref name="enough"/> times the gap, for at most so many steps.</summary>
    public void Lower(int steps, double enough, Func<bool> good)
    {
        _space.Measure(_answer, _dual.Part, Math.Max(PriceStart.MoneyAt(_model, _point), LeastMoney * _money));
        var update = new BundleUpdate(_model, _space, 20);
        var (wait, next) = (BetweenPlans, BetweenPlans);
        var past = new Queue<double>();
        for (var i = 1; i <= steps && !Stopped && !Hopeless; i++)
        {
            update.Next(_point, _answer, Value, _next);
            (_point, _next) = (_next, _point);
            _dual.Evaluate(_point, _answer);
            Average(_answer);
            Steps++;
            Take();
            if (i == next)
            {
                // A plan that is no better than the best makes the next one wait longer.
                var before = Value;
                Build();
                if (good()) return;
                wait = !Found || Value > before ? BetweenPlans : 2 * wait;
                next += wait;
            }
            // Nothing is promised any more: the bound is as low as prices can make it, nearly. Of many places not even all the steps of a window together may fall short of what one has to promise.
            var little = enough * Math.Max(Bound - Value, 1e-13 * Math.Abs(Bound));
            past.Enqueue(Bound);
            if (i > _least && (update.Progress <= little || (_model.Places > Many && past.Count > Window && past.Dequeue() - Bound <= little))) break;
        }
        _least = Least;
        update.Best.CopyTo(_point);
        if (!Stopped) { _dual.Evaluate(_point, _answer); Build(); }
    }

    /// <summary>Betters the best plan by moves near the best prices, and makes another from what they vote for, mended; true where the best plan rose.
    /// A pass that gains less than <paramref name="least"/> of the gap is the last.</summary>
    public bool Better(int passes, double least, Func<bool> good)
    {
        if (Stopped || (Tangled && _whole is not null)) return false;
        Best.CopyTo(_point);
        _dual.Evaluate(_point, _answer);
        var before = Value;
        PlanState? votes = null;
        // Where rules are tangled, votes may be beyond mending: two failures are enough to know.
        if (_beyondMending < 2)
        {
            votes = new PlanBuilder(_model, _answer, _point, _stop).Votes();
            Work(votes, passes, least, good);
            _beyondMending = votes.Holds() ? 0 : _beyondMending + 1;
        }
        if (Plan is { } plan && plan != votes && !good()) Work(plan, passes, least, good);
        return Value > before;
    }

    // Moves in groups until none gains, then swaps, then moves again.
    private void Work(PlanState state, int passes, double least, Func<bool> good)
    {
        var moves = new PlanMoves(_model, _point, _answer, state, _dual) { MostPerPlace = _model.Places > Many ? 16 : 48 };
        var combos = _model.Places > Many ? new PlanCombos(moves, state, 160, 80) : new PlanCombos(moves, state);
        var price = 0d;
        foreach (var p in _answer.OptionPrice) price += Math.Abs(p) / Math.Max(1, _answer.OptionPrice.Length);
        price *= 2;
        for (var pass = 0; pass < passes && !Stopped && !good(); pass++)
        {
            var holds = state.Holds();
            var room = holds ? Bound - state.Value() : !Found ? price : Math.Max(Bound - Value, 1e-12);
            moves.Gather(Math.Min(room, price), _stop);
            var gained = combos.Pass(_stop);
            if (!state.Holds()) { if (gained == 0 || pass >= MendingPasses) return; continue; }
            if (gained <= 0.01 * room && least < 0.02) gained += new PlanSwaps(_model, _point, _answer, state, _stop) { Partners = 24 }.Pass(Math.Min(room, price));
            if (state.Value() > Value) { (Plan, Value, _given) = (state, state.Value(), null); _report("moves"); }
            if (gained <= least * room) return;
        }
    }

    /// <summary>Branches until the gap is closed or the bound is <see cref="Enough"/>, for at most so many nodes; returns the tree, whose bound is now this search's.</summary>
    public PriceTree Finish(int nodes, double tolerance)
    {
        // Of few places many branches that are looked at quickly close more than few that are looked at long.
        if (_city is not null && _model.Places <= Few) _city.MostStates = BranchStates;
        var tree = new PriceTree(_model, _dual, _space, Best, Proven, () => Value, Settle, TryPlan, Only, tolerance, Enough, _stop);
        tree.Run(nodes, () =>
        {
            var bound = Math.Max(tree.Bound, Value);
            if (bound < Bound) { Bound = bound; _report("branches"); }
        });
        Bound = Math.Min(Bound, Math.Max(tree.Bound, Value));
        _report("branches");
        return tree;
    }

    // The one choice of a leaf, paid for exactly.
    private void Only(int[] choices)
    {
        if (_pay?.Invoke(_model.Problem, choices) is { } plan) Offer(plan);
    }

    private bool TryPlan(PricePoint point, PriceAnswer answer)
    {
        if (Tangled && _whole is not null) return false;
        var before = Value;
        if (_city is not null && _tries < MostAgreed && BitOperations.IsPow2(_tries + 1))
        {
            if (_agreed) Make(point, answer, Voted(answer.Vote));
            else Apart(point, answer);
        }
        if (_tries++ % 16 == 0 && _city is null && _model.Copies < 20_000)
        {
            (_answer, var kept, _point, var at) = (answer, _answer, point, _point);
            Work(new PlanBuilder(_model, answer, point, _stop).Votes(), 8, 0.002, () => false);
            (_answer, _point) = (kept, at);
        }
        if (new PlanBuilder(_model, answer, point, _stop).Build() is { } plan && plan.Value() > Value) (Plan, Value, _given) = (plan, plan.Value(), null);
        if (Value > before) _report("plan");
        return Value > before;
    }

    private void Take()
    {
        if (!(_answer.Bound < Proven)) return;
        Prove(_answer.Bound);
        _point.CopyTo(Best);
        _report("prices");
    }

    private void Prove(double bound) => (Proven, Bound) = (bound, Math.Min(Bound, bound));

    private void Build()
    {
        // Where tries found nothing that keeps every rule, more of the same will not.
        if ((Stopped && Found) || Tangled) return;
        _barren++;
        if (new PlanBuilder(_model, _answer, _point, Found ? _stop : CancellationToken.None).Build() is not { } plan) return;
        (_barren, _builds) = (0, true);
        Hear(plan);
    }

    private void Hear(PlanState? plan)
    {
        if (plan is null || plan.Value() is var value && value <= Value) return;
        (Plan, Value, _given) = (plan, value, null);
        _report("plan");
    }
}
