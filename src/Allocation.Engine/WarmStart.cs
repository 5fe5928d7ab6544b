using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;

namespace Allocation.Engine;

/// <summary>
/// What a solve leaves to the next one, of the same city with something changed: its plan, and where it was solved by prices the prices. Opaque: it is taken from
/// <see cref="SolveResult.Solved.WarmStart"/> and handed to <see cref="SolveOptions.Parent"/>. Projects, places, funds and rules are matched by their ids; what is new
/// or gone is left out. Only speed depends on it: value and bound are computed anew for the variant, and of plans that are equally proven another may be found.
/// </summary>
public sealed class WarmStart
{
    internal WarmStart(Problem problem, Plan plan, object? memory, PriceMemory? prices = null) => (Problem, Plan, Memory, _prices) = (problem, plan, memory, prices);

    /// <summary>The problem that was solved.</summary>
    internal Problem Problem { get; }
    /// <summary>Its plan.</summary>
    internal Plan Plan { get; }
    /// <summary>What the engine that solved it remembers, in its own terms; null where it remembers nothing.</summary>
    internal object? Memory { get; }

    private readonly Lock _preparing = new();
    private PriceMemory? _prices;

    /// <summary>Where the whole model touched the measure; null where it did not solve the problem.</summary>
    internal TangentMemory? Tangents => Memory as TangentMemory ?? (Memory as VariantMemory)?.Tangents;

    /// <summary>Prices of the problem; null where nobody has found any.</summary>
    internal PriceMemory? Prices => Memory as PriceMemory ?? (Memory as VariantMemory)?.Prices ?? _prices;

    /// <summary>Finds prices where nobody has yet and they serve, unless the time for it (null = no limit) is too short.</summary>
    internal PriceMemory? Prepared(int threads, TimeSpan? limit, CancellationToken cancellation)
    {
        lock (_preparing) return Prices ?? (_prices = VariantSearch.PricesFor(Problem, Plan, threads, limit, cancellation));
    }

    /// <summary>[project of the variant] the plan's choice, brought to the nearest one that the variant allows (0 where the project is new, or out where only out is left).</summary>
    internal int[] ChoicesFor(Problem variant)
    {
        var projects = variant.Scenario.Projects;
        var choices = new int[projects.Count];
        for (var p = 0; p < choices.Length; p++)
        {
            var choice = Problem.Scenario.Ids.Projects.TryGetValue(projects[p].Id, out var was) ? Plan.Choices[was] : 0;
            choice = Math.Clamp(choice, Math.Min(variant.Least[p], variant.Most[p]), Math.Max(0, Math.Min(variant.Most[p], projects[p].Choices)));
            choices[p] = choice > 0 && choice < projects[p].LeastChoice ? (variant.Most[p] >= projects[p].LeastChoice ? projects[p].LeastChoice : 0) : choice;
        }
        return choices;
    }
}
