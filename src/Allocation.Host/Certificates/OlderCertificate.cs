using Allocation.Host.Reports;

namespace Allocation.Host.Certificates;

/// <summary>
/// What stands where a certificate is to be written. An older certificate is removed before the search: where none takes its place, because there is no plan, nothing proves it or the process is ended, it would be taken
/// for one of the new answer. Whatever else stands there is left alone.
/// </summary>
internal static class OlderCertificate
{
    /// <summary>Makes way for a certificate; why it cannot, or null. Empty files and devices hold nothing and are written to.</summary>
    /// <param name="file">Where the certificate is to be written.</param>
    /// <param name="words">What a reason is said in.</param>
    /// <param name="removed">Whether an older certificate was there.</param>
    public static string? Remove(string file, Words words, out bool removed)
    {
        removed = false;
        try
        {
            if (Directory.Exists(file)) return words.NotACertificate(file);
            if (new FileInfo(file) is not { Exists: true, Length: > 0 }) return null;
            if (CertificateHead.Of(File.ReadAllBytes(file)) is null) return words.NotACertificate(file);
            File.Delete(file);
            removed = true;
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { return words.CannotWrite(file, words.Why(trouble)); }
    }
}
