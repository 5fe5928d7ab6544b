using System.Globalization;
using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Reports.Charts;

namespace Allocation.Host.Reports.Page;

/// <summary>What every section of a page needs: the text so far, the words, ids that are unique on the page, and how charts speak.</summary>
internal sealed class PageWriter(Words words)
{
    private readonly StringBuilder _html = new();
    private readonly List<(string Id, string Title)> _contents = [];
    private int _charts;
    private int _inside;
    private int? _contentsAt;

    public Words Words => words;
    /// <summary>How every heading is marked; null = not at all.</summary>
    public Func<string, string>? Mark { get; init; }
    public string Prefix { get; } = words.Language == Language.Fa ? "fa" : "en";

    public ChartStyle Style(int decimals, bool percents = false) => ChartStyles.Of(words, decimals, percents);

    /// <summary>The address of a neighbourhood's part; <c>#place-ID</c> leads there too, in whichever language is open.</summary>
    public string PlaceId(string place) => $"{Prefix}-place-{place}";

    /// <summary>The address of a project's row; <c>#project-ID</c> leads there too.</summary>
    public string ProjectId(string project) => $"{Prefix}-project-{project}";

    public void Heading(string text, string? id = null)
    {
        text = Mark?.Invoke(text) ?? text;
        if (id is not null && _inside == 0) Listed($"{Prefix}-{id}", text);
        Raw($"<h2{(id is null ? "" : $" id=\"{Prefix}-{id}\"")}>{Escape(text)}</h2>");
    }

    /// <summary>The list of all headings that follow stands here.</summary>
    public void Contents() => _contentsAt = _html.Length;

    public void Subheading(string text) => Raw($"<h3>{Escape(text)}</h3>");
    public void Paragraph(string text, string? style = null) => Raw($"<p{(style is null ? "" : $" class=\"{style}\"")}>{Escape(text)}</p>");
    public void Table(HtmlTable table, bool sortable = false, bool findable = false, bool download = true) => Raw(table.Write(words, sortable, findable, download));

    /// <summary>A chart under the sentence it proves, and its table.</summary>
    /// <param name="finding">One sentence: what the chart shows.</param>
    /// <param name="draw">Draws with an id that is unique on the page.</param>
    /// <param name="table">The same figures.</param>
    /// <param name="sortable">Heads of the table sort.</param>
    public void Figure(string finding, Func<string, string> draw, HtmlTable table, bool sortable = false)
    {
        _charts++;
        // On a small screen the picture scrolls inside its frame instead of becoming illegible.
        Raw($"<figure><figcaption>{Escape(finding)}</figcaption><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{Escape(words.Chart)} {_charts.ToString(CultureInfo.InvariantCulture)}\">{draw($"{Prefix}-chart{_charts.ToString(CultureInfo.InvariantCulture)}")}</div></figure>");
        Details(words.TableOfChart, () => Table(table, sortable));
    }

    public void Details(string summary, Action inside, string? id = null, string? style = null)
    {
        // A part that stands closed is one entry, whatever it holds.
        if (id is not null && style is not null && _inside == 0) Listed(id, summary);
        _inside++;
        Raw($"<details{(id is null ? "" : $" id=\"{id}\"")}{(id is null && style is null ? "" : $" class=\"{style ?? "place"}\"")}><summary>{Escape(summary)}</summary>");
        inside();
        Raw("</details>");
        _inside--;
    }

    public void Raw(string html) => _html.Append(html).Append('\n');

    public override string ToString()
    {
        if (_contentsAt is not { } at || _contents.Count == 0) return _html.ToString();
        var list = $"<nav class=\"contents\" id=\"{Prefix}-contents\" aria-label=\"{Escape(words.OnThisPage)}\"><p>{Escape(words.OnThisPage)}</p><ul>{string.Concat(_contents.Select(c => $"<li><a href=\"#{c.Id}\">{Escape(c.Title)}</a></li>"))}</ul><p class=\"quiet\">{Escape(words.PrintedIsOpen)}</p></nav>\n";
        // The way back keeps at the lower edge of the screen, beside the text or on a strip of its own, for as long as one reads what the list is of.
        return $"{_html.ToString(0, at)}{list}<div class=\"listed\">{_html.ToString(at, _html.Length - at)}<p class=\"up\"><a href=\"#{Prefix}-contents\">{Escape(words.ToContents)}</a></p></div>\n";
    }

    private void Listed(string id, string title)
    {
        if (_contentsAt is not null) _contents.Add((id, title));
    }

    public static string Escape(string text) => HtmlTable.Escape(text);
}
