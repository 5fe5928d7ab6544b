using System.Text.Json;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Serving;

/// <summary>A scenario of the served folder: its name in addresses and its path inside the folder ("." = the folder itself).</summary>
internal sealed record ShelfEntry(string Key, string Path);

/// <summary>
/// The folder that is served. Addresses never become paths: a name is looked up among what the folder was found to hold, and a link that leads out of it, or a variant that
/// rests on something outside, is not shown.
/// </summary>
internal sealed class Shelf(string folder)
{
    private const long LargestVariant = 1024 * 1024;

    public string Root { get; } = Real(new DirectoryInfo(folder));

    /// <summary>Folders with a scenario.json and single-file variants, by name.</summary>
    public IReadOnlyList<ShelfEntry> Entries()
    {
        var found = new List<ShelfEntry>();
        if (File.Exists(Path.Combine(Root, ScenarioFolder.FileName))) found.Add(new(Path.GetFileName(Root), "."));
        foreach (var entry in new DirectoryInfo(Root).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
            if (!entry.Name.StartsWith('.') && Inside(Real(entry)) && IsScenario(entry)) found.Add(new(entry.Name, entry.Name));
        return found;
    }

    public ShelfEntry? Find(string key) => Entries().FirstOrDefault(e => string.Equals(e.Key, key, StringComparison.Ordinal));

    /// <summary>What an entry holds; null where it rests on something outside the folder.</summary>
    public LoadedScenario? Load(ShelfEntry entry)
    {
        var loaded = ScenarioFolder.Load(Path.Combine(Root, entry.Path));
        for (var at = loaded.Parent; at is not null; at = at.Parent)
            if (!Inside(Real(Directory.Exists(at.Path) ? new DirectoryInfo(at.Path) : new FileInfo(at.Path)))) return null;
        return loaded;
    }

    private bool Inside(string path) => path == Root || path.StartsWith(Path.TrimEndingDirectorySeparator(Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Real(FileSystemInfo entry)
    {
        try { return Path.TrimEndingDirectorySeparator((entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry).FullName); }
        catch (IOException) { return ""; } // a link that leads in a circle leads nowhere
    }

    private static bool IsScenario(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo folder) return File.Exists(Path.Combine(folder.FullName, ScenarioFolder.FileName));
        if (entry is not FileInfo { Length: > 0 and <= LargestVariant } file || file.Name == ScenarioFolder.FileName || !file.Name.EndsWith(ScenarioFolder.JsonEnd, StringComparison.Ordinal)) return false;
        try
        {
            using var stream = file.OpenRead();
            using var json = JsonDocument.Parse(stream);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(FormatVariant.Extends, out _);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException) { return false; }
    }
}
