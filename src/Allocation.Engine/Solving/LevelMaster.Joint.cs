using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

// What clusters of places say where places leave a question open.
internal sealed partial class LevelMaster
{
    private LevelClusters? _clusters;

    /// <summary>Of about so many places are the clusters that are asked what places leave open.</summary>
    internal int ClusterSize { get; init; } = 15;

    /// <summary>
    /// What clusters of places say of a question about levels that prices alone left open: null where they are too much to look through.
    /// </summary>
    /// <param name="quote">What prices said of it last.</param>
    /// <param name="enough">A bound no higher than this is all that is needed.</param>
    public LevelJoint? Together(LevelQuote quote, long enough)
    {
        Keep(quote.Part);
        _clusters ??= new(_model, _dual, _rowScale, _mean, Whole, ClusterSize);
        return _clusters.Ask(quote, [.. _held.Where(h => _atLeast.ContainsKey(h.Level)).Select(h => (h.Level, _atLeast[h.Level]))], _asked, enough, _left);
    }

    /// <summary>A bound of clusters as a whole number of the problem's own weights.</summary>
    public long Whole(LevelJoint joint) => Whole(joint.Bound);
}
