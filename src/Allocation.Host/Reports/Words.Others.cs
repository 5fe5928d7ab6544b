using System.Text.Json;

namespace Allocation.Host.Reports;

// Sentences that come in English from where no words of ours are known: the check of certificates, which stands alone, and the parser of command lines.
internal abstract partial class Words
{
    /// <summary>The sentence in this language; as it is where its form is not known, such as a message of the operating system.</summary>
    public abstract string Other(string english);
    /// <summary>How to see what a verb takes.</summary>
    public abstract string HelpHint(string verb);
    /// <summary>A word that is no verb, and the one that is perhaps meant.</summary>
    public abstract string NoSuchVerb(string word, string? nearest);
    public abstract string NoSuchFile { get; }
    public abstract string NotAllowed { get; }
    /// <summary>A file of ours that reads otherwise than it was written, from a line on.</summary>
    public abstract string BrokenAt(string line);

    /// <summary>Why a file could not be read or written, as a part of a sentence; the system's own words where nothing better is known.</summary>
    public string Why(Exception trouble) => trouble switch
    {
        FileNotFoundException or DirectoryNotFoundException => NoSuchFile,
        UnauthorizedAccessException => NotAllowed,
        JsonException { LineNumber: { } line } => BrokenAt(Figures.Whole(line + 1)),
        _ => Other(trouble.Message),
    };
}

internal sealed partial class EnglishWords
{
    private static readonly SentenceForms s_clearer = new(new Dictionary<string, string>
    {
        ["Cannot parse argument '{0}' for option '{1}' as expected type '{2}'."] = "{1} is a number; '{0}' is none that it takes.",
        ["The file '{0}' already exists."] = "a file of that name stands there.",
    });

    public override string Other(string english) => s_clearer.Say(english, figure => figure) ?? english;
    public override string HelpHint(string verb) => $"Options: {$"{verb} --help".TrimStart()}";
    public override string NoSuchVerb(string word, string? nearest) => nearest is null ? $"There is no verb '{word}'." : $"There is no verb '{word}'. Did you mean '{nearest}'?";
    public override string NoSuchFile => "there is no such file or folder.";
    public override string NotAllowed => "it is not allowed. Check the permissions, and that it is not a folder where a file is meant.";
    public override string BrokenAt(string line) => $"it is not what was expected from line {line} on.";
}

internal sealed partial class PersianWords
{
    private static readonly SentenceForms s_others = new(OthersInPersian.Sentences);

    public override string Other(string english) => s_others.Say(english, Kept) ?? PersianText.Isolated(english);
    public override string HelpHint(string verb) => $"راهنما: {PersianText.Isolated($"{verb} --help --lang fa".TrimStart())}";
    public override string NoSuchVerb(string word, string? nearest) =>
        nearest is null ? $"دستوری به نام {Quoted(PersianText.Isolated(word))} نیست." : $"دستوری به نام {Quoted(PersianText.Isolated(word))} نیست. آیا {Quoted(PersianText.Isolated(nearest))} منظور بود؟";
    public override string NoSuchFile => "چنین پرونده یا پوشه‌ای نیست.";
    public override string NotAllowed => "اجازه آن داده نشد. دسترسی‌ها را ببینید، و این که جای پرونده نام پوشه نداده باشید.";
    public override string BrokenAt(string line) => $"از سطر {line} به بعد آن نیست که باید باشد.";

    // A list whose items stand below each other, in quotes, becomes one in a sentence.
    private static string Kept(string figure) => figure.StartsWith('\n')
        ? string.Join("، ", figure.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(f => PersianText.Isolated(f.Trim('\'')))) : PersianText.Isolated(figure);
}
