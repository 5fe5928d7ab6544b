using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>The outcomes at which a run of the whole model touched φ, for a variant to touch it there at once: by place, whatever the measure. A tangent is true wherever it touches.</summary>
internal sealed class TangentMemory(Problem problem)
{
    /// <summary>The last plans say where the next one will be; more of them would only make the model larger.</summary>
    private const int Most = 4;
    private readonly Queue<long[]> _outcomes = new();

    /// <summary>What is remembered of a plan alone.</summary>
    public static TangentMemory Of(Problem problem, Plan plan)
    {
        var memory = new TangentMemory(problem);
        memory.Add(problem.Outcomes.Of(plan.Choices));
        return memory;
    }

    /// <summary>Remembers [place] outcomes, in outcome units.</summary>
    public void Add(long[] outcomes)
    {
        _outcomes.Enqueue(outcomes);
        if (_outcomes.Count > Most) _outcomes.Dequeue();
    }

    /// <summary>Touches a variant's measure where the same places were touched. Outcomes of another kind say nothing.</summary>
    public void Recall(Problem variant, MeasureAim aim)
    {
        if (!aim.Bends || variant.Scenario.Goal.Outcome != problem.Scenario.Goal.Outcome) return;
        for (var n = 0; n < variant.Scenario.Neighbourhoods.Count; n++)
        {
            if (!problem.Scenario.Ids.Neighbourhoods.TryGetValue(variant.Scenario.Neighbourhoods[n].Id, out var was)) continue;
            foreach (var outcomes in _outcomes) aim.Touch(n, outcomes[was]);
        }
    }
}
