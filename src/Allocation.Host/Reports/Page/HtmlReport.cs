using System.Globalization;
using System.Reflection;
using System.Text;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Page;

/// <summary>
/// One file for the council: every word, figure, chart, script and the font are in it, and nothing is loaded from elsewhere. Persian and English stand side by side with a
/// switch. Same results, same bytes.
/// </summary>
internal static class HtmlReport
{
    /// <summary>More options than these cannot be compared on one page.</summary>
    public const int MostOptions = 4;

    /// <param name="options">One to <see cref="MostOptions"/> results.</param>
    /// <param name="first">The language that is open.</param>
    /// <param name="evidence">What else was computed.</param>
    /// <param name="against">Which option the others are compared with, from 0.</param>
    public static string Write(IReadOnlyList<PlanView> options, Language first, Evidence? evidence = null, int against = 0)
    {
        Words[] languages = [Words.In(Language.Fa), Words.In(Language.En)];
        var body = new StringBuilder();
        foreach (var words in languages)
        {
            var lang = words.Language == Language.Fa ? "fa" : "en";
            body.Append(CultureInfo.InvariantCulture, $"<main lang=\"{lang}\" dir=\"{(lang == "fa" ? "rtl" : "ltr")}\" id=\"{lang}-main\"{(words.Language == first ? "" : " hidden")}>\n{Inside(options, words, evidence ?? Evidence.None, against)}</main>\n");
        }
        var open = Words.In(first);
        return Document(open, Heading(options, open), Switch(languages, first) + body, script: true);
    }

    /// <summary>What the page is about, for the title of its window: a plan, or so many options, with city and year.</summary>
    public static string Heading(IReadOnlyList<PlanView> options, Words words) => words.Heading(Name(options, words), options[0].City.In(words.Language), options[0].FiscalYear);

    private static string Name(IReadOnlyList<PlanView> options, Words words) => options.Count == 1 ? options[0].Name.In(words.Language) : words.OptionsCompared(words.Figures.Whole(options.Count));

    /// <summary>All that the page says in one language; <see cref="PageWriter"/>'s ids and the page's script hold it together.</summary>
    /// <param name="views">One to <see cref="MostOptions"/> results.</param>
    /// <param name="words">The language.</param>
    /// <param name="evidence">What else was computed.</param>
    /// <param name="against">Which option the others are compared with, from 0.</param>
    /// <param name="choose">Writes what a reader can compare with, where the page is served.</param>
    /// <param name="ask">Writes what a reader can ask, where the page is served.</param>
    public static string Inside(IReadOnlyList<PlanView> views, Words words, Evidence evidence, int against = 0, Action<PageWriter>? choose = null, Action<PageWriter>? ask = null)
    {
        var page = new PageWriter(words);
        (string Label, PlanWords Plan)[] options = [.. views.Select((v, i) => (words.Option(words.Figures.Whole(i + 1)), new PlanWords(v, words)))];
        var (first, several) = (options[0].Plan, options.Length > 1);
        page.Raw($"<h1>{PageWriter.Escape(Name(views, words))}</h1>");
        page.Paragraph(words.CityYear(first.Name(first.View.City), words.Figures.Spelled(first.View.FiscalYear)), "quiet");
        OptionSections[] sections = [.. options.Select((o, i) => new OptionSections(page, o.Plan, $"o{Number(i + 1)}", evidence.Map))];
        var list = new OptionList(page, options);
        // What the figures rest on comes before the figures.
        foreach (var line in list.Together(p => [$"{p.DataLine} {p.Name(p.View.Notes)}".Trim()])) page.Paragraph(line, "data");
        if (several) list.Write();
        else sections[0].Answer();
        page.Paragraph($"{first.OutcomeLine} {words.AmountsIn(first.Unit)}{(views.Any(v => v.Totals.CityWide > 0) ? $" {words.PlacedText}" : "")}", "quiet");
        page.Contents();
        var city = new CitySections(page, options);
        var more = new EvidenceSections(page, options, evidence);
        if (several)
        {
            new Comparison(page, options, against).Write(choose);
            more.TradeOff();
            more.Costs();
            city.Neighbourhoods();
            city.Unanswered();
            city.Projects();
            more.Whys();
            ask?.Invoke(page);
            for (var i = 0; i < options.Length; i++)
            {
                var at = i;
                page.Details(words.AllOf(options[at].Label), () => Sections(sections[at]), $"{page.Prefix}-all-{Number(at + 1)}", "option");
            }
        }
        else
        {
            sections[0].Levels();
            sections[0].Places();
            sections[0].Equity();
            sections[0].Map();
            sections[0].Flows();
            more.TradeOff();
            more.Costs();
            city.Neighbourhoods();
            city.Unanswered();
            city.Projects();
            more.Whys();
            ask?.Invoke(page);
            sections[0].Tables();
        }
        page.Heading(words.AboutTitle, "about");
        foreach (var (label, plan) in options)
        {
            var made = words.AboutSentence(plan.View.Scenario, plan.View.ScenarioHash, plan.View.EngineVersion, plan.View.Engine);
            page.Paragraph(several ? $"{label}: {made}" : made, "quiet");
        }
        page.Paragraph(words.AboutMethod);
        return page.ToString();
    }

    private static void Sections(OptionSections sections)
    {
        sections.Levels();
        sections.Places();
        sections.Equity();
        sections.Map();
        sections.Flows();
        sections.Tables();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Switch(IEnumerable<Words> languages, Language first) =>
        $"<a class=\"skip\" href=\"#{(first == Language.Fa ? "fa" : "en")}-main\"{string.Concat(languages.Select(w => $" data-{(w.Language == Language.Fa ? "fa" : "en")}=\"{PageWriter.Escape(w.SkipToContent)}\""))}>{PageWriter.Escape(Words.In(first).SkipToContent)}</a><header class=\"bar\">{string.Concat(languages.Select(w => $"<button type=\"button\" lang=\"{(w.Language == Language.Fa ? "fa" : "en")}\" data-lang=\"{(w.Language == Language.Fa ? "fa" : "en")}\" aria-pressed=\"{(w.Language == first ? "true" : "false")}\">{w.LanguageName}</button>"))}</header>\n";

    /// <summary>A page around its body, with font, style and, where asked, script inside; <paramref name="sheet"/> is more style.</summary>
    public static string Document(Words words, string title, string body, bool script, string sheet = "")
    {
        return $"""
            <!DOCTYPE html>
            <html lang="{(words.Language == Language.Fa ? "fa" : "en")}" dir="{(words.Language == Language.Fa ? "rtl" : "ltr")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">
            <title>{PageWriter.Escape(title)}</title>
            <style>{Style()}{sheet}</style>
            </head>
            <body>
            {body}{(script ? $"<script>{Encoding.UTF8.GetString(Resource("page.js"))}</script>\n" : "")}</body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>The style with its fonts inside. Two weights of their own, not one font that varies: only those are printed as fonts and not as drawings of letters.</summary>
    public static string Style()
    {
        string Font(string name) => DataUri + Convert.ToBase64String(Resource(name));
        return StyleWith(Font("Vazirmatn.woff2"), Font("Vazirmatn-Bold.woff2"));
    }

    /// <summary>The style with its fonts at two addresses.</summary>
    public static string StyleWith(string font, string bold) => Encoding.UTF8.GetString(Resource("page.css"))
        .Replace($"{DataUri}{{font}}", font, StringComparison.Ordinal).Replace($"{DataUri}{{bold}}", bold, StringComparison.Ordinal);

    private const string DataUri = "data:font/woff2;base64,";

    public static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Allocation.Host.Reports.Page.{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
