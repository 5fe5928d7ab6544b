using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>The choices and the money of a plan: what is chosen may be chosen, every rial comes from a fund that may pay it and has it, and no rial is missing.</summary>
internal static class PaymentCheck
{
    /// <summary>Adds every lie about choices, payments and funds. False where the rest of the plan cannot be read at all: choices or payments point outside
    /// the scenario, or sums of money are beyond any that could be meant.</summary>
    public static bool Run(Ground ground, Plan plan, List<Lie> lies)
    {
        var parts = ground.Parts;
        if (plan.Choices.Count != parts.Projects.Count)
        {
            lies.Add(new(LieCodes.ChoiceCount, "choices", Text(plan.Choices.Count), Text(parts.Projects.Count)));
            return false;
        }
        var readable = true;
        for (var p = 0; p < plan.Choices.Count; p++)
            if (!MayChoose(parts.Projects[p], plan.Choices[p]))
            {
                lies.Add(new(LieCodes.Choice, parts.Projects[p].Id, Text(plan.Choices[p]), Allowed(parts.Projects[p])));
                readable = false;
            }

        var eligible = parts.Funds.Select(f => new ScopeReading(f.Eligibility)).ToArray();
        var paid = new Int128[parts.Projects.Count];
        var used = new Int128[parts.Funds.Count];
        var seen = new HashSet<(int, int)>();
        Int128 all = 0;
        foreach (var payment in plan.Payments)
        {
            var (p, f, amount) = payment;
            if (p < 0 || p >= parts.Projects.Count || f < 0 || f >= parts.Funds.Count)
            {
                lies.Add(new(LieCodes.UnknownPayment, $"project {Text(p)}, fund {Text(f)}", Text(amount), "0"));
                readable = false;
                continue;
            }
            var about = $"{parts.Projects[p].Id} ← {parts.Funds[f].Id}";
            all += Int128.Abs(amount); paid[p] += amount; used[f] += amount;
            if (!seen.Add((p, f))) lies.Add(new(LieCodes.Duplicate, about, Text(amount), "0"));
            if (amount <= 0) lies.Add(new(LieCodes.NotPositive, about, Text(amount), "> 0"));
            if (plan.Choices[p] == 0) lies.Add(new(LieCodes.Unfunded, about, Text(amount), "0"));
            if (!eligible[f].Holds(ground, p)) lies.Add(new(LieCodes.Ineligible, about, Text(amount), "0"));
            else if (parts.Funds[f].Match is { } match && MayChoose(parts.Projects[p], plan.Choices[p]))
            {
                // amount : the others' money may be at most pays : forEvery, where the others pay what is left of the cost.
                var cost = Cost(parts.Projects[p], plan.Choices[p]);
                if (amount * (Int128)match.ForEvery > (cost - amount) * match.Pays)
                    lies.Add(new(LieCodes.MatchCap, about, Text(amount), $"≤ {Text((long)(cost * match.Pays / ((Int128)match.Pays + match.ForEvery)))}"));
            }
        }
        if (readable)
            for (var p = 0; p < paid.Length; p++)
            {
                var cost = Cost(parts.Projects[p], plan.Choices[p]);
                if (plan.Choices[p] != 0 && paid[p] != cost) lies.Add(new(LieCodes.NotPaidFor, parts.Projects[p].Id, Text(paid[p]), Text(cost)));
            }
        for (var f = 0; f < used.Length; f++)
            if (used[f] > parts.Funds[f].Amount) lies.Add(new(LieCodes.Overspent, parts.Funds[f].Id, Text(used[f]), Text(parts.Funds[f].Amount)));
        return readable && all < (Int128)10_000_000_000_000_000_000UL * 1000;
    }

    private static bool MayChoose(Project p, int choice) => choice == 0 || p.Kind switch
    {
        ProjectKind.Whole => choice == 1,
        ProjectKind.Phased => choice > 0 && choice <= p.Levels.Count,
        _ => choice > 0 && choice >= p.LeastSteps && choice <= p.Steps,
    };

    private static string Allowed(Project p) => p.Kind switch
    {
        ProjectKind.Whole => "0, 1",
        ProjectKind.Phased => $"0 … {Text(p.Levels.Count)}",
        _ => $"0, {Text(p.LeastSteps)} … {Text(p.Steps)}",
    };

    /// <summary>Money units: the level's cost, or its share by steps, which is whole.</summary>
    private static Int128 Cost(Project p, int choice) =>
        choice == 0 ? 0 : p.Kind == ProjectKind.Divisible ? (Int128)p.Levels[0].Cost * choice / p.Steps : p.Levels[choice - 1].Cost;

    private static string Text(Int128 number) => number.ToString(CultureInfo.InvariantCulture);
}
