using System.Text;
using Allocation.Host.Scenarios;
using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>
/// Reads one .pb file, the format of the public library of participatory budgets (pabulib.org/format; Faliszewski et al. 2023, arXiv:2305.11035):
/// the sections META, PROJECTS and VOTES in this order. Whatever is wrong is in the faults, all of it at once; nothing a file holds makes this throw.
/// </summary>
internal static class PbReader
{
    public const long MostBytes = 256L * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static PbReading ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return Refused(name, PbFaults.NotFound, path);
            return file.Length > MostBytes ? Refused(name, PbFaults.Unreadable, name) : Read(name, File.ReadAllBytes(path));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Refused(name, PbFaults.Unreadable, name);
        }
    }

    public static PbReading Read(string name, ReadOnlySpan<byte> bytes)
    {
        try { return ReadText(name, Strict.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes)); }
        catch (DecoderFallbackException) { return Refused(name, PbFaults.NotUtf8, name); }
    }

    public static PbReading ReadText(string name, string text)
    {
        var log = new PbFaultLog(name);
        var sections = PbSections.Read(text, log);
        var meta = sections.Meta is null ? null : PbMeta.Read(sections.Meta, log);
        var projects = sections.Projects is null ? null : PbProjectRows.Read(sections.Projects, log);
        // Ballots make sense only beside projects and a vote type.
        var ballots = meta?.VoteType is { } type && projects is not null && sections.Votes is not null ? new PbBallotRows(meta, type, projects, log).Read(sections.Votes) : null;
        if (meta is not null && projects is not null && ballots is not null) PbRecount.Check(meta, projects, ballots, sections.Projects!, log);
        var election = log.HasErrors || meta is null || projects is null || ballots is null ? null : meta.Election(name, projects, ballots);
        return new(election, log.ToList());
    }

    private static PbReading Refused(string name, FaultKind kind, string value)
    {
        var log = new PbFaultLog(name);
        log.Add(kind, "", value, new PbCell("", 1, 1), ("limit", FaultKind.Number(MostBytes)));
        return new(null, log.ToList());
    }
}
