namespace Allocation.Engine.Measures;

/// <summary>
/// Σω φ(u)/Σω for a concave φ made of straight pieces: what stands beside a measure by rank (<see cref="RankLines"/>). Not a measure that a scenario can name: its values mean something only beside that measure's.
/// </summary>
internal sealed class StraightPieces : ConcaveMeasure
{
    private readonly double[] _ends, _slopes, _start;

    /// <param name="ends">Where one piece ends and the next begins, rising, above 0.</param>
    /// <param name="slopes">One more than ends, falling, at least 0.</param>
    /// <param name="atZero">φ(0).</param>
    public StraightPieces(double[] ends, double[] slopes, double atZero)
    {
        (_ends, _slopes, _start) = (ends, slopes, new double[slopes.Length]);
        _start[0] = atZero;
        for (var i = 1; i < slopes.Length; i++) _start[i] = _start[i - 1] + (slopes[i - 1] * (ends[i - 1] - (i > 1 ? ends[i - 2] : 0)));
    }

    public override string Name => "straight-pieces";
    public override bool IsLinear => _slopes.Length == 1;
    internal override bool HasKinks => !IsLinear;

    public override double Phi(double u)
    {
        var i = Piece(u);
        return _start[i] + (_slopes[i] * (u - (i > 0 ? _ends[i - 1] : 0)));
    }

    public override double Slope(double u) => _slopes[Piece(u)];

    public override double FromMeanPhi(double meanPhi) => meanPhi;

    // The piece that a number lies in; at an end, the next.
    private int Piece(double u)
    {
        var i = Array.BinarySearch(_ends, u);
        return i >= 0 ? i + 1 : ~i;
    }
}
