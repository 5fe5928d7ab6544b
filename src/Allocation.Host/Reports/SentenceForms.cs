using System.Globalization;
using System.Text.RegularExpressions;

namespace Allocation.Host.Reports;

/// <summary>Sentences that others make in English, known by their form: words with holes {0}, {1}, … for figures and names. Each form has the same sentence in another language.</summary>
internal sealed partial class SentenceForms
{
    private readonly List<(Regex Form, int[] Holes, string Said)> _forms;

    /// <param name="said">The sentence for each form, with the same holes.</param>
    public SentenceForms(IReadOnlyDictionary<string, string> said) =>
        // What has more words of its own is tried first: "the row x is broken" before "x is broken".
        _forms = [.. said.OrderByDescending(s => Hole().Replace(s.Key, "").Length).Select(s => (Pattern(s.Key), Hole().Matches(s.Key).Select(h => int.Parse(h.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray(), s.Value))];

    /// <summary>The sentence in the other language; null where it has none of the forms.</summary>
    /// <param name="english">The sentence.</param>
    /// <param name="figure">What becomes of a figure or name.</param>
    public string? Say(string english, Func<string, string> figure)
    {
        foreach (var (form, holes, said) in _forms)
        {
            if (form.Match(english) is not { Success: true } found) continue;
            return Hole().Replace(said, hole => figure(found.Groups[1 + Array.IndexOf(holes, int.Parse(hole.Groups[1].Value, CultureInfo.InvariantCulture))].Value));
        }
        return null;
    }

    // Between holes stands the form, to the letter.
    private static Regex Pattern(string form) => new($"^{string.Join("(.*?)", Hole().Replace(form, "\u0001").Split('\u0001').Select(Regex.Escape))}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Hole();
}
