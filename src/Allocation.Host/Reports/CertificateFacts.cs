using System.Security.Cryptography;
using Allocation.Host.Certificates;

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
                if (CertificateHead.Of(bytes) is not { } head) continue;
                found.Add(new(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(bytes)),
                    head.Hash == view.ScenarioHash && Math.Abs(head.Value - view.Measure.Value) <= SameValue * Math.Max(1, Math.Abs(view.Measure.Value))));
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { /* no certificate */ }
        }
        return found;
    }
}
