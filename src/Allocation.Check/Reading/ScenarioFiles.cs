using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Allocation.Check.Reading;

/// <summary>The files of one scenario as bytes, by name, and the hash that names exactly them.</summary>
internal sealed class ScenarioFiles
{
    public const string Head = "scenario.json";
    private static readonly string[] Tables = ["districts", "sectors", "services", "neighbourhoods", "stocks", "needs", "projects", "levels", "outputs", "reach", "funds", "goals", "last_year"];
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public static ScenarioFiles In(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetFileName(path) == Head ? Path.GetDirectoryName(Path.GetFullPath(path))! : throw new UnreadableException($"{path} is not a scenario's folder");
        var files = new ScenarioFiles();
        foreach (var name in Tables.Select(t => t + ".csv").Append(Head))
            if (File.Exists(Path.Combine(folder, name))) files._files[name] = File.ReadAllBytes(Path.Combine(folder, name));
        return files._files.ContainsKey(Head) ? files : throw new UnreadableException($"{folder} has no {Head}");
    }

    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (name, bytes) in _files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\n{bytes.Length}\n")));
                hash.AppendData(bytes);
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    public static bool IsTable(string name) => Tables.Contains(name, StringComparer.Ordinal);

    public ReadOnlyMemory<byte> Json => _files[Head];

    /// <summary>The text of a table's file, or null where it has none.</summary>
    public string? Table(string name) => _files.TryGetValue(name + ".csv", out var bytes) ? Utf8(bytes, name) : null;

    private static string Utf8(byte[] bytes, string name)
    {
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes); }
        catch (DecoderFallbackException) { throw new UnreadableException($"{name}.csv is not UTF-8"); }
    }
}
