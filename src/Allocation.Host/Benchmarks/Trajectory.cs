namespace Allocation.Host.Benchmarks;

/// <summary>Collects claims into best value and best bound over time. A point is kept where either moved; times never run backwards.</summary>
internal sealed class Trajectory
{
    private readonly List<TrajectoryPoint> _points = [];
    private readonly Lock _lock = new();
    private double? _value, _bound;

    public IReadOnlyList<TrajectoryPoint> Points { get { lock (_lock) return [.. _points]; } }

    /// <summary>Records a claim; NaN, infinity and null mean "none". True where it improved on what was known.</summary>
    public bool Add(double seconds, double? value, double? bound)
    {
        lock (_lock)
        {
            var better = value is { } v && double.IsFinite(v) && !(_value >= v);
            var tighter = bound is { } b && double.IsFinite(b) && !(_bound <= b);
            if (!better && !tighter) return false;
            if (better) _value = value;
            if (tighter) _bound = bound;
            _points.Add(new(Math.Max(seconds, _points.Count > 0 ? _points[^1].Seconds : 0), _value, _bound));
            return true;
        }
    }

    /// <summary>The answer itself: the plan's recomputed value and the last bound, whatever was claimed before. Claims above that value are brought down to it,
    /// so that no gap is smaller than the plan bears out.</summary>
    public IReadOnlyList<TrajectoryPoint> Closed(double seconds, double? value, double? bound)
    {
        Add(seconds, value, bound);
        var ceiling = value ?? double.NegativeInfinity;
        return [.. Points.Select(p => p with { Value = p.Value is { } v && value is not null ? Math.Min(v, ceiling) : null })];
    }
}
