using System.Globalization;
using System.Text;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Tests.Scenarios;

/// <summary>Bad folders that cannot be checked in (too large, links, not there), made from a good one. Each gives the path to load.</summary>
internal static class MadeFolders
{
    public static readonly IReadOnlyDictionary<string, Func<ScratchFolder, string>> All = new SortedDictionary<string, Func<ScratchFolder, string>>(StringComparer.Ordinal)
    {
        ["BA1001"] = folder => Path.Combine(folder.Path, "nowhere"),
        ["BA1004"] = folder =>
        {
            using var large = File.Create(Path.Combine(folder.Path, "stocks.csv"));
            large.SetLength(SourceFile.MostBytes + 1); // sparse: takes no room on the disk
            return folder.Path;
        },
        ["BA1008"] = folder => folder.With("scenario.json", LoadTests.Inline.Replace("\"rules\": [", "\"rules\": [" + string.Concat(Enumerable.Repeat("{},", FormatObjects.MostRules)), StringComparison.Ordinal)).Path,
        ["BA1012"] = folder =>
        {
            File.CreateSymbolicLink(Path.Combine(folder.Path, "stocks.csv"), Path.Combine(Path.GetTempPath(), "elsewhere.csv"));
            return folder.Path;
        },
        ["BA1013"] = folder =>
        {
            // A link to itself: there, and never to be read.
            File.CreateSymbolicLink(Path.Combine(folder.Path, "stocks.csv"), Path.Combine(folder.Path, "stocks.csv"));
            return folder.Path;
        },
        ["BA1014"] = folder => folder.With("scenario.json", LoadTests.Inline.Replace("One place\"", new string('x', Entry.LongestText + 1) + "\"", StringComparison.Ordinal)).Path,
        ["BA1015"] = folder => folder.With("stocks.csv", Rows("neighbourhood,service,amount", 600, i => string.Create(CultureInfo.InvariantCulture, $"*,green,x{i}"))).Path,
    };

    private static string Rows(string header, int count, Func<int, string> row)
    {
        var text = new StringBuilder(header).Append('\n');
        for (var i = 0; i < count; i++) text.Append(row(i)).Append('\n');
        return text.ToString();
    }
}
