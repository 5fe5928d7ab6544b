namespace Allocation.Engine.Prices;

/// <summary>
/// Prices and plans for one problem: lowers the bound by <see cref="BundleUpdate"/>, makes plans on the way, and betters the best of them. What it counts is steps and tries, never time, so that two runs that are
/// not stopped are the same run.
/// </summary>
internal sealed class PriceSearch
{
    private readonly PriceModel _model;
    private readonly Dual _dual;
    private readonly CancellationToken _stop;
    private readonly Action<string> _report;
    private readonly PriceSpace _space;
    private PricePoint _point, _next;
    private PriceAnswer _answer;
    private double _money;

    public PriceSearch(PriceModel model, Dual dual, Action<string> report, CancellationToken stop)
    {
        (_model, _dual, _report, _stop) = (model, dual, report, stop);
        (_point, _next, Best, _answer) = (new(model), new(model), new(model), new(model));
        _space = new PriceSpace(model);
    }

    /// <summary>The least bound on Σωφ found, and its prices.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;
    public PricePoint Best { get; private set; }
    /// <summary>The best plan found, or null.</summary>
    public PlanState? Plan { get; private set; }
    public double Value { get; private set; } = double.NegativeInfinity;
    /// <summary>Evaluations of the bound so far.</summary>
    public int Steps { get; private set; }
    private bool Stopped => _stop.IsCancellationRequested;

    /// <summary>First prices, from nothing; a first plan.</summary>
    public void Open()
    {
        _money = PriceStart.Run(_model, _dual, _point, _answer, _stop);
        Steps += PriceStart.Rounds;
        Take();
        Build();
        _space.Measure(_answer, _dual.Part, _money);
    }

    /// <summary>Lowers the bound until it promises to fall by less than <paramref name="enough"/> times the gap, for at most so many steps.</summary>
    public void Lower(int steps, double enough, Func<bool> good)
    {
        var update = new BundleUpdate(_model, _space, 20);
        for (var i = 1; i <= steps && !Stopped; i++)
        {
            update.Next(_point, _answer, Value, _next);
            (_point, _next) = (_next, _point);
            _dual.Evaluate(_point, _answer);
            Steps++;
            Take();
            if (i % 6 == 0) { Build(); if (good()) return; }
            // Nothing is promised any more: the bound is as low as prices can make it, nearly.
            if (i > 10 && update.Progress <= enough * Math.Max(Bound - Value, 1e-13 * Math.Abs(Bound))) break;
        }
        update.Best.CopyTo(_point);
        if (!Stopped) { _dual.Evaluate(_point, _answer); Build(); }
    }

    /// <summary>Betters the best plan by swaps near the best prices; true where it rose.</summary>
    public bool Better(int passes, Func<bool> good)
    {
        if (Plan is null || Stopped) return false;
        Best.CopyTo(_point);
        _dual.Evaluate(_point, _answer);
        var any = false;
        for (var pass = 0; pass < passes && !Stopped && !good(); pass++)
        {
            var gained = new PlanSwaps(_model, _point, _answer, Plan, _stop).Pass(Bound - Value);
            Value = Plan.Value();
            _report("swaps");
            if (gained <= 0) break;
            any = true;
        }
        return any;
    }

    private void Take()
    {
        if (!(_answer.Bound < Bound)) return;
        Bound = _answer.Bound;
        _point.CopyTo(Best);
        _report("prices");
    }

    private void Build()
    {
        if (Stopped && Plan is not null) return;
        if (new PlanBuilder(_model, _answer, _point, Plan is null ? CancellationToken.None : _stop).Build() is not { } plan) return;
        var value = plan.Value();
        if (value <= Value) return;
        (Plan, Value) = (plan, value);
        _report("plan");
    }
}
