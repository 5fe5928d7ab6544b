namespace Allocation.Engine.Model;

/// <summary>A protection says how many projects may run over, and by how much; shares have six decimals, so that sums of money are whole.</summary>
internal static class ProtectChecks
{
    public static void Run(Findings found, ProtectRule rule, Subject at)
    {
        if (rule.Ceiling is { } ceiling) found.Within(at with { Field = "ceiling" }, ceiling, 0, Findings.MostMoney);
        found.Within(at with { Field = "atOnce" }, rule.AtOnce, 1, 1_000_000);
        if (rule.Overrun is null && rule.Overruns.Count == 0) found.Add(Faults.SaysNothing, at, "", ("known", Text.Same("overrun, overruns")));
        if (rule.Overrun is { } all) Share(found, at with { Field = "overrun" }, all);
        found.RefersAll(at with { Field = "overruns" }, [.. rule.Overruns.Select(o => o.Key)], "projects");
        foreach (var (_, share) in rule.Overruns) Share(found, at with { Field = "overruns" }, share);
    }

    private static void Share(Findings found, Subject at, decimal share)
    {
        if (found.Within(at, share, 0, 1)) found.Sixth(at, share);
    }
}
