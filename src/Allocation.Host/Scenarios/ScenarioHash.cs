using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Allocation.Host.Scenarios;

/// <summary>Names the exact bytes of a scenario: SHA-256 over name, "\n", length, "\n" and bytes of every file read, by ordinal order of names.</summary>
internal static class ScenarioHash
{
    public static string Of(IEnumerable<SourceFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Bytes.Length.ToString(CultureInfo.InvariantCulture)}\n"));
            hash.AppendData(file.Bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
