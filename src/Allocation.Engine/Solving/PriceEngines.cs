using Allocation.Engine.Formulation;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>The engines that ask prices, with the help that they may have.</summary>
internal static class PriceEngines
{
    private static readonly TimeSpan s_anyPlan = TimeSpan.FromSeconds(5);

    /// <summary>The engine that asks prices of a problem, whatever its measure.</summary>
    public static IPlanEngine For(Problem problem) => MeasureMethods.ByPrices(problem) ?? Helped();

    /// <summary>The price engine with all that it may ask of others: whole payments, the whole model near the prices, and whether there is any plan.</summary>
    public static PriceEngine Helped() => Helped((problem, stop) => AnyPlan.Find(problem, s_anyPlan, stop));

    /// <summary>The same, where another is asked for a plan.</summary>
    public static PriceEngine Helped(Func<Problem, CancellationToken, EngineRun> any) => new(Payments.For, new WholeModel { MostNodes = WholeModel.FewNodes }, any) { Begin = FractionPrices.WhereDirected };

    /// <summary>Prices alone, for who has a plan and wants to know what they prove of it.</summary>
    public static IPlanEngine Alone(Problem problem) => MeasureMethods.ProvenByPrices(problem.Measure) ?? MeasureMethods.ByPrices(problem) ?? new PriceEngine { Begin = FractionPrices.WhereDirected };
}
