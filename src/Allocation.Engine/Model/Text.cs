namespace Allocation.Engine.Model;

/// <summary>The two languages the software speaks.</summary>
public enum Language { Fa, En }

/// <summary>A name or a sentence in Persian and in English. Either may stand in for the other; both are empty only where nothing needs to be said.</summary>
public sealed record Text(string Fa, string En)
{
    /// <summary>No words in either language: what may be left out, and was.</summary>
    public static readonly Text Nothing = new("", "");

    /// <summary>The same words in both languages, for ids and numbers.</summary>
    public static Text Same(string words) => new(words, words);

    /// <summary>The words in <paramref name="language"/>, or in the other language where that one is missing.</summary>
    public string In(Language language) => language switch
    {
        Language.Fa => Fa.Length > 0 ? Fa : En,
        _ => En.Length > 0 ? En : Fa,
    };
}

/// <summary>Where a figure comes from. A figure that nobody published says that it is synthetic.</summary>
public sealed record Provenance(string Source, bool Synthetic, string Date = "")
{
    public static readonly Provenance Unstated = new("", false);
}

/// <summary>The unit every amount of a scenario is counted in. <paramref name="Rials"/> is its worth in Iranian rials, or 0 where the currency is another.</summary>
public sealed record MoneyUnit(Text Name, long Rials);
