using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>
/// The generalised Lorenz curve in a model: GL(β) = max over t of β·t − Σ ω max(0, t − u)/W takes one column t and one per place (Ogryczak and Ruszczyński 2002). All is in the model's stretched unit.
/// </summary>
internal static class LorenzCurve
{
    /// <summary>Values of β strictly between 0 and 1: the trapezoids are at most range/(6·16²) above the curve, and each takes a column for every place.</summary>
    private const int MostLevels = 15;

    /// <summary>GL(β), or less. Adds columns and rows, called by the name.</summary>
    public static LinearSum At(WholeFormulation form, long[] weights, IReadOnlyList<(double From, double To)> ranges, double share, string name)
    {
        var unit = form.Stretched(OutcomeModel.Unit);
        double all = weights.Sum(w => (double)w), low = ranges.Min(r => r.From) * unit, high = ranges.Max(r => r.To) * unit;
        var level = form.Model.Add(name, low, high);
        var sum = new LinearSum().Plus(level, share);
        for (var n = 0; n < ranges.Count; n++)
        {
            var id = form.Problem.Scenario.Neighbourhoods[n].Id;
            // A place whose least is the most anybody can have never falls short of t.
            var most = high - (ranges[n].From * unit);
            if (most <= 0) continue;
            var gap = form.Model.Add($"below[{name},{id}]", 0, most);
            form.Model.Require($"reach[{name},{id}]", new LinearSum().Plus(form.StretchedOutcome(n)).Plus(gap, 1).Plus(level, -1), 0, double.PositiveInfinity);
            sum.Plus(gap, -weights[n] / all);
        }
        return sum;
    }

    /// <summary>The trapezoids above the curve, twice: never below the mean less inequality. Adds columns and rows, called by the prefix.</summary>
    public static LinearSum TwiceArea(WholeFormulation form, long[] weights, IReadOnlyList<(double From, double To)> ranges, string prefix)
    {
        var levels = Math.Min(ranges.Count - 1, MostLevels);
        // Over steps of 1/(levels + 1): 2·(GL₁ + … + GL_levels + mean/2)/(levels + 1).
        var area = new LinearSum().Plus(form.Mean(), form.Stretched(OutcomeModel.Unit) / (levels + 1));
        for (var k = 1; k <= levels; k++) area.Plus(At(form, weights, ranges, k / (levels + 1d), $"{prefix}t{k}"), 2d / (levels + 1));
        return area;
    }
}
