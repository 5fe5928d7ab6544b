using System.Text.Json;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Reads the rules of scenario.json.</summary>
internal sealed class RuleReader(Reading reading, IReadOnlyList<Project> projects)
{
    private static readonly string[] Types = [.. FormatObjects.Rules.Select(r => r.Name)];

    public Rule[] Read(JsonPiece piece)
    {
        var at = new Subject("rules", -1, "", "");
        reading.Put(at, piece.At);
        if (piece.Kind != JsonValueKind.Array || piece.Items.Count > FormatObjects.MostRules)
        {
            if (piece.Kind != JsonValueKind.Array) reading.Add(Faults.WrongShape, at, piece.Text, ("expected", new("فهرستی از قاعده‌ها […]", "a list of rules […]")));
            else reading.Add(Faults.TooManyRows, at, "", ("limit", FaultKind.Number(FormatObjects.MostRules)));
            return [];
        }
        var rules = new List<Rule>();
        for (var row = 0; row < piece.Items.Count; row++)
        {
            if (One(piece.Items[row], at with { Row = row }) is not { } rule) continue;
            reading.Same("rules", rules.Count, row);
            rules.Add(rule);
        }
        return [.. rules];
    }

    private Rule? One(JsonPiece piece, Subject at)
    {
        reading.Put(at, piece.At);
        if (piece.Kind != JsonValueKind.Object)
        {
            reading.Add(Faults.WrongShape, at with { Field = "rule" }, piece.Text, ("expected", new("یک قاعده {…}", "a rule {…}")));
            return null;
        }
        var stated = piece.Members.Find(m => Folding.Fold(m.Key) == "type");
        var type = stated.Value is { Kind: JsonValueKind.String } word ? Folding.Fold(word.Text) : null;
        if (FormatObjects.Rules.FirstOrDefault(r => r.Name == type) is not { } shape)
        {
            if (stated.Value is not null) reading.Put(at with { Field = "type" }, stated.Value.At);
            if (stated.Value is null) reading.Add(Faults.Missing, at with { Field = "type" }, "", ("expected", Text.Same(string.Join(", ", Types))));
            else reading.Add(Faults.UnknownWord, at with { Field = "type" }, stated.Value.Text, ("known", Text.Same(string.Join(", ", Types))), FaultKind.Near(stated.Value.Text, Types));
            return null;
        }
        var e = Entry.Of(piece, reading, at, shape.Keys);
        return Typed(shape.Name, e) with { Owner = e.Names("owner") };
    }

    private Rule Typed(string type, Entry e)
    {
        var (id, name, reason) = (e.Id("id"), e.Names("name"), e.Names("reason"));
        switch (type)
        {
            case "money": return new MoneyRule { Id = id, Name = name, Reason = reason, Scope = Scope("scope"), Floor = e.Whole("floor"), Ceiling = e.Whole("ceiling") };
            case "per-head":
                return new PerHeadRule
                {
                    Id = id, Name = name, Reason = reason, Scope = Scope("scope"), PerResident = e.Amount("amount") ?? 1,
                    Per = e.Word("per") == "district" ? PlaceLevel.District : PlaceLevel.Neighbourhood,
                };
            case "share": return new ShareRule { Id = id, Name = name, Reason = reason, Part = Scope("part"), Whole = Scope("whole"), AtLeast = e.Share("atLeast"), AtMost = e.Share("atMost") };
            case "lock": return new LockReader(reading, projects).Read(e, new LockRule { Id = id, Name = name, Reason = reason, Project = e.Id("project") });
            case "prerequisite": return new PrerequisiteRule { Id = id, Name = name, Reason = reason, Project = e.Id("project"), Requires = e.Ids("requires") };
            case "outcome-floor":
                return new OutcomeFloorRule { Id = id, Name = name, Reason = reason, Places = Scope("places"), AtLeast = e.Amount("atLeast"), Levels = e.Figures("levels") };
            case "inequality":
                return new InequalityRule
                {
                    Id = id, Name = name, Reason = reason, Index = (InequalityIndex)Math.Max(0, Array.IndexOf(FormatObjects.Indices, e.Word("index") ?? "")),
                    AtLeast = e.Amount("atLeast"), AtMost = e.Amount("atMost"),
                };
            case "protect":
                return new ProtectRule
                {
                    Id = id, Name = name, Reason = reason, Scope = Scope("scope"), Ceiling = e.Whole("ceiling"), AtOnce = e.Small("atOnce") ?? 1, Overrun = e.Share("overrun"), Overruns = e.Figures("overruns"),
                };
            case "count": return new CountRule { Id = id, Name = name, Reason = reason, Scope = Scope("scope"), AtLeast = e.Small("atLeast"), AtMost = e.Small("atMost") };
            default:
                // At most one of them; the engine speaks of the scope's projects, the file of projects.
                reading.Put(e.Field("scope.projects"), e.SpotOf("projects"));
                return new CountRule { Id = id, Name = name, Reason = reason, Scope = new Scope { Projects = e.Ids("projects") }, AtMost = 1 };
        }

        Scope Scope(string key) => ScopeReader.Scope(e.Inner(key));
    }
}
