namespace Allocation.Engine.Tests.House;

/// <summary>The files of this repository, as a clone has them: what a build makes is left out.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", ".git", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", ".vs", ".idea", "node_modules"];
    private static readonly string[] Written = [".cs", ".csproj", ".props", ".slnx", ".md", ".sh", ".json", ".yml", ".config", ".editorconfig", ".lp", ".jsonc", ""];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Every hand-written text file, by its path from the root with forward slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Files() => Under(Root)
        .Where(f => Written.Contains(Path.GetExtension(f), StringComparer.Ordinal) && Path.GetFileName(f) != "packages.lock.json")
        .Order(StringComparer.Ordinal)
        .Select(f => (Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)));

    private static IEnumerable<string> Under(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !Made.Contains(Path.GetFileName(d), StringComparer.Ordinal)).SelectMany(Under));

    private static string Find(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Allocation.slnx"))) return at.FullName;
        throw new InvalidOperationException($"No Allocation.slnx above {from}.");
    }
}
