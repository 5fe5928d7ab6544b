using Allocation.Engine.Model;

namespace Allocation.Engine;

/// <summary>The front door: a scenario in, a verified plan with its proof out.</summary>
public static class AllocationEngine
{
    /// <summary>
    /// Finds the plan that maximises the scenario's measure; among equals the one with most total benefit, then least money, then the stated order of projects.
    /// Cancelling returns the best plan so far. Never throws for an impossible scenario: the result is one of <see cref="SolveResult"/>'s cases.
    /// </summary>
    public static SolveResult Solve(Scenario scenario, SolveOptions? options = null, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();
}
