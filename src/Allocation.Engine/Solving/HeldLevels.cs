using Allocation.Engine.Formulation;

namespace Allocation.Engine.Solving;

/// <summary>What is held while a profile is gone through from its lowest step on.</summary>
/// <param name="all">The weight of all places.</param>
/// <param name="step">From one level to the next, in outcome units.</param>
internal sealed class HeldLevels(long all, long step)
{
    private List<HeldLevel> _held = [];

    /// <summary>False until the first step is held.</summary>
    public bool Any => _held.Count > 0;

    /// <summary>The weight that is left: at or above the last step held.</summary>
    public long Left => Any ? _held[^1].AtLeast : all;

    /// <summary>The last step held, or what is below every level.</summary>
    public long Last => Any ? _held[^1].Level : long.MinValue;

    /// <summary>True where everything that is held is kept.</summary>
    public bool KeptBy(Func<long, long> atOrAbove) => _held.TrueForAll(h => atOrAbove(h.Level) >= h.AtLeast);

    /// <summary>What is held below a level: all who were left reach the one under it. What another held level says as well is left out.</summary>
    public List<HeldLevel> Below(long level)
    {
        List<HeldLevel> held = !Any || Last < level - step ? [.. _held, new(level - step, Left)] : _held;
        return [.. held.Where(h => !held.Any(o => o.Level > h.Level && o.AtLeast >= h.AtLeast))];
    }

    /// <summary>The same, to which more may be held apart from this.</summary>
    public HeldLevels Copy() => new(all, step) { _held = _held };

    /// <summary>From now on so much of the weight is held at a level as well.</summary>
    public void Hold(long level, long atLeast) => _held = [.. Below(level), new(level, atLeast)];
}
