using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

/// <summary>
/// What a solve says of a town: a plan, and what no plan exceeds. Compared with the answer to a related town by numbers, and under an order by profile as well: per share of all weight, so that towns of unlike size compare.
/// </summary>
internal sealed class Answer
{
    private const double Close = 1e-9;

    private readonly SolveResult.Solved _solved;
    private readonly long[] _outcomes, _weights;
    private readonly Leximin? _order;
    // Twice the tolerance, in the measure's unit: two proven answers that should be equal differ by no more.
    private readonly double _slack;

    private Answer(Scenario town, SolveResult.Solved solved, double tolerance)
    {
        var measure = MeasureCatalogue.For(town.Goal);
        (_solved, _slack) = (solved, 2 * tolerance * measure.GapScale(solved.Value));
        (_outcomes, _weights) = ([.. solved.Plan.Places.Select(p => p.After)], Measure.Weights(town, town.Goal.Weighting));
        _order = measure switch { Leximin leximin => leximin, ThresholdLeximin threshold => threshold.Then, _ => null };
    }

    public static Answer To(Scenario town, SolveOptions options) => new(town, Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(town, options)), options.Tolerance);

    /// <summary>The same, or null where the time was over before there was any plan.</summary>
    public static Answer? InTime(Scenario town, SolveOptions options)
    {
        var result = AllocationEngine.Solve(town, options);
        return result is SolveResult.StoppedWithoutPlan ? null : new(town, Assert.IsType<SolveResult.Solved>(result), options.Tolerance);
    }

    public Answer Best()
    {
        Assert.Equal(Proof.Best, _solved.Proof);
        return this;
    }

    /// <summary>What is said of all plans here is so of the other's plan, which is one of these plans or no better than one.</summary>
    public void Covers(Answer? other)
    {
        if (other is null) return;
        Assert.True(other._solved.Value <= _solved.Bound, $"{other} above {this}");
        // Statements about levels behind a number are about plans that have no less of it.
        if (_solved.Levels is not { } proof || (_solved.Plan.Scenario.Goal.Measure == "threshold-leximin" && other._solved.Value < _solved.Value - Close)) return;
        var (all, others) = (_weights.Sum(), other._weights.Sum());
        foreach (var said in proof.Levels)
        {
            var has = (Int128)Leximin.AtOrAbove(other._outcomes, other._weights, said.Level) * all;
            Assert.True(has <= (Int128)said.AtMost * others, $"{other} has {(double)has / all} of {others} at or above {said.Level}, and no plan has more than {said.AtMost} of {all}");
            // Whoever has less here is worse; and what is open at one level holds nothing for those above it.
            if (!said.Proven || has < (Int128)said.AtOrAbove * others) return;
        }
    }

    /// <summary>Both proven: the plan is no worse than the other's, up to the tolerances.</summary>
    public void NoWorseThan(Answer other) => Assert.True(_solved.Value >= other._solved.Value - other._slack && (_solved.Value > other._solved.Value + Close || Order(other) >= 0), $"{this} below {other}");

    public void SameAs(Answer other)
    {
        Covers(other);
        other.Covers(this);
        NoWorseThan(other);
        other.NoWorseThan(this);
    }

    /// <summary>True where the plan funds the project.</summary>
    public bool Funds(int project) => _solved.Plan.Plan.Choices[project] > 0;

    public override string ToString() => $"{_solved.Value:R} in {_solved.Bound:R}, {(_order is null ? "" : string.Join(' ', _order.Profile(_outcomes, _weights).Select(s => $"{s.Level}:{s.AtOrAbove}")))}";

    /// <summary>Above 0 where the order prefers this one's outcomes; 0 where there is no order, or the numbers before it are apart.</summary>
    private int Order(Answer other) => _order is null || Math.Abs(_solved.Value - other._solved.Value) > Close ? 0 : Leximin.Compare(Shares(other), other.Shares(this));

    private ProfileStep[] Shares(Answer other)
    {
        var times = other._weights.Sum();
        return [.. _order!.Profile(_outcomes, _weights).Select(s => s with { AtOrAbove = s.AtOrAbove * times })];
    }
}
