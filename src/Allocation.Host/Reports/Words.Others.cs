namespace Allocation.Host.Reports;

// Sentences that come in English from where no words of ours are known: the check of certificates, which stands alone, and the parser of command lines.
internal abstract partial class Words
{
    /// <summary>The sentence in this language; as it is where its form is not known, such as a message of the operating system.</summary>
    public abstract string Other(string english);
    /// <summary>How to see what a verb takes.</summary>
    public abstract string HelpHint(string verb);
}

internal sealed partial class EnglishWords
{
    private static readonly SentenceForms s_clearer = new(new Dictionary<string, string>
    {
        ["Cannot parse argument '{0}' for option '{1}' as expected type '{2}'."] = "{1} is a number; '{0}' is none that it takes.",
    });

    public override string Other(string english) => s_clearer.Say(english, figure => figure) ?? english;
    public override string HelpHint(string verb) => $"Options: {verb} --help";
}

internal sealed partial class PersianWords
{
    private static readonly SentenceForms s_others = new(OthersInPersian.Sentences);

    public override string Other(string english) => s_others.Say(english, Kept) ?? PersianText.Isolated(english);
    public override string HelpHint(string verb) => $"راهنما: {PersianText.Isolated($"{verb} --help --lang fa".TrimStart())}";

    // A list whose items stand below each other, in quotes, becomes one in a sentence.
    private static string Kept(string figure) => figure.StartsWith('\n')
        ? string.Join("، ", figure.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(f => PersianText.Isolated(f.Trim('\'')))) : PersianText.Isolated(figure);
}
