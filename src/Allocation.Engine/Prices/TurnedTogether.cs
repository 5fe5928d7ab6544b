using Allocation.Engine.Formulation;

namespace Allocation.Engine.Prices;

/// <summary>Bounds with one project the other way round and what clusters keep kept, at fixed prices: only the clusters of its places are looked at again. One per thread, with a model of its own, which it narrows and restores.</summary>
internal sealed class TurnedTogether
{
    private readonly PriceModel _model;
    private readonly Dual _dual;
    private readonly PricePoint _prices;
    private readonly PriceAnswer _answer;

    public TurnedTogether(Problem problem, Dual like, Clusters clusters, PricePoint prices)
    {
        _model = PriceModel.For(problem);
        (_dual, _prices, _answer) = (new Dual(_model, 1), prices, new PriceAnswer(_model));
        like.Part.CopyTo(_dual.Part, 0);
        _dual.Keep(clusters);
        _dual.Evaluate(_prices, _answer);
    }

    /// <summary>No plan with a project in (or, with <paramref name="into"/> false, without it) is worth more; −∞ where there is none.</summary>
    public double Bound(int p, bool into)
    {
        var (low, high) = (_model.Low[p], _model.High[p]);
        (_model.Low[p], _model.High[p]) = into ? (Math.Max(0, low), high) : (low, Math.Min(-1, high));
        var bound = double.NegativeInfinity;
        if (_model.Low[p] <= _model.High[p])
        {
            _dual.Changed(p);
            _dual.Evaluate(_prices, _answer);
            bound = TurnedBounds.Safe(_answer.Bound);
        }
        (_model.Low[p], _model.High[p]) = (low, high);
        _dual.Changed(p);
        return bound < _model.Least ? double.NegativeInfinity : _model.ToMeasure(bound);
    }
}
