using Allocation.Engine.Explaining;

namespace Allocation.Host.Reports.Answers;

/// <summary>A rule or lock as it stands under the plan, and the best plan without it.</summary>
internal sealed record RuleCostView(RuleView Rule, AlternativeView Without);

/// <summary>A fund, and the best plan with <paramref name="More"/> money units more in it, of which <paramref name="Enough"/> are enough for it (null = no plan was found): what is said of it holds from there up
/// to <paramref name="More"/>.</summary>
internal sealed record FundWorthView(StatementView Fund, long More, long? Enough, AlternativeView With);

/// <summary>
/// What every rule and lock costs and what more money in every fund would bring; a loss below 0 is what the measure gains. Rules come in the order of what they are proven to cost at least, funds of
/// what more money is proven to bring. <see cref="LockedMoney"/> is the least that locks take, in money units, and <see cref="LockedShare"/> its part of all that is paid.
/// </summary>
internal sealed record RulesAnswerView
{
    public const string CurrentFormat = "allocation-explain-rules/1";

    public string Format { get; set; } = CurrentFormat;
    public required AboutView About { get; init; }
    public required long LockedMoney { get; init; }
    public required decimal LockedShare { get; init; }
    public required int Locks { get; init; }
    /// <summary>The best plan without any lock; null where there are none.</summary>
    public required AlternativeView? WithoutLocks { get; init; }
    public required IReadOnlyList<RuleCostView> Rules { get; init; }
    public required IReadOnlyList<FundWorthView> Funds { get; init; }
    /// <summary>What the bounds of the plans without a rule, and with more money, rest on.</summary>
    public IReadOnlyList<BasisView> ProofKinds => BasisView.Of([WithoutLocks?.ProofKind, .. Rules.Select(r => r.Without.ProofKind), .. Funds.Select(f => f.With.ProofKind)]);

    public static RulesAnswerView Of(RulesAnswer answer, AnswerMaker maker)
    {
        var paid = maker.Plan.Funds.Sum(f => f.Used);
        return new()
        {
            About = maker.About,
            LockedMoney = answer.LockedMoney,
            LockedShare = paid == 0 ? 0 : (decimal)answer.LockedMoney / paid,
            Locks = maker.Plan.Rules.Count(r => r.Kind == RuleKind.Lock),
            WithoutLocks = answer.WithoutLocks is { } without ? maker.Alternative(without) : null,
            Rules = [.. answer.Rules.Select(r => new RuleCostView(maker.Plan.Rules[r.Rule], maker.Alternative(r.Without))).OrderByDescending(r => Gained(r.Without)).ThenByDescending(r => Possible(r.Without))],
            Funds = [.. answer.Funds.Select(f => new FundWorthView(maker.Statement(new(true, f.Fund)), f.Step, f.Enough, maker.Alternative(f.With))).OrderByDescending(f => Gained(f.With)).ThenByDescending(f => Possible(f.With)).ThenByDescending(f => f.Fund.Amount)],
        };
    }

    // Proven at least, with what is only the noise of doubles as nothing.
    private static double Gained(AlternativeView other) => other.Loss.MostShare is { } most && -most > AnswerWords.Noise ? -most : 0;
    // What nothing was found out about in time, or too little to be told, comes last.
    private static double Possible(AlternativeView other) => other.Loss.LeastShare is { } least && AnswerWords.Helps(-least, Gained(other)) ? -least : double.NegativeInfinity;
}
