using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;

namespace Allocation.Engine.Solving;

/// <summary>
/// Which engine leads where either serves. Measured (docs/performance.md): where rules only say where money may not go, prices prove the plan several times as fast; where money must go somewhere (floors, shares, matching grants) the whole model does.
/// </summary>
internal static class Lead
{
    /// <summary>Beyond this many projects the whole model finds little in the time people wait (its first bound at 3,000 × 50,000 takes minutes), and prices serve what they can.</summary>
    public const int MostForWholeModel = 2000;

    /// <summary>Below this many projects the whole model takes no longer than prices do.</summary>
    private const int FewestForPrices = 100;

    public static bool Prices(Problem problem) => problem.Scenario.Projects.Count switch
    {
        > MostForWholeModel => true,
        < FewestForPrices => false,
        _ => problem.Measure is ConcaveMeasure or WorstShare or GiniWelfare or Relative && problem.Scenario.Funds.All(f => f.Match is null) && problem.Rows.Rows.All(r => r.Kind != RowKind.Money || r.Terms.All(t => t.Coefficient >= 0)),
    };

    /// <summary>True where the whole model leads though there are projects enough for prices.</summary>
    public static bool Whole(Problem problem) => problem.Scenario.Projects.Count >= FewestForPrices && !Prices(problem);
}
