using System.Text.Json;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Puts together what scenario.json and the tables say.</summary>
internal sealed class PartsReader(Reading reading, JsonPiece root, IReadOnlyDictionary<string, SourceFile> csv)
{
    private static readonly Key[] HeadKeys =
        [.. FormatObjects.Head.Keys, new("rules", Form.Inner, false, "the rules"), .. FormatTables.All.Select(t => new Key(t.Name, Form.Inner, false, "a table"))];

    private readonly Dictionary<string, JsonPiece> _inline = new(StringComparer.Ordinal);

    public ScenarioParts? Read()
    {
        var at = new Subject("scenario", -1, "", "");
        reading.Put(at, root.At);
        if (root.Kind != JsonValueKind.Object)
        {
            reading.Add(Faults.WrongShape, at with { Field = "root" }, root.Text, ("expected", new("یک شیء {…}", "an object {…}")));
            return null;
        }
        var head = Head(at);
        if (head.Whole("format") is { } format && format != FormatObjects.Version)
        {
            reading.Add(Faults.WrongFormat, head.Field("format"), format.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return null;
        }
        foreach (var shape in FormatTables.All.Where(t => !_inline.ContainsKey(t.Name) && !csv.ContainsKey(t.Name) && !reading.IsTorn(t.Name))) reading.Absent(shape.Name);
        var projects = new ProjectReader(reading, Rows);
        var goals = new GoalReader(reading).Read(head, Rows(FormatTables.Goals), [new()]);
        var parts = new ScenarioParts
        {
            Id = head.Id("id"), Name = head.Names("name"), City = head.Names("city"), FiscalYear = head.Words("fiscalYear"), Money = Money(head.Inner("money")),
            Goal = goals[0], LaterGoals = goals[1..], Notes = head.Names("notes"),
            Districts = Each(FormatTables.Districts, e => new District(e.Id("id"), e.Names("name", e.Id("id")), e.Provenance())),
            Sectors = Each(FormatTables.Sectors, e => new Sector(e.Id("id"), e.Names("name", e.Id("id")))),
            Services = Each(FormatTables.Services, e => new Service(e.Id("id"), e.Names("name", e.Id("id")), e.Names("unit"), e.Amount("standard") ?? 1, e.Whole("weight") ?? 1, e.Provenance())),
            Neighbourhoods = Each(FormatTables.Neighbourhoods, e => new Neighbourhood(e.Id("id"), e.Names("name", e.Id("id")), e.Id("district"), e.Whole("residents") ?? 1, e.Share("deprivation") ?? 1, e.Provenance())),
            Stocks = Each(FormatTables.Stocks, e => new Stock(e.Id("neighbourhood"), e.Id("service"), e.Amount("amount") ?? 1, e.Provenance())),
            Needs = Each(FormatTables.Needs, e => new Need(e.Id("neighbourhood"), e.Id("service"), e.Whole("weight") ?? 1, e.Words("set_by"), e.Provenance())),
            Projects = projects.Read(),
            Funds = Each(FormatTables.Funds, Fund),
            LastYear = Each(FormatTables.LastYear, e => new LastYear(e.Id("neighbourhood"), e.Whole("money") ?? 0, e.Provenance())),
        };
        return parts with { Rules = _inline.TryGetValue("rules", out var rules) ? new RuleReader(reading, parts.Projects).Read(rules) : [] };
    }

    // The head reads its own keys; tables and rules are kept for later.
    private Entry Head(Subject at)
    {
        var own = new JsonPiece(JsonValueKind.Object, root.Text, root.At);
        foreach (var member in root.Members)
        {
            var key = Folding.Fold(member.Key);
            if (key != "rules" && !FormatTables.All.Any(t => t.Name == key)) own.Members.Add(member);
            else if (member.Value.Kind == JsonValueKind.Null) continue;
            else if (!_inline.TryAdd(key, member.Value))
            {
                var twice = new Subject(key, -1, "", "twice");
                reading.Put(twice, member.At);
                reading.Add(Faults.KeyTwice, twice, member.Key);
                if (key != "rules") reading.Tear(key);
            }
        }
        return Entry.Of(own, reading, at, HeadKeys);
    }

    private List<Entry> Rows(TableShape shape)
    {
        var inline = _inline.GetValueOrDefault(shape.Name);
        if (!csv.TryGetValue(shape.Name, out var file)) return inline is null ? [] : Kept(shape, InlineTable.Read(inline, shape, reading));
        if (inline is not null)
        {
            var at = new Subject(shape.Name, -1, "", "twice");
            reading.Put(at, inline.At);
            reading.Add(Faults.TableTwice, at, file.Name);
        }
        return Kept(shape, CsvTable.Read(file, shape, reading));
    }

    private List<Entry> Kept(TableShape shape, List<Entry>? rows)
    {
        if (rows is not null) return rows;
        reading.Tear(shape.Name);
        return [];
    }

    private T[] Each<T>(TableShape shape, Func<Entry, T> read) => [.. Rows(shape).Select(read)];

    private static MoneyUnit Money(Entry? entry) => entry is null ? new(Text.Same("?"), 0) : new(entry.Names("unit"), entry.Whole("rials") ?? 0);

    private Fund Fund(Entry e)
    {
        var (pays, forEvery) = (e.Whole("match_pays"), e.Whole("match_for_every"));
        foreach (var (one, other) in new[] { ("match_pays", "match_for_every"), ("match_for_every", "match_pays") })
            if (e.Has(one) && !e.Has(other)) reading.Add(Faults.Missing, e.Field(other), "", ("expected", FormWords.Of(FormatTables.Funds.Columns.First(c => c.Name == other))));
        return new Fund
        {
            Id = e.Id("id"), Name = e.Names("name", e.Id("id")), Amount = e.Whole("amount") ?? 0, Kind = ScopeReader.FundKindOf(e.Word("kind")),
            Eligibility = ScopeReader.Eligibility(e), Match = pays is { } p && forEvery is { } f ? new Match(p, f) : null, Provenance = e.Provenance(),
        };
    }
}
