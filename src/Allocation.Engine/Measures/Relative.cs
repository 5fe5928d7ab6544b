namespace Allocation.Engine.Measures;

/// <summary>
/// The least share that any place has of its own ceiling: min over n of u_n/c_n, c_n being the outcome of place n with every project that reaches it at its best (<see cref="OutcomeModel.Ceilings"/>; after Kalai and
/// Smorodinsky 1975, with nothing as the point of disagreement). Places with the ceiling 0 have nothing to be measured by and are left out. Range [0, 1]. Weakly respects Pareto; looks at places and not at their
/// weights, and at what a place has beside what it could have, so that one without proposals counts as served: do not compare across scenarios whose projects differ.
/// </summary>
public sealed class Relative : Measure
{
    private readonly IReadOnlyList<long> _ceilings;

    /// <param name="ceilings">[neighbourhood] the most that each could have, in outcome units.</param>
    public Relative(IReadOnlyList<long> ceilings) => _ceilings = ceilings;

    public override string Name => "relative";
    internal override double Most => 1;
    internal override int? MostDirections => 0;

    /// <summary>[neighbourhood] c, in outcome units.</summary>
    public IReadOnlyList<long> Ceilings => _ceilings;

    /// <summary>The weights are not looked at. Throws where there is not one ceiling for each outcome.</summary>
    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        if (outcomes.Count != _ceilings.Count) throw new ArgumentException($"{_ceilings.Count} ceilings for {outcomes.Count} outcomes.", nameof(outcomes));
        var worst = -1;
        for (var n = 0; n < outcomes.Count; n++)
            if (_ceilings[n] > 0 && (worst < 0 || (Int128)outcomes[n] * _ceilings[worst] < (Int128)outcomes[worst] * _ceilings[n])) worst = n;
        return worst < 0 ? 1 : outcomes[worst] / (double)_ceilings[worst];
    }
}
