using System.Text;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>One file of a scenario, read whole: the bytes that are hashed, and the text without its byte order mark (null where it is not UTF-8).</summary>
internal sealed record SourceFile(string Name, byte[] Bytes, string? Text)
{
    /// <summary>Of a table; scenario.json may have a quarter of it.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes after the byte order mark.</summary>
    public ReadOnlyMemory<byte> Body => Bytes.AsMemory(Mark(Bytes));

    /// <summary>Reads a file inside <paramref name="folder"/>, or says why not. A file without a length (a device, a pipe) is never opened.</summary>
    public static SourceFile? Read(string folder, string name, Reading reading)
    {
        var at = new Subject(name, -1, "", "");
        var most = name.EndsWith(ScenarioFolder.JsonEnd, StringComparison.Ordinal) ? MostBytes / 4 : MostBytes;
        reading.Put(at, Spot.Start(name));
        try
        {
            var file = new FileInfo(Path.Combine(folder, name));
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            if (target is null || !Inside(folder, target.FullName)) return Refused(Faults.LinkOutside);
            if (!target.Exists) return Refused(Faults.NotFound);
            if (target.Length == 0) return Refused(Faults.EmptyFile);
            if (target.Length > most) return Refused(Faults.FileTooLarge);
            using var stream = target.OpenRead();
            var bytes = new byte[target.Length];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return new SourceFile(name, bytes[..length], Decoded(bytes.AsSpan(0, length)));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return Refused(Faults.Unreadable);
        }

        SourceFile? Refused(FaultKind kind)
        {
            reading.Add(kind, at, name, ("limit", FaultKind.Number(most)));
            return null;
        }
    }

    private static bool Inside(string folder, string path)
    {
        var whole = Path.GetFullPath(folder);
        // The root itself ends in a separator.
        return path.StartsWith(Path.EndsInDirectorySeparator(whole) ? whole : whole + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private static int Mark(ReadOnlySpan<byte> bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;

    private static string? Decoded(ReadOnlySpan<byte> bytes)
    {
        try { return Strict.GetString(bytes[Mark(bytes)..]); }
        catch (DecoderFallbackException) { return null; }
    }
}
