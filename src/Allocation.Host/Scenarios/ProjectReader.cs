using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Reads projects and hangs their levels, outputs and reach on them; rows that belong to no project are faults here, because no project could carry them further.</summary>
internal sealed class ProjectReader(Reading reading, Func<TableShape, IReadOnlyList<Entry>> rows)
{
    private const int UsualSteps = 100, MostSteps = 10_000;

    private int _levels, _outputs, _reach;

    public Project[] Read()
    {
        var entries = rows(FormatTables.Projects);
        string[] ids = [.. entries.Select(e => e.Id("id"))];
        var known = ids.ToHashSet(StringComparer.Ordinal);
        var levels = ByProject(FormatTables.Levels, known, ids);
        var outputs = ByProject(FormatTables.Outputs, known, ids);
        var reach = ByProject(FormatTables.Reach, known, ids);
        return [.. entries.Select(e => One(e, Taken(levels, e), Taken(outputs, e), Taken(reach, e)))];
    }

    private Dictionary<string, List<Entry>> ByProject(TableShape shape, HashSet<string> known, string[] ids)
    {
        var grouped = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        var suggested = 0;
        foreach (var row in rows(shape))
        {
            var project = row.Id("project");
            if (!known.Contains(project) && !reading.IsTorn("projects") && !reading.IsMarked(row.Field("project")))
                reading.Add(Faults.UnknownReference, row.Field("project"), project, ("target", Text.Same("projects")), suggested++ < 100 ? FaultKind.Near(project, ids) : ("near", Text.Same("")));
            if (!grouped.TryGetValue(project, out var list)) grouped[project] = list = [];
            list.Add(row);
        }
        return grouped;
    }

    // A second project with the same id gets none: its id is the fault.
    private static List<Entry> Taken(Dictionary<string, List<Entry>> grouped, Entry project) => grouped.Remove(project.Id("id"), out var list) ? list : [];

    private Project One(Entry e, List<Entry> levels, List<Entry> outputs, List<Entry> reach)
    {
        var kind = e.Word("kind") switch { "phased" => ProjectKind.Phased, "divisible" => ProjectKind.Divisible, _ => ProjectKind.Whole };
        var sure = !reading.IsMarked(e.Field("kind"));
        if (sure) OnlyFor(e, kind);
        var name = e.Names("name", e.Id("id"));
        var steps = kind == ProjectKind.Divisible ? e.Small("steps") ?? UsualSteps : 1;
        if (sure && kind != ProjectKind.Phased && !e.Has("cost") && !reading.IsMarked(e.Field("cost")))
            reading.Add(Faults.Missing, e.Field("cost"), "", ("expected", new("هزینه پروژه", "the project's cost")));
        if (levels.Count > 0 && kind != ProjectKind.Phased && sure) reading.Add(Faults.LevelsOfOther, levels[0].Field("project"), levels[0].Id("project"));
        if (reach.Any(r => reading.IsMarked(r.Field("share")))) reading.Mark(e.Field("reach"));
        if (!sure) reading.Mark(e.Field("cost"));
        return new Project
        {
            Id = e.Id("id"), Name = name, Sector = e.Id("sector"), Kind = kind, Steps = steps, LeastSteps = kind == ProjectKind.Divisible ? Least(e, steps) : 1,
            Levels = kind == ProjectKind.Phased ? Phases(e, levels, outputs) : [new Level(name, e.Whole("cost") ?? Math.Max(1, steps), [.. outputs.Select(o => Output(o, phased: false, sure))], e.Amount("benefit") ?? 0)],
            Reach = [.. reach.Select(Reach)], CarryOver = e.YesNo("carry_over") ?? false, Provenance = e.Provenance(),
        };
    }

    private void OnlyFor(Entry e, ProjectKind kind)
    {
        string[] odd = kind switch { ProjectKind.Phased => ["cost", "benefit", "steps", "least"], ProjectKind.Whole => ["steps", "least"], _ => [] };
        foreach (var key in odd.Where(e.Has)) reading.Add(Faults.NotForThisKind, e.Field(key), e.Words(key), ("kind", Text.Same(Word(kind))));
    }

    private int Least(Entry e, int steps)
    {
        if (e.Share("least") is not { } least) return 1;
        if (least is >= 0 and <= 1) return steps is >= 1 and <= MostSteps ? Math.Max(1, Steps.AtLeast(least, steps)) : 1;
        reading.Add(Faults.OutOfRange, e.Field("least"), e.Words("least"), ("expected", new("از ۰ تا ۱", "from 0 to 1")));
        return 1;
    }

    private Level[] Phases(Entry project, List<Entry> levels, List<Entry> outputs)
    {
        var numbered = levels.Select(l => (Number: l.Small("level"), Row: l)).ToArray();
        var ordered = numbered.OrderBy(l => l.Number ?? int.MaxValue).ToArray();
        if (numbered.All(l => l.Number is not null) && !reading.IsTorn("levels"))
            for (var k = 0; k < ordered.Length; k++)
                if (ordered[k].Number != k + 1)
                {
                    reading.Add(Faults.LevelsNotInOrder, ordered[k].Row.Field("level"), ordered[k].Row.Words("level"));
                    break;
                }
        var numbers = numbered.Where(l => l.Number is not null).Select(l => l.Number!.Value).ToHashSet();
        foreach (var output in reading.IsTorn("levels") ? [] : outputs.Where(o => !Belongs(o, numbers) && !reading.IsMarked(o.Field("level"))))
        {
            if (!output.Has("level")) reading.Add(Faults.LevelNeeded, output.Field("level"), "");
            else reading.Add(Faults.UnknownReference, output.Field("level"), output.Words("level"), ("target", Text.Same("levels")), ("near", Text.Same("")));
        }
        return [.. ordered.Select(l =>
        {
            reading.Same("levels", _levels++, l.Row.At.Row);
            var own = outputs.Where(o => l.Number is { } number && o.Small("level") == number).Select(o => Output(o, phased: true, sure: true)).ToArray();
            return new Level(l.Row.Names("name", $"{project.Id("id")}.{l.Number}"), l.Row.Whole("cost") ?? 1, own, l.Row.Amount("benefit") ?? 0);
        })];

        static bool Belongs(Entry output, HashSet<int> numbers) => output.Small("level") is { } level && numbers.Contains(level);
    }

    private Output Output(Entry e, bool phased, bool sure)
    {
        reading.Same("outputs", _outputs++, e.At.Row);
        if (!phased && sure && e.Has("level")) reading.Add(Faults.NotForThisKind, e.Field("level"), e.Words("level"), ("kind", Text.Same("whole / divisible")));
        return new Output(e.Id("service"), e.Amount("amount") ?? 0);
    }

    private Reach Reach(Entry e)
    {
        reading.Same("reach", _reach++, e.At.Row);
        var place = e.Id("place");
        var share = e.Share("share") ?? 1;
        const string district = "district:";
        return place switch
        {
            "*" => new Reach(ReachKind.Everywhere, "*", share),
            "city" => new Reach(ReachKind.CityWide, "city", share),
            _ when place.StartsWith(district, StringComparison.Ordinal) => new Reach(ReachKind.District, place[district.Length..].Trim(), share),
            _ => new Reach(ReachKind.Neighbourhood, place, share),
        };
    }

    private static string Word(ProjectKind kind) => kind.ToString().ToLowerInvariant();
}
