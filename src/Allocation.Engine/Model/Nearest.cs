namespace Allocation.Engine.Model;

/// <summary>Finds the name that a misspelt one most likely meant.</summary>
public static class Nearest
{
    // Long names are compared by their beginnings: enough to tell them apart, and a hostile input cannot make it slow.
    private const int Longest = 64, MostCandidates = 5000;

    /// <summary>The candidate nearest to <paramref name="name"/> by edit distance over folded spellings (the first of equals), or null where none is within a third of its length.</summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        var folded = Cut(Folding.Fold(name).ToLowerInvariant());
        if (folded.Length == 0) return null;
        var (best, least) = ((string?)null, Math.Max(1, folded.Length / 3) + 1);
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            var distance = Distance(folded, Cut(Folding.Fold(candidate).ToLowerInvariant()), least);
            if (distance < least) (best, least) = (candidate, distance);
        }
        return best;
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];

    /// <summary>Levenshtein's distance with swaps of neighbours as one edit (optimal string alignment), or <paramref name="enough"/> where it is at least that.</summary>
    private static int Distance(string a, string b, int enough)
    {
        if (Math.Abs(a.Length - b.Length) >= enough) return enough;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var edit = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + edit);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least >= enough) return enough;
            (before, last, row) = (last, row, before);
        }
        return Math.Min(last[b.Length], enough);
    }
}
