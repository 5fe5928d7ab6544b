using Allocation.Engine.Formulation;
using Allocation.Engine.Prices;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

/// <summary>Rules that prices have no row for.</summary>
internal static class LeftToTheWhole
{
    /// <summary>Asserts that prices do not serve the problem, and that the whole model answers where they are asked for.</summary>
    public static void Holds(Problem problem)
    {
        Assert.False(PriceEngine.Serves(problem));
        Assert.Equal("whole", AllocationEngine.EngineFor(problem, new SolveOptions { Method = Method.Prices }).Name);
    }
}
