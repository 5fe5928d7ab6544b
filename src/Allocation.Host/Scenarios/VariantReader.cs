using System.Globalization;
using System.Text.Json;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>
/// Puts a variant's statements over those of the scenario it extends: first <c>scale</c>, then amounts and costs by id, then rules (same id = in its place, new id = added) without
/// those of <c>withoutRules</c>. Everything else stays as the parent says.
/// </summary>
internal sealed class VariantReader(Reading reading, JsonPiece root, ScenarioParts parent)
{
    // A row that stands in the parent's files has no place in this one.
    private const int Elsewhere = -2;
    private const int MostTimes = 1000;

    private readonly Dictionary<string, JsonPiece> _tables = new(StringComparer.Ordinal);

    public ScenarioParts? Read()
    {
        var at = new Subject("scenario", -1, "", "");
        var head = Head(at);
        if (head.Whole("format") is { } format && format != FormatObjects.Version)
        {
            reading.Add(Faults.WrongFormat, head.Field("format"), format.ToString(CultureInfo.InvariantCulture));
            return null;
        }
        var scale = head.Inner("scale");
        var projects = Projects(Times(scale, "costs"));
        var notes = head.Names("notes");
        var goals = new GoalReader(reading).Read(head, _tables.TryGetValue(FormatTables.Goals.Name, out var stated) ? InlineTable.Read(stated, FormatTables.Goals, reading) ?? [] : [], [parent.Goal, .. parent.LaterGoals]);
        return parent with
        {
            Id = head.Id("id"),
            Name = head.Names("name"),
            FiscalYear = head.Has("fiscalYear") ? head.Words("fiscalYear") : parent.FiscalYear,
            Goal = goals[0], LaterGoals = goals[1..],
            Notes = notes.Fa.Length + notes.En.Length > 0 ? notes : parent.Notes,
            Funds = Funds(Times(scale, "funds")),
            Projects = projects,
            Rules = Rules(projects, head),
        };
    }

    private Entry Head(Subject at)
    {
        reading.Put(at, root.At);
        var own = new JsonPiece(JsonValueKind.Object, root.Text, root.At);
        foreach (var member in root.Members)
        {
            var key = Folding.Fold(member.Key);
            if (key != "rules" && !FormatVariant.All.Any(t => t.Name == key)) own.Members.Add(member);
            else if (member.Value.Kind != JsonValueKind.Null && !_tables.TryAdd(key, member.Value))
            {
                var twice = new Subject(key, -1, "", "twice");
                reading.Put(twice, member.At);
                reading.Add(Faults.KeyTwice, twice, member.Key);
            }
        }
        return Entry.Of(own, reading, at, [.. FormatVariant.Head, new("rules", Form.Inner, false, "rules added or in another's place"), .. FormatVariant.All.Select(t => new Key(t.Name, Form.Inner, false, "a table"))]);
    }

    private Fund[] Funds(decimal times)
    {
        Fund[] funds = [.. parent.Funds.Select(f => times == 1 ? f : f with { Amount = Whole(f.Amount * times) })];
        foreach (var (row, at) in Found(FormatVariant.Funds, "id", [.. funds.Select(f => f.Id)]))
            if (row.Whole("amount") is { } amount) funds[at] = funds[at] with { Amount = amount };
        return funds;
    }

    private Project[] Projects(decimal times)
    {
        Project[] projects = [.. parent.Projects.Select(p => times == 1 ? p : Scaled(p, times))];
        string[] ids = [.. projects.Select(p => p.Id)];
        foreach (var (row, at) in Found(FormatVariant.Projects, "id", ids))
        {
            if (projects[at].Kind == ProjectKind.Phased) reading.Add(Faults.NotForThisKind, row.Field("cost"), projects[at].Id, ("kind", Text.Same("phased")));
            else if (row.Whole("cost") is { } cost) projects[at] = projects[at] with { Levels = [projects[at].Levels[0] with { Cost = cost }] };
        }
        foreach (var (row, at) in Found(FormatVariant.Levels, "project", ids))
        {
            if (row.Small("level") is not { } level || row.Whole("cost") is not { } cost) continue;
            if (projects[at].Kind != ProjectKind.Phased || level < 1 || level > projects[at].Levels.Count) reading.Add(Faults.UnknownReference, row.Field("level"), FaultKind.Number(level).En, ("target", Text.Same("levels")), ("near", Text.Same("")));
            else projects[at] = projects[at] with { Levels = [.. projects[at].Levels.Select((l, i) => i == level - 1 ? l with { Cost = cost } : l)] };
        }
        return projects;
    }

