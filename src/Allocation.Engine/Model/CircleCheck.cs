namespace Allocation.Engine.Model;

/// <summary>No project may wait for itself through prerequisites. Finds one circle; without recursion, so that a long chain cannot exhaust the stack.</summary>
internal static class CircleCheck
{
    public static void Run(Findings found)
    {
        var edges = new Dictionary<string, List<(string Needed, int Rule)>>(StringComparer.Ordinal);
        var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < found.Parts.Rules.Count; r++)
        {
            if (found.Parts.Rules[r] is not PrerequisiteRule rule) continue;
            foreach (var needed in rule.Requires)
            {
                if (!edges.TryGetValue(rule.Project, out var list)) edges[rule.Project] = list = [];
                list.Add((needed, r));
                waiting[needed] = waiting.GetValueOrDefault(needed) + 1;
                waiting.TryAdd(rule.Project, 0);
            }
        }
        // Kahn: take away whatever nothing waits on; what stays lies on a circle or leads to one.
        var free = new Queue<string>(waiting.Where(w => w.Value == 0).Select(w => w.Key));
        while (free.TryDequeue(out var project))
        {
            waiting.Remove(project);
            foreach (var (needed, _) in edges.GetValueOrDefault(project, [])) if (--waiting[needed] == 0) free.Enqueue(needed);
        }
        if (waiting.Count > 0) Report(found, edges, waiting);
    }

    // What is left may also hang below a circle; only from a project on a circle does every walk along the others come back, so walk backwards.
    private static void Report(Findings found, Dictionary<string, List<(string Needed, int Rule)>> edges, Dictionary<string, int> left)
    {
        var before = new Dictionary<string, (string Project, int Rule)>(StringComparer.Ordinal);
        foreach (var (project, list) in edges)
            if (left.ContainsKey(project)) foreach (var (needed, rule) in list) before.TryAdd(needed, (project, rule));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = left.Keys.Min(StringComparer.Ordinal)!;
        while (seen.Add(at)) at = before[at].Project;
        var (circle, step) = (new List<string> { at }, before[at]);
        while (step.Project != at) { circle.Add(step.Project); step = before[step.Project]; }
        circle.Add(at);
        circle.Reverse();
        var by = found.Parts.Rules[before[at].Rule];
        found.Add(Faults.Circle, new("rules", before[at].Rule, by.Id, "requires"), string.Join(" → ", circle));
    }
}
