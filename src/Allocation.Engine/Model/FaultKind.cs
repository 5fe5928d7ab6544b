using System.Globalization;
using System.Text;

namespace Allocation.Engine.Model;

/// <summary>
/// One thing that can be wrong: its code and its wording, with places in braces to fill. <c>{value}</c>, <c>{id}</c>, <c>{field}</c> and <c>{table}</c> are always filled;
/// the others are given with each fault. What is filled in is never read for braces again.
/// </summary>
public sealed record FaultKind(string Code, Severity Severity, Text Message, Text Cure)
{
    /// <summary>Values are echoed up to this many characters.</summary>
    private const int Echoed = 80;

    public Fault At(Subject subject, string value, params (string Name, Text Words)[] fill)
    {
        var shown = Shown(value);
        (string, Text)[] all =
        [
            ("value", Text.Same(shown)), ("id", Text.Same(Shown(subject.Id))), ("field", Text.Same(subject.Field)), ("table", Text.Same(subject.Table)), .. fill,
        ];
        return new Fault(Code, subject, shown, Filled(Message, all), Filled(Cure, all)) { Severity = Severity };
    }

    /// <summary>A number as each language writes it.</summary>
    public static Text Number(decimal value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return new(new string([.. digits.Select(d => char.IsAsciiDigit(d) ? (char)('۰' + (d - '0')) : d == '.' ? '٫' : d)]), digits);
    }

    /// <summary>"Perhaps … is meant." where a near name is known, else nothing.</summary>
    public static (string, Text) Near(string value, IEnumerable<string> candidates) => ("near", Nearest.To(value, candidates) is { } near
        ? new($"شاید منظور «{Isolated(Shown(near))}» است. ", $"Perhaps \"{Shown(near)}\" is meant. ")
        : Text.Same(""));

    private static Text Filled(Text template, (string Name, Text Words)[] fill) => new(
        Fill(template.Fa, name => name == "near" ? Words(name, fill).Fa : Isolated(Words(name, fill).Fa)), Fill(template.En, name => Words(name, fill).En));

    private static Text Words(string name, (string Name, Text Words)[] fill) => fill.First(f => f.Name == name).Words;

    // One pass over the template, so that a value that holds braces stays as it is.
    private static string Fill(string template, Func<string, string> words)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0) return filled.Append(template, at, template.Length - at).ToString();
            var close = template.IndexOf('}', open);
            filled.Append(template, at, open - at).Append(words(template[(open + 1)..close]));
            at = close + 1;
        }
        return filled.ToString();
    }

    // Latin ids and numbers inside a Persian sentence keep their own direction between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
    private static string Isolated(string words) => words.Any(char.IsAsciiLetter) || words.Any(char.IsAsciiDigit) ? $"\u2068{words}\u2069" : words;

    // Control and direction characters of a hostile value would reorder the sentence around it.
    private static string Shown(string value)
    {
        var shown = new string([.. value.Take(Echoed + 1).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '�' : c)]);
        return shown.Length <= Echoed ? shown : shown[..Echoed] + "…";
    }
}
