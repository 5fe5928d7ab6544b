using System.Globalization;
using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Reports.Charts;

namespace Allocation.Host.Reports.Page;

/// <summary>What every section of a page needs: the text so far, the words, ids that are unique on the page, and how charts speak.</summary>
internal sealed class PageWriter(Words words)
{
    private readonly StringBuilder _html = new();
    private int _charts;

    public Words Words => words;
    public string Prefix { get; } = words.Language == Language.Fa ? "fa" : "en";

    public ChartStyle Style(int decimals) => new(words.Language == Language.Fa, value => words.Figures.Fixed((decimal)value, decimals));

    /// <summary>The address of a neighbourhood's part; <c>#place-ID</c> leads there too, in whichever language is open.</summary>
    public string PlaceId(string place) => $"{Prefix}-place-{place}";

    /// <summary>The address of a project's row; <c>#project-ID</c> leads there too.</summary>
    public string ProjectId(string project) => $"{Prefix}-project-{project}";

    public void Heading(string text, string? id = null) => Raw($"<h2{(id is null ? "" : $" id=\"{Prefix}-{id}\"")}>{Escape(text)}</h2>");
    public void Subheading(string text) => Raw($"<h3>{Escape(text)}</h3>");
    public void Paragraph(string text, string? style = null) => Raw($"<p{(style is null ? "" : $" class=\"{style}\"")}>{Escape(text)}</p>");
    public void Table(HtmlTable table, bool sortable = false, bool findable = false, bool download = true) => Raw(table.Write(words, sortable, findable, download));

    /// <summary>A chart under the sentence it proves, and its table.</summary>
    /// <param name="finding">One sentence: what the chart shows.</param>
    /// <param name="draw">Draws with an id that is unique on the page.</param>
    /// <param name="table">The same figures.</param>
    public void Figure(string finding, Func<string, string> draw, HtmlTable table)
    {
        _charts++;
        // On a small screen the picture scrolls inside its frame instead of becoming illegible.
        Raw($"<figure><figcaption>{Escape(finding)}</figcaption><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{Escape(words.Chart)} {_charts.ToString(CultureInfo.InvariantCulture)}\">{draw($"{Prefix}-chart{_charts.ToString(CultureInfo.InvariantCulture)}")}</div></figure>");
        Details(words.TableOfChart, () => Table(table));
    }

    public void Details(string summary, Action inside, string? id = null, string? style = null)
    {
        Raw($"<details{(id is null ? "" : $" id=\"{id}\"")}{(id is null && style is null ? "" : $" class=\"{style ?? "place"}\"")}><summary>{Escape(summary)}</summary>");
        inside();
        Raw("</details>");
    }

    public void Raw(string html) => _html.Append(html).Append('\n');

    public override string ToString() => _html.ToString();

    public static string Escape(string text) => HtmlTable.Escape(text);
}
