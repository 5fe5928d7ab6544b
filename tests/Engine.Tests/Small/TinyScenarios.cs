using Allocation.Engine.Model;
using CsCheck;

namespace Allocation.Engine.Tests.Small;

/// <summary>
/// Random scenarios small enough to search exhaustively, yet of every kind the format knows: 1-4 neighbourhoods, 1-6 projects (whole, phased, divisible), every kind of
/// reach, cash, in-kind and matching funds with eligibilities, and every rule. About two in three have a plan. Outcomes plus shift are above 0 wherever ε is.
/// </summary>
internal static class TinyScenarios
{
    /// <summary>Any scenario.</summary>
    public static readonly Gen<Scenario> Any = new Drawn(_ => null, _ => null);

    /// <summary>Any scenario with this outcome.</summary>
    public static Gen<Scenario> Of(OutcomeKind outcome) => new Drawn(_ => outcome, _ => null);

    /// <summary>Any scenario with this measure, by name.</summary>
    public static Gen<Scenario> Under(string measure) => new Drawn(_ => null, _ => measure);

    /// <summary>Any scenario under a measure (null = any), with one or two rules over outcomes that some choices just keep or just miss.</summary>
    public static Gen<Scenario> WithOutcomeRules(string? measure) => new Ruled(measure, (draw, drawn) => new TinyOutcomeRules(draw, drawn).Make());

    /// <summary>Any scenario under a measure (null = any), with one or two protections that some choices just keep or just miss.</summary>
    public static Gen<Scenario> WithProtections(string? measure) => new Ruled(measure, (draw, drawn) => new TinyProtections(draw, drawn).Make());

    private sealed class Ruled(string? measure, Func<Draw, Scenario, IEnumerable<Rule>> more) : Gen<Scenario>
    {
        public override Scenario Generate(PCG pcg, Size? min, out Size size)
        {
            var drawn = new Drawn(_ => null, _ => measure).Generate(pcg, null, out size);
            return Scenario.Create(drawn.Parts with { Rules = [.. drawn.Rules, .. more(new Draw(pcg), drawn)] }).Value;
        }
    }

    /// <summary>Any scenario, and more of those whose measure weighs places by rank or counts heads: all that prices can prove.</summary>
    public static readonly Gen<Scenario> Priced = Gen.Frequency((3, Any), (1, Under("worst-share")), (1, Under("gini-welfare")), (1, Under("headcount")));

    private sealed class Drawn(Func<Draw, OutcomeKind?> outcome, Func<Draw, string?> measure) : Gen<Scenario>
    {
        public override Scenario Generate(PCG pcg, Size? min, out Size size)
        {
            var draw = new Draw(pcg);
            var parts = new TinyParts(draw).Make(outcome(draw), measure(draw));
            // Failing cases shrink towards few projects, then few rules, funds and places.
            size = new Size(((ulong)parts.Projects.Count << 24) + ((ulong)parts.Rules.Count << 16) + ((ulong)parts.Funds.Count << 8) + (ulong)parts.Neighbourhoods.Count);
            return Scenario.Create(parts).Value;
        }
    }
}

/// <summary>What a scenario is drawn from.</summary>
internal sealed class Draw(PCG pcg)
{
    public int From(int least, int most) => least + (int)pcg.Next((uint)(most - least + 1));
    public bool Chance(int percent) => From(1, 100) <= percent;
    public T One<T>(params T[] of) => of[From(0, of.Length - 1)];
    public T[] Some<T>(IReadOnlyList<T> of, int percent) { var found = of.Where(_ => Chance(percent)).ToArray(); return found.Length > 0 ? found : [of[From(0, of.Count - 1)]]; }
}
