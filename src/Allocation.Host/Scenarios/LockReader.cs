using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Reads what a lock says: must, mustNot, a level or a share at least, and a level or a share at most.</summary>
internal sealed class LockReader(Reading reading, IReadOnlyList<Project> projects)
{
    private const string Known = "must, mustNot, level, share, mostLevel, mostShare";

    public LockRule Read(Entry e, LockRule rule)
    {
        var (must, mustNot) = (e.YesNo("must") ?? false, e.YesNo("mustNot") ?? false);
        var least = (must ? 1 : 0) + (e.Has("level") ? 1 : 0) + (e.Has("share") ? 1 : 0);
        var most = (mustNot ? 1 : 0) + (e.Has("mostLevel") ? 1 : 0) + (e.Has("mostShare") ? 1 : 0);
        if (least > 1 || most > 1 || (mustNot && least > 0)) reading.Add(Faults.LockSaysTwo, e.Field("must"), "", ("known", Text.Same(Known)));
        var project = projects.FirstOrDefault(p => p.Id == rule.Project);
        foreach (var key in project is null ? [] : Odd(project).Where(e.Has)) reading.Add(Faults.NotForThisKind, e.Field(key), e.Words(key), ("kind", Text.Same(project!.Kind.ToString().ToLowerInvariant())));
        return rule with
        {
            Least = must ? 1 : Level(e, "level", 1) ?? Share(e, "share", project, Steps.AtLeast, 1) ?? 0,
            Most = mustNot ? 0 : Level(e, "mostLevel", 1) ?? Share(e, "mostShare", project, Steps.AtMost, 0) ?? int.MaxValue,
        };
    }

    private static string[] Odd(Project project) => project.Kind == ProjectKind.Divisible ? ["level", "mostLevel"] : ["share", "mostShare"];

    private int? Level(Entry e, string key, int least)
    {
        if (!e.Has(key)) return null;
        var level = e.Small(key);
        if (level < least) reading.Add(Faults.OutOfRange, e.Field(key), e.Words(key), ("expected", new("۱ یا بیشتر", "1 or more")));
        // A stand-in: the fault is told already.
        return level is { } sound && sound >= least ? sound : 1;
    }

    private int? Share(Entry e, string key, Project? project, Func<decimal, int, int> steps, int least)
    {
        if (!e.Has(key)) return null;
        if (e.Share(key) is not { } share) return 1;
        if (share is < 0 or > 1)
        {
            reading.Add(Faults.OutOfRange, e.Field(key), e.Words(key), ("expected", new("از ۰ تا ۱", "from 0 to 1")));
            return 1;
        }
        return project is { Kind: ProjectKind.Divisible, Steps: >= 1 and <= 10_000 } ? Math.Max(least, steps(share, project.Steps)) : 1;
    }
}
