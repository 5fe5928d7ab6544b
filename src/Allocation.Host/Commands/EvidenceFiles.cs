using System.Text.Json;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Commands;

/// <summary>The files that <c>report</c> shows beside its results. What was named must be readable and of the results' scenarios; what merely lies in a result's folder is taken where it is.</summary>
internal sealed record EvidenceFiles(string[] Named, string? Map)
{
    /// <summary>Everything there is to show, or null after saying what is wrong.</summary>
    public Evidence? Read(IReadOnlyList<PlanView> views, IReadOnlyList<string> resultFolders, Words words, TextWriter error)
    {
        var hashes = views.Select(v => v.ScenarioHash).ToHashSet(StringComparer.Ordinal);
        var (evidence, good, seen) = (Evidence.None, true, new HashSet<string>(StringComparer.Ordinal));
        foreach (var path in Named)
        {
            // A folder is looked through; a file was meant.
            var meant = !Directory.Exists(path);
            foreach (var file in meant ? [path] : Json(path)) good &= Take(file, meant);
        }
        foreach (var file in resultFolders.SelectMany(Json)) Take(file, meant: false);
        if (Map is not null)
        {
            try { evidence = evidence with { Map = CityMap.Read(File.ReadAllText(Map)) }; }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
            {
                error.WriteLine(words.MapUnreadable(Map, words.Why(trouble)));
                good = false;
            }
        }
        return good ? evidence : null;

        bool Take(string file, bool meant)
        {
            if (!seen.Add(Path.GetFullPath(file))) return true;
            try
            {
                if (evidence.With(File.ReadAllText(file)) is not { } more) return Refuse(words.EvidenceUnknown(file, ""));
                if (!more.Scenarios.All(hashes.Contains)) return Refuse(words.EvidenceOther(file));
                evidence = more;
                return true;
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException) { return Refuse(words.EvidenceUnknown(file, words.Why(trouble))); }

            bool Refuse(string why)
            {
                if (meant) error.WriteLine(why);
                return !meant;
            }
        }
    }

    private static IEnumerable<string> Json(string folder) => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);
}
