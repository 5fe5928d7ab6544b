using System.Collections.Concurrent;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>What one rule costs: the best plan without it. A rule that loses nothing when dropped costs nothing.</summary>
public sealed record RuleAnswer(int Rule, Alternative Without);

/// <summary>What more money in one fund buys: the best plan with <paramref name="Step"/> more in it (1 % of the fund, at least one money unit).</summary>
public sealed record FundAnswer(int Fund, long Step, Alternative With)
{
    /// <summary>How much of <see cref="Step"/> is enough for that plan, in money units, whoever pays then: what it gains holds for every amount from there up to the whole step. Null where no plan was found.</summary>
    public long? Enough { get; init; }

    /// <summary>The answer with the least part of the step with which the choices of the plan that was found can be paid for.</summary>
    internal static FundAnswer Of(OutcomeModel outcomes, VerifiedPlan now, int fund, long step, Alternative with)
    {
        var scenario = outcomes.Scenario;
        if (with.Solved is not { Plan.Plan.Choices: var choices }) return new(fund, step, with);
        if (choices.SequenceEqual(now.Plan.Choices)) return new(fund, step, with) { Enough = 0 };
        // Every amount above one that is enough is enough.
        long low = -1, high = step;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (Payments.For(Problem.For(Variants.WithFund(scenario, fund, scenario.Funds[fund].Amount + middle), outcomes), [.. choices]) is not null) high = middle; else low = middle;
        }
        return new(fund, step, with) { Enough = high };
    }
}

/// <summary>What the rules, the locks and the funds do to the measure. <see cref="LockedMoney"/> is the least that must-fund locks take, in money units; <see cref="WithoutLocks"/> drops every lock at once.</summary>
public sealed record RulesAnswer(IReadOnlyList<RuleAnswer> Rules, IReadOnlyList<FundAnswer> Funds, long LockedMoney, Alternative? WithoutLocks);

internal static class RulesQuestion
{
    // Shares of the time left: for all locks together, and for all the others once; of those that are left open so many, for each thread, share what is left then.
    private const double FirstPart = 0.15, FirstRound = 0.5;
    private const int Again = 4;

    public static RulesAnswer Answer(Explainer about, int threads, IProgress<int>? asked)
    {
        var scenario = about.Scenario;
        var none = new HashSet<int>();
        var locks = Enumerable.Range(0, scenario.Rules.Count).Where(r => scenario.Rules[r] is LockRule).ToHashSet();
        var least = new int[scenario.Projects.Count];
        foreach (var r in locks) if (scenario.Rules[r] is LockRule held) least[scenario.Ids.Projects[held.Project]] = Math.Max(least[scenario.Ids.Projects[held.Project]], held.Least);

        // Of all that is asked the locks together matter most: where time runs out it is not they that are left. One alone is a rule as any other.
        List<Eased> questions = locks.Count < 2 ? [] : [new(Variants.Without(scenario, locks, none), null)];
        var (first, steps) = (questions.Count, scenario.Funds.Select(f => Math.Max(1, f.Amount / 100)).ToArray());
        questions.AddRange(Enumerable.Range(0, scenario.Rules.Count).Select(r => BrokenOnly.Without(scenario, r)));
        questions.AddRange(steps.Select((step, f) => BrokenOnly.WithFund(scenario, f, scenario.Funds[f].Amount + step)));
        var answers = new Alternative[questions.Count];
        var waiting = answers.Length;
        Each(Enumerable.Range(0, answers.Length), q => about.Try(questions[q], q < first ? FirstPart : FirstRound * threads / (Interlocked.Decrement(ref waiting) + 1), null));
        // What was soon answered left time to those that were not: what may matter most first, each with a part of what is left then.
        int[] open = about.SolveEased is null ? [] : [.. Enumerable.Range(0, answers.Length).Where(q => Open(answers[q])).OrderByDescending(q => answers[q].Loss is { } loss ? loss.Most - loss.Least : double.PositiveInfinity)];
        waiting = Again * threads;
        Each(open, q => about.Try(questions[q], threads / (double)Math.Max(threads, Interlocked.Decrement(ref waiting) + 1), answers[q]));

        var withoutLocks = locks.Count switch { 0 => null, 1 => answers[locks.Single()], _ => answers[0] };
        var outcomes = OutcomeModel.For(scenario);
        var rules = Enumerable.Range(0, scenario.Rules.Count).Select(r => new RuleAnswer(r, answers[first + r])).ToArray();
        var funds = steps.Select((step, f) => FundAnswer.Of(outcomes, about.Solved.Plan, f, step, answers[first + rules.Length + f])).ToArray();
        var money = scenario.Projects.Select((p, at) => least[at] == 0 ? 0 : p.CostOf(Math.Max(least[at], p.LeastChoice))).Sum();
        return new(rules, funds, money, withoutLocks);

        void Each(IEnumerable<int> which, Func<int, Alternative> answer) => Parallel.ForEach(Partitioner.Create(which, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = threads }, q =>
        {
            answers[q] = answer(q);
            asked?.Report(answers.Count(a => a is not null));
        });
    }

    private static bool Open(Alternative answer) => answer is { Possible: not false } and not { Solved.Proof: Proof.Best or Proof.Within } and not { Loss.Narrow: true };
}
