namespace Allocation.Engine.Prices;

/// <summary>A way to look for the prices with the least bound. Called once per evaluation; keeps the best point it has seen.</summary>
internal interface IPriceUpdate
{
    /// <summary>Tells of the answer at the point last proposed (or the first), and proposes the next one.</summary>
    /// <param name="point">The prices that were asked.</param>
    /// <param name="answer">What they say.</param>
    /// <param name="target">A value that the least bound is at least: the best plan's Σωφ.</param>
    /// <param name="next">Receives the prices to ask next.</param>
    void Next(PricePoint point, PriceAnswer answer, double target, PricePoint next);

    /// <summary>The point with the least bound so far.</summary>
    PricePoint Best { get; }
    double BestBound { get; }
    /// <summary>How far steps have shrunk; small means that little more can be hoped for.</summary>
    double Progress { get; }
}
