using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Scenarios as folders: <c>scenario.json</c> with CSV tables beside it (format version 1, scenarios/README.md).</summary>
public static class ScenarioFolder
{
    public const string FileName = "scenario.json";
    private const string TableEnd = ".csv";

    /// <summary>Reads a scenario from its folder or its scenario.json. Whatever is wrong is in the faults, all of it at once; nothing a file holds makes this throw.</summary>
    public static LoadedScenario Load(string path)
    {
        var reading = new Reading();
        var files = new List<SourceFile>();
        var scenario = Folder(path, reading) is { } folder ? Read(folder, reading, files) : null;
        return new LoadedScenario(scenario, ScenarioHash.Of(files), path, reading.Placed());
    }

    /// <summary>Writes a scenario so that <see cref="Load"/> reads equal parts: scenario.json with the rules, a CSV file for every table that has rows.
    /// Files of other tables are removed. Holds for parts that <see cref="Scenario.Create"/> accepts, where a project that is not phased has one level with the project's own name.</summary>
    public static void Write(ScenarioParts parts, string folder) => ScenarioWriter.Write(parts, folder);

    private static string? Folder(string path, Reading reading)
    {
        if (Directory.Exists(path)) return path;
        var at = new Subject(path, -1, "", "");
        reading.Put(at, Spot.Start(path));
        if (!File.Exists(path)) reading.Add(Faults.NotFound, at, path);
        else if (Path.GetFileName(path) == FileName) return Path.GetDirectoryName(Path.GetFullPath(path));
        else reading.Add(Faults.NotScenario, at, path);
        return null;
    }

    private static Scenario? Read(string folder, Reading reading, List<SourceFile> files)
    {
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            reading.Add(Faults.NotScenario, new(FileName, -1, "", ""), folder);
            return null;
        }
        var head = Text(folder, FileName, reading, files);
        var tables = Tables(folder, reading, files);
        if (head is null || JsonPieceReader.Read(head, reading) is not { } root) return null;
        if (new PartsReader(reading, root, tables).Read() is not { } parts) return null;
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
