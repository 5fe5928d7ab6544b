using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Allocation.Host.Reports;

/// <summary>A certificate beside a result: its file and hash, and whether it speaks of the result's scenario and value.</summary>
internal sealed record CertificateFacts(string File, string Sha256, bool OfThisPlan)
{
    // The value is written with fewer digits than the engine has.
    private const double SameValue = 1e-9;

    /// <summary>Every JSON file of a folder that is a certificate, by name. A file that is none, or cannot be read, is not one.</summary>
    public static IReadOnlyList<CertificateFacts> Beside(PlanView view, string folder)
    {
        var found = new List<CertificateFacts>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                var bytes = System.IO.File.ReadAllBytes(path);
                using var document = JsonDocument.Parse(bytes);
                var root = document.RootElement;
                if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("certificate", out _) || !root.TryGetProperty("hash", out var hash)) continue;
                var value = root.TryGetProperty("value", out var said) && double.TryParse(said.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : double.NaN;
                found.Add(new(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(bytes)),
                    hash.ToString() == view.ScenarioHash && Math.Abs(value - view.Measure.Value) <= SameValue * Math.Max(1, Math.Abs(view.Measure.Value))));
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException) { /* no certificate */ }
        }
        return found;
    }
}
