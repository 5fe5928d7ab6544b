using System.Globalization;
using System.Text;
using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>Names as keys and as ids: two spellings of one place are one key; ids are short, lowercase and none stands twice.</summary>
internal sealed class Slugs
{
    private const int Longest = 40, LongestId = 100;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Lower case without the marks that European letters carry, one space for any run of white space: NOWA HUTA and Nowa Huta are one place.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
            if (!char.IsWhiteSpace(letter)) key.Append(Bare(letter));
            else if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
        return key.ToString().TrimEnd();
    }

    // A table of its own: the program runs without the system's normalisation data.
    private static char Bare(char letter) => letter switch
    {
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'č' => 'c',
        'ď' or 'đ' => 'd',
        'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ę' or 'ě' => 'e',
        'ğ' => 'g',
        'ì' or 'í' or 'î' or 'ï' or 'ī' or 'ı' => 'i',
        'ł' or 'ľ' => 'l',
        'ñ' or 'ń' or 'ň' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ő' or 'ø' or 'ō' => 'o',
        'ř' => 'r',
        'ś' or 'š' or 'ş' or 'ș' => 's',
        'ť' or 'ț' => 't',
        'ù' or 'ú' or 'û' or 'ü' or 'ű' or 'ů' or 'ū' => 'u',
        'ý' or 'ÿ' => 'y',
        'ź' or 'ż' or 'ž' => 'z',
        _ => letter,
    };

    /// <summary>An id made of a name: its letters and digits with hyphens between, at most 40 of them.</summary>
    public string Of(string name, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (var letter in Folding.Fold(Key(name)))
            if (char.IsLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        var cut = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
        // Words that the format keeps for itself.
        return Free(cut.Length == 0 || cut is "city" or "district" ? otherwise : cut);
    }

    /// <summary>An id as a file has it, after a prefix; only what no id may hold is changed.</summary>
    public string Exact(string prefix, string id)
    {
        var kept = new string([.. Folding.Fold(id).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is ';' or '؛' ? '_' : c)]);
        var whole = prefix + kept;
        if (whole.Length > LongestId - 10) whole = Folding.Fold(whole[..(LongestId - 10)]);
        return Free(whole is "" or "*" or "city" || whole.StartsWith("district:", StringComparison.Ordinal) ? "p-" + whole.Replace(':', '-') : whole);
    }

    private string Free(string wanted)
    {
        var id = wanted;
        for (var again = 2; !_taken.Add(id); again++) id = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{again}");
        return id;
    }
}
