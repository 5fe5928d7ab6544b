using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using CsCheck;

namespace Allocation.Engine.Tests.Small;

/// <summary>Numbered small scenarios in rials (<see cref="RialParts"/>): the same number and seed give the same scenario everywhere. Measures take turns, so that each has its share.</summary>
internal static class RialScenarios
{
    /// <summary>Scenario number <paramref name="number"/> ≥ 0 of a seed.</summary>
    public static Scenario Of(ulong seed, int number)
    {
        string[] measures = [.. MeasureCatalogue.Names];
        var draw = new Draw(new PCG((uint)number, seed));
        // Now and then a place has so few residents that what reaches it is beyond what the format allows: then another is drawn.
        while (true) if (Scenario.Create(new RialParts(draw).Make(new TinyParts(draw).Make(null, measures[number % measures.Length]))) is { IsValid: true } made) return made.Value;
    }
}
