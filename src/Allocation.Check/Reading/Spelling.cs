using System.Text;

namespace Allocation.Check.Reading;

/// <summary>The spelling of ids, words and numbers as the scenario format folds it: Persian letter forms and digits, no marks, single spaces.</summary>
internal static class Spelling
{
    public static string Fold(string written)
    {
        if (written.All(c => c is > ' ' and <= '~')) return written;
        var folded = new StringBuilder(written.Length);
        foreach (var word in written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var before = folded.Length;
            if (before > 0) folded.Append(' ');
            foreach (var letter in word) if (!Silent(letter)) folded.Append(Plain(letter));
            // A word of marks alone leaves nothing behind, not even its space.
            if (before > 0 && folded.Length == before + 1) folded.Length = before;
        }
        return folded.ToString();
    }

    private static bool Silent(char c) =>
        c is '\u0640' or '\u0670' or '\u00AD' or '\u061C' or '\uFEFF' || (c >= '\u064B' && c <= '\u065F')
        || (c >= '\u06D6' && c <= '\u06ED' && c is not ('\u06DE' or '\u06E9')) || (c >= '\u200B' && c <= '\u200F') || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2060' && c <= '\u2069');

    private static char Plain(char c)
    {
        if (c is >= '\u06F0' and <= '\u06F9') return (char)(c - '\u06F0' + '0');
        if (c is >= '\u0660' and <= '\u0669') return (char)(c - '\u0660' + '0');
        return c switch
        {
            '\u064A' or '\u0649' or '\u06D2' => '\u06CC',
            '\u0643' or '\u06AA' => '\u06A9',
            '\u06C0' or '\u06C1' or '\u06BE' or '\u06D5' => '\u0647',
            _ => c,
        };
    }
}
