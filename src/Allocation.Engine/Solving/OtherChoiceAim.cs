using Allocation.Engine.Formulation;

namespace Allocation.Engine.Solving;

/// <summary>How many of some projects have another choice than a plan gives them.</summary>
internal sealed class OtherChoiceAim(IReadOnlyList<int> plan, IReadOnlyList<int> projects) : Aim
{
    public override double Span => Stretched; // asked in its own unit: whole numbers
    public override double Of(IReadOnlyList<int> choices) => projects.Count(p => choices[p] != plan[p]);
    public override LinearSum Sum(WholeFormulation form)
    {
        var sum = new LinearSum();
        foreach (var p in projects) sum.Plus(form.Choices.Other(p, plan[p]));
        return sum;
    }
    public override double Scale(double value) => 1;
}