    // Steps stay equal and whole, a level never costs less than one unit a step, and phases keep rising.
    private static Project Scaled(Project project, decimal times)
    {
        long before = 0;
        return project with
        {
            Levels = [.. project.Levels.Select(level =>
            {
                var cost = level.Cost == 0 ? 0 : Math.Max(before + 1, Whole(level.Cost * times / project.Steps));
                before = cost;
                return level with { Cost = cost * project.Steps };
            })],
        };
    }

    private Rule[] Rules(Project[] projects, Entry head)
    {
        var gone = head.Ids("withoutRules");
        foreach (var id in gone.Where(id => parent.Rules.All(r => r.Id != id)))
            reading.Add(Faults.UnknownReference, head.Field("withoutRules"), id, ("target", Text.Same("rules")), FaultKind.Near(id, parent.Rules.Select(r => r.Id)));
        var own = _tables.TryGetValue("rules", out var piece) ? new RuleReader(reading, projects).Read(piece) : [];
        var rules = parent.Rules.Where(r => !gone.Contains(r.Id)).ToList();
        var rows = rules.Select(_ => Elsewhere).ToList();
        for (var i = 0; i < own.Length; i++)
        {
            var at = rules.FindIndex(r => r.Id == own[i].Id);
            // The second of two with one id is added, so that the check says so.
            if (at >= 0 && rows[at] == Elsewhere) (rules[at], rows[at]) = (own[i], reading.RowOf("rules", i));
            else { rules.Add(own[i]); rows.Add(reading.RowOf("rules", i)); }
        }
        for (var r = 0; r < rules.Count; r++) reading.Same("rules", r, rows[r]);
        return [.. rules];
    }

    /// <summary>The rows of a table of differences with the position of what each is about; a row about something that the parent does not have is a fault.</summary>
    private List<(Entry Row, int At)> Found(TableShape shape, string key, string[] ids)
    {
        // Levels are counted by project in the engine: their faults are placed at the table.
        if (shape.Name != "levels") for (var i = 0; i < ids.Length; i++) reading.Same(shape.Name, i, Elsewhere);
        if (!_tables.TryGetValue(shape.Name, out var piece)) return [];
        var found = new List<(Entry, int)>();
        var (number, seen) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in InlineTable.Read(piece, shape, reading) ?? [])
        {
            var (id, file) = (row.Id(key), number++);
            var at = Array.IndexOf(ids, id);
            if (at < 0)
            {
                if (id.Length > 0) reading.Add(Faults.UnknownReference, row.Field(key), id, ("target", Text.Same(key == "id" ? shape.Name : "projects")), FaultKind.Near(id, ids));
                continue;
            }
            if (shape.Name != "levels")
            {
                if (!seen.Add(id)) reading.Add(Faults.IdTwice, row.Field(key), id);
                reading.Same(shape.Name, at, file);
            }
            found.Add((row, at));
        }
        return found;
    }

    private decimal Times(Entry? scale, string key)
    {
        if (scale?.Amount(key) is not { } times) return 1;
        if (times is >= 0 and <= MostTimes) return times;
        reading.Add(Faults.OutOfRange, scale.Field(key), scale.Words(key), ("expected", new("از ۰ تا ۱۰۰۰", "from 0 to 1000")));
        return 1;
    }

    private static long Whole(decimal amount) => (long)Math.Clamp(decimal.Round(amount, MidpointRounding.AwayFromZero), 0, long.MaxValue / 2);
}
