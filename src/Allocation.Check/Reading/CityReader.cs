using System.Text.Json;
using Allocation.Check.Meaning;

namespace Allocation.Check.Reading;

/// <summary>Reads a scenario folder that is known to be free of faults. What it does not know, it refuses; it does not say everything that is wrong.</summary>
internal sealed class CityReader
{
    private readonly ScenarioFiles _files;
    private readonly JsonElement _root;
    private readonly AskedMeasure? _asked;

    private CityReader(ScenarioFiles files, JsonElement root, AskedMeasure? asked) => (_files, _root, _asked) = (files, root, asked);

    /// <param name="files">The scenario.</param>
    /// <param name="asked">A measure in place of its own, or null.</param>
    public static City Read(ScenarioFiles files, AskedMeasure? asked = null)
    {
        try
        {
            var json = files.Json.Span.StartsWith("\uFEFF"u8) ? files.Json[3..] : files.Json;
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return new CityReader(files, document.RootElement, asked).Read();
        }
        catch (JsonException trouble) { throw new UnreadableException($"{ScenarioFiles.Head} is no JSON from line {trouble.LineNumber + 1} on"); }
    }

    private City Read()
    {
        var head = Row.Of(_root, ScenarioFiles.Head);
        if (head.Whole("format") != 1) throw new UnreadableException("only format 1 is known");
        var services = Table("services").Select(r => new Service(r.Id("id"), Positive(r, "standard"), r.Whole("weight"))).ToArray();
        var places = Table("neighbourhoods").Select(r => new Place(r.Id("id"), r.Id("district"), r.Whole("residents") is > 0 and var n ? n : throw Bad(r, "residents"), r.Share("deprivation"))).ToArray();
        var (serviceAt, placeAt) = (At(services.Select(s => s.Id), "services"), At(places.Select(p => p.Id), "neighbourhoods"));
        var (stock, weight) = (new decimal[places.Length, services.Length], new long[places.Length, services.Length]);
        foreach (var r in Table("stocks")) stock[Look(placeAt, r, "neighbourhood"), Look(serviceAt, r, "service")] = r.Decimal("amount");
        for (var n = 0; n < places.Length; n++) for (var s = 0; s < services.Length; s++) weight[n, s] = services[s].Weight;
        foreach (var r in Table("needs")) weight[Look(placeAt, r, "neighbourhood"), Look(serviceAt, r, "service")] = r.Whole("weight");
        var projects = ProjectReader.Read(Table, places, placeAt, serviceAt);
        var projectAt = At(projects.Select(p => p.Id), "projects");
        var funds = Table("funds").Select(ReadFund).ToArray();
        return new City
        {
            Id = head.Id("id"), Goal = Asked(ReadGoal(head.Inner("outcome"), head.Inner("measure") ?? First(Table("goals")))), Services = services, Places = places, Stock = stock, Weight = weight, Projects = projects,
            Funds = funds, ProjectAt = projectAt, FundAt = At(funds.Select(f => f.Id), "funds"), PlaceAt = placeAt, ServiceAt = serviceAt,
            Rules = RuleReader.Read(head.Piece("rules"), projects, projectAt),
        };
    }

    // What later goals chose is not proven by a certificate: its plan is not the best for the first alone.
    private Row? First(List<Row> goals) => goals.Count > 1 && _asked is null ? throw new UnreadableException("a certificate is about one goal, and the scenario states several") : goals.FirstOrDefault();

    private static Goal ReadGoal(Row? outcome, Row? measure) => new(
        outcome?.Word("kind", "attainment") switch { "benefit" => OutcomeKind.Benefit, "money" => OutcomeKind.Money, null or "attainment" => OutcomeKind.Attainment, var odd => throw new UnreadableException($"outcome {odd}") },
        outcome?.Yes("needWeighted") ?? false, measure?.Word("name", "atkinson") ?? "atkinson", measure?.DecimalOr("parameter", NamedMeasure.Usual(measure.Word("name", "atkinson"))) ?? 1, measure?.DecimalOr("shift", 0) ?? 0,
        measure?.Word("weights", "residents") switch { null or "residents" => true, "places" => false, var odd => throw new UnreadableException($"weights {odd}") });

    private Goal Asked(Goal own)
    {
        var name = _asked?.Name ?? own.Measure;
        return own with { Measure = name, Parameter = _asked?.Parameter ?? (name == own.Measure ? own.Parameter : NamedMeasure.Usual(name)) };
    }

    private static Fund ReadFund(Row r) => new(r.Id("id"), r.Whole("amount"), r.Word("kind", "") switch { "in-kind" => true, "cash" => false, _ => throw Bad(r, "kind") },
        new Scope { Districts = r.Ids("districts"), Neighbourhoods = r.Ids("neighbourhoods"), Sectors = r.Ids("sectors"), Services = r.Ids("services"), Projects = r.Ids("projects") },
        r.Has("match_pays") ? (r.Whole("match_pays"), r.Whole("match_for_every")) : null);

    private List<Row> Table(string name)
    {
        var inline = _root.EnumerateObject().Where(m => Spelling.Fold(m.Name) == name && m.Value.ValueKind != JsonValueKind.Null).ToArray();
        if (_files.Table(name) is not { } text) return [.. inline.SelectMany(m => m.Value.EnumerateArray()).Select((piece, i) => Row.Of(piece, $"{name}[{i}]"))];
        if (inline.Length > 0) throw new UnreadableException($"{name} stands in a file and in {ScenarioFiles.Head}");
        var records = Csv.Records(text, name + ".csv");
        if (records.Count == 0) throw new UnreadableException($"{name}.csv has no header");
        var columns = records[0].Select(Spelling.Fold).ToArray();
        var rows = new List<Row>(records.Count);
        for (var i = 1; i < records.Count; i++)
        {
            if (records[i].Length != columns.Length) throw new UnreadableException($"{name}.csv: record {i + 1} has {records[i].Length} cells, not {columns.Length}");
            var row = new Row($"{name}.csv record {i + 1}");
            for (var c = 0; c < columns.Length; c++) row.Put(columns[c], records[i][c]);
            rows.Add(row);
        }
        return rows;
    }

    public static int Look(Dictionary<string, int> at, Row row, string key) => at.TryGetValue(row.Id(key), out var found) ? found : throw Bad(row, key);

    private static decimal Positive(Row row, string key) => row.Decimal(key) is > 0 and var value ? value : throw Bad(row, key);

    private static Dictionary<string, int> At(IEnumerable<string> ids, string table)
    {
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in ids) if (!at.TryAdd(id, at.Count)) throw new UnreadableException($"{table}: {id} stands twice");
        return at;
    }

    private static UnreadableException Bad(Row row, string key) => new($"{row.Where}: {key} '{row.Text(key)}' makes no sense");
}
