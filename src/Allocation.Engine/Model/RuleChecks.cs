using System.Globalization;

namespace Allocation.Engine.Model;

/// <summary>Every rule by itself, and locks and prerequisites against each other.</summary>
internal static class RuleChecks
{
    public static void Run(Findings found)
    {
        var residents = found.Parts.Neighbourhoods.Sum(n => (decimal)n.Residents);
        found.IdsOf("rules", found.Parts.Rules.Select(r => (r.Id, r.Name)));
        for (var r = 0; r < found.Parts.Rules.Count; r++)
        {
            var rule = found.Parts.Rules[r];
            var at = new Subject("rules", r, rule.Id, "");
            found.Named(at with { Field = "reason" }, rule.Reason);
            switch (rule)
            {
                case MoneyRule money: Money(found, money, at); break;
                case PerHeadRule perHead:
                    Scope(found, at, "scope", perHead.Scope);
                    found.Above0(at with { Field = "amount" }, perHead.PerResident, Findings.MostMoney / Math.Max(1, residents));
                    break;
                case ShareRule share: Share(found, share, at); break;
                case LockRule locked: Lock(found, locked, at); break;
                case PrerequisiteRule needs:
                    found.Refers(at with { Field = "project" }, needs.Project, "projects");
                    if (needs.Requires.Count == 0) found.Add(Faults.EmptyList, at with { Field = "requires" }, "");
                    found.RefersAll(at with { Field = "requires" }, needs.Requires, "projects");
                    break;
                case CountRule count: Count(found, count, at); break;
                case OutcomeFloorRule floor:
                    Scope(found, at, "places", floor.Places);
                    OutcomeRuleChecks.Run(found, floor, at);
                    break;
                case InequalityRule cap: OutcomeRuleChecks.Run(found, cap, at); break;
                case ProtectRule protect:
                    Scope(found, at, "scope", protect.Scope);
                    ProtectChecks.Run(found, protect, at);
                    break;
                default: throw new NotSupportedException(rule.GetType().Name);
            }
        }
        LockChecks.Run(found);
        CircleCheck.Run(found);
    }

    private static void Money(Findings found, MoneyRule rule, Subject at)
    {
        Scope(found, at, "scope", rule.Scope);
        if (rule.Floor is null && rule.Ceiling is null) Silent(found, at, "floor, ceiling");
        if (rule.Floor is { } floor) found.Within(at with { Field = "floor" }, floor, 0, Findings.MostMoney);
        if (rule.Ceiling is { } ceiling) found.Within(at with { Field = "ceiling" }, ceiling, 0, Findings.MostMoney);
        Order(found, at with { Field = "floor" }, rule.Floor, rule.Ceiling);
    }

    private static void Share(Findings found, ShareRule rule, Subject at)
    {
        Scope(found, at, "part", rule.Part);
        Scope(found, at, "whole", rule.Whole);
        if (rule.AtLeast is null && rule.AtMost is null) Silent(found, at, "atLeast, atMost");
        if (rule.AtLeast is { } low && found.Within(at with { Field = "atLeast" }, low, 0, 1)) found.Sixth(at with { Field = "atLeast" }, low);
        if (rule.AtMost is { } high && found.Within(at with { Field = "atMost" }, high, 0, 1)) found.Sixth(at with { Field = "atMost" }, high);
        Order(found, at with { Field = "atLeast" }, rule.AtLeast, rule.AtMost);
    }

    private static void Count(Findings found, CountRule rule, Subject at)
    {
        Scope(found, at, "scope", rule.Scope);
        if (rule.AtLeast is null && rule.AtMost is null) Silent(found, at, "atLeast, atMost");
        if (rule.AtLeast is { } low) found.Within(at with { Field = "atLeast" }, low, 0, 1_000_000);
        if (rule.AtMost is { } high) found.Within(at with { Field = "atMost" }, high, 0, 1_000_000);
        Order(found, at with { Field = "atLeast" }, rule.AtLeast, rule.AtMost);
    }

    private static void Lock(Findings found, LockRule rule, Subject at)
    {
        if (rule.Owner == Text.Nothing) found.Add(Faults.NoOwner, at with { Field = "owner" }, "");
        if (rule is { Least: 0, Most: int.MaxValue }) Silent(found, at, "must, mustNot, level, share");
        if (!found.Refers(at with { Field = "project" }, rule.Project, "projects")) return;
        var most = found.Parts.Projects[found.Ids.Projects[rule.Project]].Choices;
        if (rule.Least < 0 || rule.Most < 0) found.Within(at, Math.Min(rule.Least, rule.Most), 0, most);
        var beyond = rule.Most != int.MaxValue ? Math.Max(rule.Least, rule.Most) : rule.Least;
        if (beyond > most) found.Add(Faults.LockBeyond, at, beyond.ToString(CultureInfo.InvariantCulture), ("most", FaultKind.Number(most)));
    }

    private static void Scope(Findings found, Subject at, string field, Scope scope)
    {
        found.RefersAll(at with { Field = field + ".districts" }, scope.Districts, "districts");
        found.RefersAll(at with { Field = field + ".neighbourhoods" }, scope.Neighbourhoods, "neighbourhoods");
        found.RefersAll(at with { Field = field + ".sectors" }, scope.Sectors, "sectors");
        found.RefersAll(at with { Field = field + ".services" }, scope.Services, "services");
        found.RefersAll(at with { Field = field + ".funds" }, scope.Funds, "funds");
        found.RefersAll(at with { Field = field + ".projects" }, scope.Projects, "projects");
        if (scope.MinDeprivation is { } least) found.Within(at with { Field = field + ".minDeprivation" }, least, 0, 1);
    }

    private static void Silent(Findings found, Subject at, string known) => found.Add(Faults.SaysNothing, at, "", ("known", Text.Same(known)));

    private static void Order(Findings found, Subject at, decimal? floor, decimal? ceiling)
    {
        if (floor > ceiling) found.Add(Faults.FloorAboveCeiling, at, Findings.Plain(floor.Value), ("ceiling", FaultKind.Number(ceiling.Value)));
    }
}
