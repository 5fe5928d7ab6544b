using System.Text.RegularExpressions;

namespace Allocation.Engine.Tests.House;

/// <summary>
/// Which folders a folder may use, read from source: <c>using</c> directives, full names, and names that begin with a sibling's namespace
/// (<c>Measures.Exact</c>), which C# allows without any <c>using</c>.
/// </summary>
internal sealed partial class Layers(string space, IReadOnlyDictionary<string, string[]> mayUse)
{
    private readonly Regex _full = new($@"\b{Regex.Escape(space)}\.(?<folder>[A-Z]\w*)", RegexOptions.CultureInvariant);
    private readonly Regex _sibling = new($@"(?<![\w.])(?<folder>{string.Join('|', mayUse.Keys)})\.(?<type>[A-Z]\w*)", RegexOptions.CultureInvariant);

    /// <summary>What files use and may not, one sentence each. Files are given by folder (no nested folders) with their text.</summary>
    public IEnumerable<string> Violations(IReadOnlyList<(string Folder, string File, string Text)> files)
    {
        var types = files.SelectMany(f => Declared().Matches(Code(f.Text)).Select(m => (f.Folder, Type: m.Groups["name"].Value))).ToHashSet();
        foreach (var (folder, file, text) in files)
        {
            if (!mayUse.TryGetValue(folder, out var allowed)) { yield return $"{file}: the folder {folder} has no place in the order of layers"; continue; }
            var code = Code(text);
            var used = _full.Matches(code).Select(m => m.Groups["folder"].Value).Where(mayUse.ContainsKey)
                .Concat(_sibling.Matches(code).Where(m => types.Contains((m.Groups["folder"].Value, m.Groups["type"].Value))).Select(m => m.Groups["folder"].Value));
            foreach (var other in used.Distinct().Where(o => o != folder && !allowed.Contains(o))) yield return $"{file}: {folder} uses {other}";
        }
    }

    // Comments may speak of any layer.
    private static string Code(string text) => Comments().Replace(text, "");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b(class|record|struct|enum|interface|record struct)\s+(?<name>[A-Z]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
