using Allocation.Engine.Model;
using Spectre.Console;

namespace Allocation.Host.Reports.Answers;

/// <summary>What rules and locks cost and what more money would bring, as it is printed.</summary>
internal static class RulesAnswerText
{
    public static void Write(IAnsiConsole to, RulesAnswerView answer, PlanWords plan, Words words)
    {
        var say = new AnswerWords(answer.About, words);
        AnswerTables.Head(to, say, Sentences(answer, say));
        if (answer.Rules.Count > 0)
        {
            AnswerTables.Title(to, words.RuleCostsHead);
            var table = AnswerTables.Numbers(AnswerTables.Table(words.Rule, words.Limit, words.Used, words.Binds), words.FairerWithout, words.WouldGain, words.WouldLose);
            // All that are known to cost something, and some that may.
            var shown = answer.Rules.Take(Math.Max(AnswerTables.Shown, answer.Rules.Count(r => -r.Without.Loss.MostShare > AnswerWords.Noise))).ToArray();
            foreach (var r in shown)
                AnswerTables.Row(table, say.Name(r.Rule.Name), plan.Limits(r.Rule), plan.Used(r.Rule), Binds(answer, r) ? words.Yes : "", Gain(say, r.Without) ?? words.NothingGained, Count(say, r.Without.Gaining.Count), Count(say, r.Without.Losing.Count));
            to.Write(table);
            if (answer.Rules.Count > shown.Length) to.WriteLine(words.AndMoreRows(say.Figures.Whole(answer.Rules.Count - shown.Length)));
        }
        if (answer.Funds.Count > 0)
        {
            AnswerTables.Title(to, words.FundWorthsHead);
            var table = AnswerTables.Numbers(AnswerTables.Table(words.Fund), words.Amount, words.MoreInIt, words.EnoughForIt, words.FairerWith, words.WouldGain, words.WouldLose);
            foreach (var f in answer.Funds.Take(AnswerTables.Shown))
                AnswerTables.Row(table, say.Name(f.Fund.Name), say.Figures.Whole(f.Fund.Amount ?? 0), say.Figures.Whole(f.More), Enough(say, f), Gain(say, f.With) ?? words.NothingGained, Count(say, f.With.Gaining.Count), Count(say, f.With.Losing.Count));
            to.Write(table);
            AnswerTables.More(to, say, answer.Funds.Count);
        }
        if (PerCents(answer, say) is { } parts) to.WriteLine(parts);
        if (say.RestOn(answer.ProofKinds) is { } rests) to.WriteLine(rests);
        if (Dearest(answer) is not { } dearest) return;
        AnswerTables.Title(to, words.PlanWithoutRule(say.Name(dearest.Rule.Name)));
        AnswerTables.Differences(to, say, dearest.Without);
    }

