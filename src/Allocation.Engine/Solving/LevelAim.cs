using Allocation.Engine.Formulation;

namespace Allocation.Engine.Solving;

/// <summary>A plan's whole profile: 1 where choices have it or a fairer one, else 0. Only to be held.</summary>
internal sealed class LevelAim(LevelKeeper levels) : Aim
{
    public override double Span => 1000;

    public override double Of(IReadOnlyList<int> choices) => levels.Keeps(choices) ? 1 : 0;

    // The levels are rows of their own; what is left to say is true.
    public override LinearSum Sum(WholeFormulation form)
    {
        levels.AddRows(form);
        return new LinearSum().Plus(1);
    }
}
