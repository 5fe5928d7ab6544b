using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// Levels from one to another at which one shortfall bounds a worst share. With S(t) the mean of min(u, t), the worst share q is the largest g(t) = (S(t) − (1 − q)·t)/q. Some places are told to be below: for t within the stretch,
/// min(u, t) ≤ min(u, to) there and min(u, t) ≤ min(u, from) + t − from elsewhere. So with S' the mean of min(u', to), where u' = u + to − from in places that are not told to be below, S(t) ≤ S' − above·(to − t), above being the
/// others' part of the weight. Where the places told are those that a plan leaves below, and none lies between, its g is on that line at every level: what is given away is only what plans gain whose places change sides.
/// </summary>
internal sealed class LevelStretch
{
    private readonly Problem _problem;
    private readonly double _share, _above;

    /// <param name="problem">Its measure is a worst share.</param>
    /// <param name="from">The lowest level.</param>
    /// <param name="to">The highest; may be the same.</param>
    /// <param name="below">[place] whether it is told to be below; not looked at where there is one level.</param>
    /// <param name="top">What nobody can have more than.</param>
    public LevelStretch(Problem problem, decimal from, decimal to, bool[] below, decimal top)
    {
        (_problem, _share, From, To, Below) = (problem, ((WorstShare)problem.Measure).Share, from, to, below);
        double all = 0, above = 0;
        for (var n = 0; n < below.Length; n++) (all, above) = (all + problem.Weights[n], above + (below[n] ? 0 : problem.Weights[n]));
        _above = above / all;
        // S' is all that g needs; where nobody has more than the level, the mean.
        Asked = problem with { Measure = to < top ? new Shortfall((double)to) : new Mean(), Outcomes = from == to ? problem.Outcomes : problem.Outcomes.Raised([.. below.Select(b => b ? 0 : (long)((to - from) * OutcomeModel.Unit))]) };
    }

    public decimal From { get; }
    public decimal To { get; }
    /// <summary>[place]</summary>
    public bool[] Below { get; }
    /// <summary>The problem whose measure is S'.</summary>
    public Problem Asked { get; }

    /// <summary>The most that g can be at a level where S' is no more than this.</summary>
    public double At(decimal level, double sum) => (sum - (_above * (double)(To - level)) - ((1 - _share) * (double)level)) / _share;

    /// <summary>The same, at whichever level it is highest.</summary>
    public double Most(double sum) => Math.Max(At(From, sum), At(To, sum));

    /// <summary>What S' may be for g to be no more than this anywhere.</summary>
    public double Room(double g) => (_share * g) + Math.Min((_above * (double)(To - From)) + ((1 - _share) * (double)From), (1 - _share) * (double)To);

    /// <summary>S' of a plan.</summary>
    public double Of(Plan plan) => Asked.ValueOf(plan.Choices);

    /// <summary>[place] whether a plan leaves it below: below the highest level where it was told to be, below the lowest where it was not.</summary>
    public bool[] LeftBelow(Plan plan)
    {
        var (from, to) = ((long)(From * OutcomeModel.Unit), (long)(To * OutcomeModel.Unit));
        return [.. _problem.Outcomes.Of(plan.Choices).Select((u, n) => u < (Below[n] ? to : from))];
    }
}
