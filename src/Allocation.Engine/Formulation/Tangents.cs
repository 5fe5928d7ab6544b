using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>A piece of a concave over-estimate: so long, so steep.</summary>
internal readonly record struct Piece(double Length, double Slope);

/// <summary>
/// The least of the tangents of φ at some points of [from, to]: it touches φ at the points and lies above it everywhere else, so that a model built on it has a true upper
/// bound. Cut at the tangents' intersections it becomes pieces with falling slopes.
/// </summary>
internal sealed class Tangents
{
    private const int AtFirst = 6;
    private readonly ConcaveMeasure _measure;
    private readonly SortedSet<double> _points;

    /// <param name="measure">Gives φ and its slope.</param>
    /// <param name="from">The least outcome a place can have, in the outcome's own unit.</param>
    /// <param name="to">The most.</param>
    public Tangents(ConcaveMeasure measure, double from, double to)
    {
        (_measure, From, To) = (measure, from, to);
        _points = [from, to];
        // Closer together where φ bends more: evenly spaced for flat ends, geometrically where the start is small beside the end.
        if (!measure.IsLinear)
            for (var i = 1; i < AtFirst - 1; i++)
            {
                var share = i / (double)(AtFirst - 1);
                _points.Add(from > 0 ? from * Math.Pow(to / from, share) : from + ((to - from) * share * share));
            }
    }

    public double From { get; }
    public double To { get; }

    /// <summary>The over-estimate at the start: what the pieces add to. It is φ itself, but where φ starts infinitely steep, and the first usable tangent is further on.</summary>
    public double AtFrom
    {
        get
        {
            var first = Usable.First();
            return _measure.Phi(first) + (_measure.Slope(first) * (From - first));
        }
    }

    private IEnumerable<double> Usable => _points.Where(p => double.IsFinite(_measure.Slope(p)) && double.IsFinite(_measure.Phi(p)));

    /// <summary>Adds a tangent at an outcome; false where there is one already, or so near that nothing would change.</summary>
    public bool Touch(double outcome)
    {
        var point = Math.Clamp(outcome, From, To);
        var near = (To - From) * 1e-9;
        return _points.GetViewBetween(point - near, point + near).Count == 0 && _points.Add(point);
    }

    /// <summary>The pieces from the start to the end; a place that cannot change has none.</summary>
    public IReadOnlyList<Piece> Pieces()
    {
        if (To <= From) return [];
        var pieces = new List<Piece>();
        var points = Usable.ToArray();
        var start = From;
        for (var i = 0; i < points.Length; i++)
        {
            var slope = _measure.Slope(points[i]);
            var end = i + 1 == points.Length ? To : Meet(points[i], points[i + 1]);
            if (end > start) pieces.Add(new(end - start, slope));
            start = Math.Max(start, end);
        }
        return pieces;
    }

    // Where two tangents cross; parallel ones (a straight stretch) may be cut anywhere between.
    private double Meet(double a, double b)
    {
        double sa = _measure.Slope(a), sb = _measure.Slope(b);
        var crossing = sa - sb > 1e-300 ? (_measure.Phi(b) - _measure.Phi(a) + (sa * a) - (sb * b)) / (sa - sb) : (a + b) / 2;
        return Math.Clamp(crossing, a, b);
    }
}
