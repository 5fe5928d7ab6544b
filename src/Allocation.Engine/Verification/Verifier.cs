using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>
/// Recomputes everything that a plan means from the scenario's own statements (<see cref="Scenario.Parts"/>) with whole-number arithmetic:
/// choices, every payment, every fund, every rule, every outcome and the measure. Shares nothing with the encodings.
/// </summary>
public static class Verifier
{
    /// <summary>Looks at a plan alone.</summary>
    public static Verdict Check(Scenario scenario, Plan plan) => throw new NotSupportedException();

    /// <summary>Looks at a plan and at what its maker claims of it: the measure's value and the upper bound on the best value
    /// (a bound below the plan's own value, beyond 1e-9 relative, is a lie).</summary>
    public static Verdict Check(Scenario scenario, Plan plan, double claimedValue, double claimedBound) => throw new NotSupportedException();
}
