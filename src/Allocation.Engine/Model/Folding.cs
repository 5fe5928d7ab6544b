using System.Globalization;
using System.Text;

namespace Allocation.Engine.Model;

/// <summary>
/// Makes the many spellings of one Persian (or Latin) id the same: Arabic letter forms become Persian ones, Persian and Arabic digits become 0-9, vowel marks,
/// the tatweel, joiners and direction marks go, every run of white space is one space, and none stands at either end. Case is kept. Folding twice changes nothing.
/// Only ids, words of the format and numbers are folded; names keep their spelling.
/// </summary>
public static class Folding
{
    /// <summary>The folded spelling of <paramref name="text"/>.</summary>
    public static string Fold(string text)
    {
        if (IsPlain(text)) return text;
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter)) { space = true; continue; }
            if (IsMark(letter)) continue;
            if (space && folded.Length > 0) folded.Append(' ');
            space = false;
            folded.Append(Letter(letter));
        }
        return folded.ToString();
    }

    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter > '~' || letter < ' ') return false;
            if (letter == ' ' && (i == 0 || i == text.Length - 1 || text[i - 1] == ' ')) return false;
        }
        return true;
    }

    // Marks that change neither what a reader sees as a letter nor what the word means: vowels, tatweel, joiners, direction and soft hyphens.
    private static bool IsMark(char letter) => letter switch
    {
        >= '\u064B' and <= '\u065F' or '\u0670' or '\u0640' or '\u00AD' or '\u061C' or '\uFEFF' => true,
        >= '\u06D6' and <= '\u06ED' => char.GetUnicodeCategory(letter) != UnicodeCategory.OtherSymbol,
        >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u2069' => true,
        _ => false,
    };

    private static char Letter(char letter) => letter switch
    {
        '\u064A' or '\u0649' or '\u06D2' => '\u06CC',   // ي ى ے → ی
        '\u0643' or '\u06AA' => '\u06A9',               // ك ڪ → ک
        '\u06C0' or '\u06C1' or '\u06BE' or '\u06D5' => '\u0647', // ۀ ہ ھ ە → ه
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (letter - '\u06F0')),
        >= '\u0660' and <= '\u0669' => (char)('0' + (letter - '\u0660')),
        _ => letter,
    };
}
