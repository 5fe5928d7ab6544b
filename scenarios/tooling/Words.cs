using Allocation.Engine.Model;

namespace Allocation.Scenarios;

/// <summary>Small pieces of both languages.</summary>
internal static class Words
{
    /// <summary>A whole number with Persian digits.</summary>
    public static string Persian(string digits) => new([.. digits.Select(d => char.IsAsciiDigit(d) ? (char)('۰' + (d - '0')) : d)]);

    /// <summary>A pattern with one place <c>{0}</c>, filled in both languages.</summary>
    public static Text Of(Text pattern, Text name) =>
        new(pattern.Fa.Replace("{0}", name.Fa, StringComparison.Ordinal), pattern.En.Replace("{0}", name.En, StringComparison.Ordinal));

    public static Provenance Invented(string what, string date = "") => new(what, true, date);
}
