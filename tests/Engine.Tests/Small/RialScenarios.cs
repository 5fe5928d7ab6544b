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
        // One round of measures in four has rules over outcomes too.
        return Of(seed, number, measures[number % measures.Length], number / measures.Length % 4 == 3);
    }

    /// <summary>Scenario number <paramref name="number"/> of a seed, with one or two protections.</summary>
    public static Scenario Protected(ulong seed, int number)
    {
        var drawn = Of(seed, number);
        return Scenario.Create(drawn.Parts with { Rules = [.. drawn.Rules, .. new TinyProtections(new Draw(new PCG((uint)number, seed + 1)), drawn).Make()] }).Value;
    }

    /// <summary>The same under a measure by name, with or without rules over outcomes: what else is drawn does not depend on which measures there are.</summary>
    public static Scenario Of(ulong seed, int number, string measure, bool ruled)
    {
        var draw = new Draw(new PCG((uint)number, seed));
        // Now and then a place has so few residents that what reaches it is beyond what the format allows: then another is drawn.
        while (true)
        {
            if (Scenario.Create(new RialParts(draw).Make(new TinyParts(draw).Make(null, measure))) is not { IsValid: true, Value: var made }) continue;
            if (!ruled) return made;
            if (Scenario.Create(made.Parts with { Rules = [.. made.Rules, .. new TinyOutcomeRules(draw, made).Make()] }) is { IsValid: true } more) return more.Value;
        }
    }
}
