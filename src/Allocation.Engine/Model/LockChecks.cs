namespace Allocation.Engine.Model;

/// <summary>Locks on the same project must leave a choice that all of them allow.</summary>
internal static class LockChecks
{
    public static void Run(Findings found)
    {
        var held = new Dictionary<string, (int Least, string LeastBy, int Most, string MostBy)>(StringComparer.Ordinal);
        for (var r = 0; r < found.Parts.Rules.Count; r++)
        {
            if (found.Parts.Rules[r] is not LockRule rule || !found.Ids.Projects.TryGetValue(rule.Project, out var p)) continue;
            var project = found.Parts.Projects[p];
            var now = held.GetValueOrDefault(rule.Project, (0, rule.Id, int.MaxValue, rule.Id));
            // The same reading as the rule rows: a least choice below the project's own least means that least.
            var least = rule.Least > 0 ? Math.Max(rule.Least, project.LeastChoice) : 0;
            var most = rule.Most < project.LeastChoice ? 0 : rule.Most;
            if (least > now.Item1) now = (least, rule.Id, now.Item3, now.Item4);
            if (most < now.Item3) now = (now.Item1, now.Item2, most, rule.Id);
            if (now.Item1 > now.Item3)
                found.Add(Faults.LocksDisagree, new("rules", r, rule.Id, "project"), rule.Project, ("other", Text.Same(now.Item2 == rule.Id ? now.Item4 : now.Item2)));
            else held[rule.Project] = now;
        }
    }
}
