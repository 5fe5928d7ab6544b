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
            <main lang="{lang}" dir="{(lang == "fa" ? "rtl" : "ltr")}" id="{lang}-main" tabindex="-1">
            {body}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    public static string Code(Words words) => words.Language == Language.Fa ? "fa" : "en";

    /// <summary>Text that goes into a page.</summary>
    public static string Say(string text) => PageWriter.Escape(text);

    /// <summary>A field with its label; the script reads <c>data-kind</c> to know what JSON it makes.</summary>
    public static string Field(string label, string id, string name, string attributes, string? hint = null) =>
        $"<div class=\"field\"><label for=\"{Say(id)}\">{Say(label)}</label><input id=\"{Say(id)}\" name=\"{Say(name)}\" {attributes}>{(hint is null ? "" : $"<span class=\"quiet\">{Say(hint)}</span>")}</div>";

    public static string Paragraphs(string text) => new StringBuilder().AppendJoin('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{Say(line)}</p>")).ToString();
}
