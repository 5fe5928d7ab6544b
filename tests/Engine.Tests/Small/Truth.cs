using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>
/// What exhaustive search in exact arithmetic knows of a small scenario: the best of all choices that can be paid for, whatever the amounts. <see cref="Outcomes"/> is null where no plan keeps every rule.
/// </summary>
internal sealed class Truth
{
    private readonly Scenario _scenario;
    private readonly Measure _measure;
    private readonly long[] _weights;
    private readonly PlainRules _rules;

    private Truth(Scenario scenario) =>
        (_scenario, _measure, _weights, _rules) = (scenario, MeasureCatalogue.For(scenario.Goal, OutcomeModel.For(scenario).Ceilings), Measure.Weights(scenario, scenario.Goal.Weighting), new(scenario));

    /// <summary>[neighbourhood] of the best plan, in outcome units.</summary>
    public long[]? Outcomes { get; private set; }
    public double Value { get; private set; } = double.NaN;

    /// <summary>Throws <see cref="UndecidedException"/> where it could not be told whether some choices can be paid for.</summary>
    public static Truth Of(Scenario scenario)
    {
        var truth = new Truth(scenario);
        var best = truth._measure is Leximin leximin ? truth.First(truth.Fairest(leximin, double.NegativeInfinity)) : truth.First(truth.Allowed().OrderByDescending(x => x.Value));
        if (best.Choices is not null) (truth.Outcomes, truth.Value) = (best.Outcomes, best.Value);
        return truth;
    }

    private (int[] Choices, long[] Outcomes, double Value) First(IEnumerable<(int[] Choices, long[] Outcomes, double Value)> ranked) => ranked.FirstOrDefault(x => CanBePaid(x.Choices));

    private IEnumerable<(int[] Choices, long[] Outcomes, double Value)> Allowed()
    {
        var model = OutcomeModel.For(_scenario);
        return Exhaustive.Choices(_scenario).Where(_rules.Allow).Select(c => (Choices: c, Outcomes: model.Of(c))).Select(x => (x.Choices, x.Outcomes, _measure.Of(x.Outcomes, _weights)));
    }

    // By levels, among those worth at least so much.
    private IEnumerable<(int[] Choices, long[] Outcomes, double Value)> Fairest(Leximin measure, double least) =>
        Allowed().Where(x => x.Value >= least).OrderByDescending(x => x.Outcomes, Comparer<long[]>.Create((a, b) => measure.Compare(a, b, _weights)));

    /// <summary>True where these choices keep every rule with some whole payments.</summary>
    public bool CanBePaid(int[] choices) => _rules.Allow(choices) && ExactPayments.Exist(_scenario, _rules, choices);

    /// <summary>What is wrong with an answer, or null where nothing is: no plan where there is none, and else a plan, a bound that no plan exceeds, and, where the plan is called best, none better beyond the tolerance.</summary>
    public string? Complaint(SolveResult answer, double tolerance)
    {
        switch (answer)
        {
            case SolveResult.Impossible: return Outcomes is null ? null : $"called impossible; best {Value:R}";
            case SolveResult.Refused refused: return $"refused: {string.Join("; ", refused.Lies)}";
            case SolveResult.StoppedWithoutPlan: return $"stopped without a limit; best {Value:R}";
        }
        var solved = (SolveResult.Solved)answer;
        var told = $"{solved.Engine}, {solved.Proof}: value {solved.Value:R}, bound {solved.Bound:R}, best {Value:R}";
        if (Outcomes is null || !CanBePaid([.. solved.Plan.Plan.Choices])) return $"a plan where there is none; {told}";
        var digits = 1e-12 * Math.Max(1, Math.Abs(Value));
        if (solved.Value > Value + digits) return $"better than the best; {told}";
        if (solved.Bound < Value - digits) return $"a bound below the best; {told}";
        if (solved.Proof == Proof.Best && solved.Value < Value - (_measure.GapScale(Value) * tolerance) - digits) return $"not the best; {told}";
        return solved.Levels is { } levels ? Complaint(levels, solved, told) : null;
    }

    private string? Complaint(LevelProof proof, SolveResult.Solved solved, string told)
    {
        // Levels are told among the plans of the value found, which may be below the best by the tolerance.
        var (measure, fairest) = _measure is ThresholdLeximin order ? (order.Then, First(Fairest(order.Then, solved.Value - 1e-12)).Outcomes) : ((Leximin)_measure, Outcomes!);
        var (best, fairer) = (measure.Profile(fairest, _weights), measure.Compare([.. solved.Plan.Places.Select(p => p.After)], fairest, _weights));
        if (fairer > 0 || (fairer < 0 && solved.Proof == Proof.Best)) return $"not the fairest profile; {told}";
        for (var i = 0; i < proof.Levels.Count; i++)
        {
            var said = proof.Levels[i];
            var most = best.LastOrDefault(t => t.Level <= said.Level) is { Level: > 0 } step ? step.AtOrAbove : proof.AllWeight;
            if (most > said.AtMost) return $"more can be at {said.Level} than is said; {told}";
            if (!said.Proven) break;
            if (best[i].Level != said.Level || best[i].AtOrAbove != said.AtOrAbove) return $"level {said.Level} is not as proven; {told}";
        }
        return null;
    }
}
