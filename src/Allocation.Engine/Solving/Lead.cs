using Allocation.Engine.Formulation;

namespace Allocation.Engine.Solving;

/// <summary>
/// Which engine leads where either serves. Measured (docs/performance.md): where rules only say where money may not go, and under a concave measure where few say where it must go (floors, shares, matching grants), prices prove the plan several
/// times as fast; elsewhere the whole model does.
/// </summary>
internal static class Lead
{
    /// <summary>Beyond this many projects the whole model finds little in the time people wait (its first bound at 3,000 × 50,000 takes minutes), and prices serve what they can.</summary>
    public const int MostForWholeModel = 2000;

    /// <summary>Below this many projects the whole model takes no longer than prices do.</summary>
    private const int FewestForPrices = 100;

    public static bool Prices(Problem problem) => problem.Scenario.Projects.Count switch
    {
        > MostForWholeModel => !MeasureMethods.NeverByPricesAlone(problem.Measure),
        < FewestForPrices => false,
        _ => problem.Measure.MostDirections is { } most && Directions(problem) <= most,
    };

    /// <summary>True where money must go somewhere and projects are few enough for the whole model, which then finds what the worst-off can have.</summary>
    public static bool Directed(Problem problem) => problem.Scenario.Projects.Count is >= FewestForPrices and <= MostForWholeModel && Directions(problem) > 0;

    /// <summary>True where rules say so often where money must go that prices which begin from nothing are long on their way. Measured (docs/performance.md): of few such rules they are there as soon, and end lower.</summary>
    public static bool OftenDirected(Problem problem) => Directed(problem) && Directions(problem) > FewDirections;

    private const int FewDirections = 5;

    // What says where money must go.
    private static int Directions(Problem problem) =>
        problem.Scenario.Funds.Count(f => f.Match is not null) + problem.Rows.Rows.Count(r => r.Kind == RowKind.Money && r.Terms.Any(t => t.Coefficient < 0));

    /// <summary>True where the whole model leads though there are projects enough for prices.</summary>
    public static bool Whole(Problem problem) => problem.Scenario.Projects.Count >= FewestForPrices && !Prices(problem);
}
