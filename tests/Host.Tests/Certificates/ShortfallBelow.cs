using Allocation.Engine;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Host.Tests.Certificates;

/// <summary>The relative measure bounded by the shortfall below one level, as it is proven of large cities.</summary>
internal static class ShortfallBelow
{
    private const decimal Above = 0.02m;

    /// <summary>A proof for a level a little above what all have under a plan; null where prices do not say that it is out of reach.</summary>
    public static PriceCertificateData? Proof(Problem problem, Plan plan)
    {
        var read = problem with { Outcomes = problem.Outcomes.ByCeilings(), Weights = [.. problem.Weights.Select(_ => 1L)] };
        var level = (read.Outcomes.Of(plan.Choices).Min() / (decimal)OutcomeModel.Unit) + Above;
        if (!PriceEngine.Keeps(problem)) return null;
        var run = new PriceEngine().Run(read with { Measure = new Shortfall((double)level) }, new SolveOptions(), plan, null, default);
        return run.Evidence is PriceCertificateData proof && proof.Bound < (double)level - 1e-9 ? new(proof.Grain, new PriceLevels([new(level, proof)]), proof.Bound) : null;
    }
}
