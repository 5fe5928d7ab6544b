using System.Globalization;
using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>What stands around every page: head, the way back to the list, and the same page in the other language.</summary>
internal static class Frame
{
    /// <param name="words">The page's language.</param>
    /// <param name="title">The title of the window; the page has its own h1.</param>
    /// <param name="here">This page's address after the language, with its query.</param>
    /// <param name="body">What stands inside main.</param>
    public static string Write(Words words, string title, string here, string body)
    {
        var (lang, other) = (Code(words), Words.In(words.Language == Language.Fa ? Language.En : Language.Fa));
        return $"""
            <!DOCTYPE html>
            <html lang="{lang}" dir="{(lang == "fa" ? "rtl" : "ltr")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{PageWriter.Escape(title)}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/assets/page.css">
            <script src="/assets/page.js" defer></script>
            <script src="/assets/serve.js" type="module"></script>
            </head>
            <body>
            <a class="skip" href="#{lang}-main" data-{lang}="{PageWriter.Escape(words.SkipToContent)}">{PageWriter.Escape(words.SkipToContent)}</a>
            <header class="bar served"><nav aria-label="{PageWriter.Escape(words.Scenarios)}"><a href="/{lang}/">{PageWriter.Escape(words.Scenarios)}</a></nav><a lang="{Code(other)}" hreflang="{Code(other)}" href="/{Code(other)}/{PageWriter.Escape(here)}">{other.LanguageName}</a></header>
            <main lang="{lang}" dir="{(lang == "fa" ? "rtl" : "ltr")}" id="{lang}-main" tabindex="-1" data-unreachable="{PageWriter.Escape(words.Unreachable)}" data-ambiguous="{PageWriter.Escape(Faults.AmbiguousNumber.Cure.In(words.Language))}">
            {body}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    public static string Code(Words words) => words.Language == Language.Fa ? "fa" : "en";

    /// <summary>Text that goes into a page.</summary>
    public static string Say(string text) => PageWriter.Escape(text);

    /// <summary>What the server finds wrong with a request appears here.</summary>
    public const string Trouble = "<div class=\"trouble\" role=\"alert\"></div>";

    /// <summary>A field with its label; the script reads <c>data-kind</c> to know what JSON it makes.</summary>
    public static string Field(string label, string id, string name, string attributes) =>
        $"<div class=\"field\"><label for=\"{Say(id)}\">{Say(label)}</label><input id=\"{Say(id)}\" name=\"{Say(name)}\" {attributes}></div>";

    /// <summary>A field for a number in the digits of any language; what it may be, and what is said of anything else, stands with it for the script.</summary>
    /// <param name="words">The page's language.</param>
    /// <param name="label">What is asked for.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">The key of the JSON.</param>
    /// <param name="kind">What the script makes of it.</param>
    /// <param name="least">The least that is taken.</param>
    /// <param name="most">The most; null = any whole number from <paramref name="least"/>.</param>
    /// <param name="attributes">More attributes.</param>
    public static string Number(Words words, string label, string id, string name, string kind, decimal least, decimal? most, string attributes = "")
    {
        var figures = words.Figures;
        var refused = most is { } top ? words.NumberBetween(figures.Exact(least), figures.Exact(top)) : words.WholeFrom(figures.Exact(least));
        // A field of the browser's own for numbers takes no Persian digits: whoever types them sees nothing happen.
        return Field(label, id, name, $"type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" data-kind=\"{kind}\" data-least=\"{Plain(least)}\" {(most is { } limit ? $"data-most=\"{Plain(limit)}\"" : "data-whole")} data-refused=\"{Say(refused)}\" {attributes}".TrimEnd());
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Paragraphs(string text) => new StringBuilder().AppendJoin('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{Say(line)}</p>")).ToString();
}