    /// <summary>The answer in plain words.</summary>
    public static IEnumerable<string> Sentences(RulesAnswerView answer, AnswerWords say)
    {
        var words = say.Words;
        if (answer.Rules.Count == 0) yield return words.NoRulesAtAll;
        else if (Dearest(answer) is { } dearest)
        {
            RuleCostView[] dearer = [.. answer.Rules.Where(r => r != dearest && MayExceed(r.Without, dearest.Without))];
            yield return dearer.Length == 0 ? words.DearestRule(say.Name(dearest.Rule.Name), say.Gain(dearest.Without.Loss), say.Name(dearest.Rule.Reason))
                : words.DearestOpen(say.Listed([.. answer.Rules.Where(r => Costs(answer, r)).Select(r => words.With(words.Quoted(say.Name(r.Rule.Name)), say.Gain(r.Without.Loss)))]), say.Some([.. dearer.Select(r => say.Name(r.Rule.Name))]));
        }
        else if (answer.Rules.All(r => r.Without.Loss.LeastShare is { } least && -least <= answer.About.Tolerance)) yield return words.NoRuleCosts;
        else yield return words.NoRuleKnownToCost(answer.Rules.All(r => r.Without.Loss.LeastShare is { } least && AnswerWords.Helps(-least)) ? say.Figures.Gap(answer.Rules.Max(r => -r.Without.Loss.LeastShare!.Value)) : null);
        if (answer.WithoutLocks is { } without)
        {
            var (locks, money, share) = (say.Figures.Whole(answer.Locks), say.MoneyWithUnit(answer.LockedMoney), say.Figures.Percent(answer.LockedShare, 1));
            yield return IsNothing(say, without) || say.Known(AnswerWords.Turned(without.Loss)) is not null ? words.LocksHold(locks, money, share, Gain(say, without)) : words.LocksHoldOpen(locks, money, share);
        }
        FundWorthView[] worth = [.. answer.Funds.Where(f => -f.With.Loss.MostShare > AnswerWords.Noise)];
        if (worth.FirstOrDefault() is not { } best) yield break;
        string[] better = [.. answer.Funds.Where(f => f != best && MayExceed(f.With, best.With)).Select(f => say.Name(f.Fund.Name))];
        yield return better.Length == 0 ? words.WorthMost(say.Name(best.Fund.Name), say.MoneyWithUnit(best.More), say.Gain(best.With.Loss), best.Enough is { } enough && enough < best.More ? say.MoneyWithUnit(enough) : null)
            : words.WorthOpen(say.Listed([.. worth.Select(f => words.WorthKnown(say.Name(f.Fund.Name), say.MoneyWithUnit(f.More), say.Gain(f.With.Loss)))]), say.Some(better));
    }

    // What one change adds may be more than what another is proven to add at least.
    private static bool MayExceed(AlternativeView one, AlternativeView other) => one.Loss.LeastShare is not { } least || -least > -other.Loss.MostShare + AnswerWords.Noise;

    /// <summary>The rule that is proven to cost most at least, where one is proven to cost anything; others may cost more.</summary>
    public static RuleCostView? Dearest(RulesAnswerView answer) => answer.Rules.FirstOrDefault(r => Costs(answer, r));

    /// <summary>True where the plan without a rule is proven to be fairer by more than the tolerance.</summary>
    public static bool Costs(RulesAnswerView answer, RuleCostView rule) => -rule.Without.Loss.MostShare > Math.Max(AnswerWords.Noise, answer.About.Tolerance);

    /// <summary>True where a rule is used up to its limit, and where it costs something though it is not: no project is as small as what is left.</summary>
    public static bool Binds(RulesAnswerView answer, RuleCostView rule) => rule.Rule.Binding || Costs(answer, rule);

    /// <summary>What "fairer by so many per cent" is a part of, where outcomes are per cents themselves; null elsewhere, and where nothing makes the plan fairer.</summary>
    public static string? PerCents(RulesAnswerView answer, AnswerWords say) =>
        answer.About.Measure.Outcome == OutcomeKind.Attainment && answer.Rules.Select(r => r.Without).Concat(answer.Funds.Select(f => f.With)).Any(w => !IsNothing(say, w)) ? say.Words.FairerIsOf(say.Figures.Percent((decimal)answer.About.Measure.Value, 2), say.Figures.Fixed((decimal)answer.About.Measure.Value, 2)) : null;

    /// <summary>What a change adds in words; null where that is proven to be within the tolerance of nothing.</summary>
    public static string? Gain(AnswerWords say, AlternativeView other) => IsNothing(say, other) ? null : say.Gain(other.Loss);

    /// <summary>From how much more on a fund's gain holds; a dash where there is none.</summary>
    public static string Enough(AnswerWords say, FundWorthView fund) => fund.Enough is { } enough && Gain(say, fund.With) is not null ? say.Figures.Whole(enough) : "–";

    private static bool IsNothing(AnswerWords say, AlternativeView other) => other.Loss.LeastShare is { } least && -least <= say.About.Tolerance;

    private static string Count(AnswerWords say, int places) => places == 0 ? "–" : say.Figures.Whole(places);
}
