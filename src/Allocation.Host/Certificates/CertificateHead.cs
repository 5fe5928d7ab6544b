using System.Globalization;
using System.Text.Json;

namespace Allocation.Host.Certificates;

/// <summary>What tells a certificate from any other file, and which answer it is about; its proof is not looked into.</summary>
/// <param name="Hash">Of the scenario's files, as it says.</param>
/// <param name="Value">Of the plan, as it says; NaN where it says none.</param>
internal sealed record CertificateHead(string Hash, double Value)
{
    /// <summary>Null where the bytes are something else.</summary>
    public static CertificateHead? Of(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = CertificateFile.MostNested + 10 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("certificate", out _) || !root.TryGetProperty("hash", out var hash) || !root.TryGetProperty("proof", out _)) return null;
            return new(hash.ToString(), root.TryGetProperty("value", out var said) && double.TryParse(said.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN);
        }
        catch (JsonException) { return null; }
    }
}
