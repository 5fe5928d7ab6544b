using System.IO.Compression;
using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Allocation.Host.Serving;

/// <summary>
/// A scenario that is handed in: one zip file, or a scenario.json with its tables. Of every file only its last name counts, in small letters, and only scenario.json and .csv files are taken; what is too large,
/// has two files of one name, or would replace a folder that is there, is refused. A scenario with faults is kept: its page says where they are.
/// </summary>
internal sealed class Uploads(Shelf shelf)
{
    public const long LargestUpload = 8 * 1024 * 1024, LargestUnpacked = 32 * 1024 * 1024;
    public const int MostFiles = 40, LongestName = 60;
    private const string Nameless = "uploaded";

    /// <summary>
    /// Lets one endpoint take larger bodies than the others. Above what is taken there is room for bodies that are read to their end only to be refused in words: where the server hangs up on a
    /// body, whoever sends it may never see why.
    /// </summary>
    internal sealed class Limit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => 8 * LargestUpload;
    }

    private static readonly FormOptions s_form = new() { MultipartBodyLengthLimit = LargestUpload };

    /// <summary>The scenario's name in addresses, or why it was not taken.</summary>
    public async Task<(string? Key, ProblemHttpResult? Problem)> Take(HttpRequest request)
    {
        try
        {
            if (!request.HasFormContentType) return Refused(w => w.UploadNoScenario);
            if (request.ContentLength > LargestUpload) return TooLarge();
            var form = await request.ReadFormAsync(s_form, request.HttpContext.RequestAborted).ConfigureAwait(false);
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            var left = LargestUnpacked;
            var named = "";
            foreach (var file in form.Files)
            {
                await using var stream = file.OpenReadStream();
                if (!file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                {
                    if (Add(files, file.FileName, stream, ref left) is { } no) return no;
                    continue;
                }
                named = Path.GetFileNameWithoutExtension(LastOf(file.FileName));
                // Read whole: what only looks like a zip file is sought through beyond its ends.
                using var whole = new MemoryStream();
                await stream.CopyToAsync(whole, request.HttpContext.RequestAborted).ConfigureAwait(false);
                using var zip = new ZipArchive(whole, ZipArchiveMode.Read);
                foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0 && !IsOfTheMac(e.FullName)))
                {
                    await using var content = await entry.OpenAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
                    if (Add(files, entry.FullName, content, ref left) is { } no) return no;
                }
            }
            return files.ContainsKey(ScenarioFolder.FileName) ? Keep(files, named) : Refused(w => w.UploadNoScenario);
        }
        catch (InvalidDataException) { return Refused(w => w.UploadTooLarge); }
        catch (BadHttpRequestException trouble) { return Refused(w => w.UploadTooLarge, trouble.StatusCode); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { return (null, Problems.Of(StatusCodes.Status403Forbidden, Reports.Words.Both(w => w.CannotWrite(w.Scenarios, w.Why(trouble))))); }
    }

    private static (string?, ProblemHttpResult?)? Add(Dictionary<string, byte[]> files, string path, Stream from, ref long left)
    {
        // A scenario's own files are named in small letters.
        var name = LastOf(path).ToLowerInvariant();
        if (name != ScenarioFolder.FileName && !name.EndsWith(".csv", StringComparison.Ordinal)) return null;
        using var bytes = new MemoryStream();
        var part = new byte[64 * 1024];
        // What a zip file says of its sizes is not believed: what comes out is counted.
        for (int read; (read = from.Read(part)) > 0;)
        {
            left -= read;
            if (left < 0) return TooLarge();
            bytes.Write(part, 0, read);
        }
        if (files.Count == MostFiles || name.Length > LongestName) return TooLarge();
        return files.TryAdd(name, bytes.ToArray()) ? null : Refused(w => w.UploadTwice(name));
    }

    // What a Mac packs beside every file, under the same name, is no part of a scenario.
    private static bool IsOfTheMac(string path) => path.Split('/', '\\') is var parts && (parts[0] == "__MACOSX" || parts[^1].StartsWith("._", StringComparison.Ordinal));

    // The name that a folder gets is made of letters, digits and hyphens alone, of any script: it cannot lead anywhere.
    private (string?, ProblemHttpResult?) Keep(Dictionary<string, byte[]> files, string named)
    {
        var key = string.Concat(named.Normalize(NormalizationForm.FormC).ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
        key = key[..Math.Min(key.Length, LongestName)].Trim('-');
        // Nobody can rename what has no name: the next number is free.
        if (key.Length == 0) key = Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? Nameless : $"{Nameless}-{i}").First(k => !IsThere(k));
        var folder = Path.Combine(shelf.Root, key);
        if (IsThere(key)) return Refused(w => w.UploadExists(key), StatusCodes.Status409Conflict);
        var staged = Directory.CreateDirectory(Path.Combine(shelf.Root, $".{key}-{Guid.NewGuid():N}"));
        try
        {
            foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(staged.FullName, name), bytes);
            staged.MoveTo(folder);
            return (key, null);
        }
        catch
        {
            if (Directory.Exists(staged.FullName)) staged.Delete(recursive: true);
            throw;
        }
    }

    private bool IsThere(string key) => Path.Combine(shelf.Root, key) is var at && (Directory.Exists(at) || File.Exists(at));

    private static string LastOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static (string?, ProblemHttpResult?) TooLarge() => Refused(w => w.UploadTooLarge, StatusCodes.Status413PayloadTooLarge);

    private static (string?, ProblemHttpResult?) Refused(Func<Reports.Words, string> why, int status = StatusCodes.Status400BadRequest) => (null, Problems.Of(status, Reports.Words.Both(why)));
}
