namespace Allocation.Engine.Prices;

/// <summary>
/// The volume algorithm (Barahona and Anbil 2000): steps from the best point along an average of slopes, of length λ·(bound − target)/‖direction‖², λ growing while bounds fall and
/// shrinking while they do not. The average is a better direction than any one slope, and costs no more than one.
/// </summary>
internal sealed class VolumeUpdate(PriceModel model, PriceSpace space) : IPriceUpdate
{
    private readonly double[] _slope = new double[space.Length], _direction = new double[space.Length];
    private double _lambda = 0.5, _share = 0.2;
    private int _worse, _steps;
    private double _checkpoint = double.PositiveInfinity;

    public PricePoint Best { get; } = new(model);
    public double BestBound { get; private set; } = double.PositiveInfinity;
    public double Progress => _lambda;

    public void Next(PricePoint point, PriceAnswer answer, double target, PricePoint next)
    {
        space.Slope(answer, _slope);
        if (double.IsPositiveInfinity(BestBound)) _slope.CopyTo(_direction, 0);
        else
        {
            // The share of the new slope that makes the average shortest, within limits.
            double dd = 0, ds = 0, ss = 0;
            for (var i = 0; i < _slope.Length; i++) { dd += _direction[i] * _direction[i]; ds += _direction[i] * _slope[i]; ss += _slope[i] * _slope[i]; }
            var best = dd - 2 * ds + ss > 0 ? (dd - ds) / (dd - 2 * ds + ss) : 1;
            var share = Math.Clamp(best, _share / 10, _share);
            for (var i = 0; i < _slope.Length; i++) _direction[i] += share * (_slope[i] - _direction[i]);
            if (answer.Bound < BestBound)
            {
                double agree = 0;
                for (var i = 0; i < _slope.Length; i++) agree += _direction[i] * _slope[i];
                if (agree > 0) _lambda = Math.Min(2, _lambda * 1.1);
                _worse = 0;
            }
            else if (++_worse >= 12) { _lambda *= 0.7; _worse = 0; }
        }
        if (answer.Bound < BestBound) { BestBound = answer.Bound; point.CopyTo(Best); }
        if (++_steps % 40 == 0)
        {
            if (_checkpoint - BestBound < 0.02 * (BestBound - target)) _share = Math.Max(0.01, _share / 2);
            _checkpoint = BestBound;
        }
        double norm = 0;
        foreach (var d in _direction) norm += d * d;
        space.Step(Best, _direction, norm > 0 ? _lambda * Math.Max(0, BestBound - target) / norm : 0, next);
    }
}
