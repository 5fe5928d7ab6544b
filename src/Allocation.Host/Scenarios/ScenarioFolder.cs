using System.Text;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>
/// Scenarios as folders: <c>scenario.json</c> with CSV tables beside it (format version 1, scenarios/README.md). A scenario that extends another states only its differences; it may
/// also be a single .json file of any name.
/// </summary>
public static class ScenarioFolder
{
    public const string FileName = "scenario.json";
    internal const string JsonEnd = ".json";
    private const string TableEnd = ".csv";
    // A chain of variants longer than this is a circle, or nobody could follow it.
    private const int LongestChain = 8;

    /// <summary>Reads a scenario from its folder or its scenario.json. Whatever is wrong is in the faults, all of it at once; nothing a file holds makes this throw.</summary>
    public static LoadedScenario Load(string path) => Load(path, 0);

    private static LoadedScenario Load(string path, int depth)
    {
        var reading = new Reading();
        var files = new List<SourceFile>();
        var (scenario, parent) = Place(path, reading) is var (folder, file) ? Read(folder, file, reading, files, depth) : (null, null);
        // A variant is named by its own bytes and its parent's name.
        if (parent is not null) files.Add(new SourceFile(FormatVariant.Extends, Encoding.UTF8.GetBytes(parent.Hash), null));
        PlacedFault[] above = parent is { Scenario: null } ? [.. parent.Faults.Select(f => f with { File = Path.GetRelativePath(FolderOf(path), Path.Combine(FolderOf(parent.Path), f.File)) })] : [];
        return new LoadedScenario(scenario, ScenarioHash.Of(files), path, [.. above, .. reading.Placed()]) { Parent = parent };
    }

    /// <summary>Writes a scenario so that <see cref="Load(string)"/> reads equal parts: scenario.json with the rules, a CSV file for every table that has rows.
    /// Files of other tables are removed. Holds for parts that <see cref="Scenario.Create"/> accepts, where a project that is not phased has one level with the project's own name.</summary>
    public static void Write(ScenarioParts parts, string folder) => ScenarioWriter.Write(parts, folder);

    private static string FolderOf(string path) => Path.GetFullPath(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!);

    private static (string Folder, string File)? Place(string path, Reading reading)
    {
        if (Directory.Exists(path)) return (path, FileName);
        var at = new Subject(path, -1, "", "");
        reading.Put(at, Spot.Start(path));
        if (!File.Exists(path)) reading.Add(Faults.NotFound, at, path);
        else if (path.EndsWith(JsonEnd, StringComparison.Ordinal)) return (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        else reading.Add(Faults.NotScenario, at, path);
        return null;
    }

    private static (Scenario?, LoadedScenario? Parent) Read(string folder, string file, Reading reading, List<SourceFile> files, int depth)
    {
        reading.Head = file;
        if (!File.Exists(Path.Combine(folder, file)))
        {
            reading.Add(Faults.NotScenario, new(file, -1, "", ""), folder);
            return (null, null);
        }
        var head = Text(folder, file, reading, files);
        var root = head is null ? null : JsonPieceReader.Read(head, reading);
        if (root?.Members.Find(m => Folding.Fold(m.Key) == FormatVariant.Extends) is { Value: { } extends }) return Variant(folder, file, root, extends, reading, depth);
        if (root is not null && file != FileName)
        {
            reading.Add(Faults.NotScenario, new(file, -1, "", ""), file);
            return (null, null);
        }
        var tables = Tables(folder, reading, files);
        return (root is null ? null : Made(new PartsReader(reading, root, tables).Read(), reading), null);
    }

    private static (Scenario?, LoadedScenario?) Variant(string folder, string file, JsonPiece root, JsonPiece extends, Reading reading, int depth)
    {
        // A variant's differences stand in its JSON; a table beside it would go unread.
        foreach (var name in file == FileName ? Names(folder, reading) : [])
        {
            var beside = new Subject(name, -1, "", "");
            reading.Put(beside, Spot.Start(name));
            reading.Add(Faults.UnknownTable, beside, name, ("near", Engine.Model.Text.Same("")));
        }
        var at = new Subject("scenario", -1, "", FormatVariant.Extends);
        reading.Put(at, extends.At);
        if (extends.Kind != System.Text.Json.JsonValueKind.String || extends.Text.Length == 0)
        {
            reading.Add(Faults.WrongShape, at, extends.Text, ("expected", new("نشانی پوشه یک سناریو", "the path of a scenario's folder")));
            return (null, null);
        }
        if (depth == LongestChain)
        {
            reading.Add(Faults.ExtendsCircle, at, extends.Text, ("limit", FaultKind.Number(LongestChain)));
            return (null, null);
        }
        var parent = Load(Path.Combine(folder, extends.Text), depth + 1);
        if (parent.Scenario is null) return (null, parent);
        return (Made(new VariantReader(reading, root, parent.Scenario.Parts).Read(), reading), parent);
    }

    private static Scenario? Made(ScenarioParts? parts, Reading reading)
    {
        if (parts is null) return null;
        var made = Scenario.Create(parts);
        reading.AddFound(made.Faults);
        return reading.HasErrors ? null : made.Value;
    }

    private static Dictionary<string, SourceFile> Tables(string folder, Reading reading, List<SourceFile> files)
    {
        var tables = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        string[] known = [.. FormatTables.All.Select(t => t.Name)];
        foreach (var name in Names(folder, reading))
        {
            var table = name[..^TableEnd.Length];
            if (known.Contains(table) && name.EndsWith(TableEnd, StringComparison.Ordinal))
            {
                if (Text(folder, name, reading, files) is { } file) tables[table] = file; else reading.Tear(table);
                continue;
            }
            var at = new Subject(name, -1, "", "");
            reading.Put(at, Spot.Start(name));
            reading.Add(Faults.UnknownTable, at, name, FaultKind.Near(table, known));
        }
        return tables;
    }

    private static string[] Names(string folder, Reading reading)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(f => f.EndsWith(TableEnd, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            reading.Add(Faults.Unreadable, new(folder, -1, "", ""), folder);
            return [];
        }
    }

    // A file that is UTF-8 text; what was read counts in the hash in any case.
    private static SourceFile? Text(string folder, string name, Reading reading, List<SourceFile> files)
    {
        if (SourceFile.Read(folder, name, reading) is not { } file) return null;
        files.Add(file);
        if (file.Text is not null) return file;
        reading.Add(Faults.NotUtf8, new(name, -1, "", ""), name);
        return null;
    }
}
