using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed partial class ReportTests
{
    [Fact]
    public void A_page_is_the_same_bytes_twice_and_loads_nothing()
    {
        using var folder = Solved();
        var page = Page(folder, "one.html", folder.Path);
        Assert.Equal(page, Page(folder, "two.html", folder.Path));
        // Names of XML vocabularies are no addresses that a browser opens.
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotMatch(External(), page);
    }

    [Fact]
    public void A_page_speaks_both_languages_and_opens_in_the_one_asked_for()
    {
        using var folder = Solved();
        var page = Page(folder, "page.html", folder.Path, "--lang", "fa");
        Assert.Contains("<html lang=\"fa\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("<main lang=\"fa\" dir=\"rtl\" id=\"fa-main\">", page, StringComparison.Ordinal);
        Assert.Contains("<main lang=\"en\" dir=\"ltr\" id=\"en-main\" hidden>", page, StringComparison.Ordinal);
        Assert.Contains("بهترین تخصیص، با اثبات", page, StringComparison.Ordinal);
        Assert.Contains("Proven best", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_about_several_options_is_headed_by_how_many_they_are()
    {
        using var folder = Solved();
        var page = Page(folder, "page.html", folder.Path, folder.Path, folder.Path, "--lang", "fa");
        Assert.Contains("<title>مقایسه ۳ گزینه ", page, StringComparison.Ordinal);
        Assert.Contains("<h1>مقایسه ۳ گزینه</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>3 options compared</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_id_on_a_page_is_there_once_and_every_link_leads_to_one()
    {
        using var folder = Solved();
        var page = Page(folder, "page.html", folder.Path, folder.Path);
        string[] ids = [.. Id().Matches(page).Select(m => m.Groups[1].Value)];
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Link().Matches(page).Select(m => m.Groups[1].Value).Except(ids));
    }

    [Fact]
    public void Every_chart_has_a_name_and_its_table()
    {
        using var folder = Solved();
        var page = Page(folder, "page.html", folder.Path);
        var charts = page.Split("<figure>").Skip(1).ToArray();
        Assert.Equal(2 * 5, charts.Length);
        Assert.All(charts, chart =>
        {
            Assert.Contains("role=\"img\" aria-labelledby=", chart, StringComparison.Ordinal);
            Assert.Matches(TableAfter(), chart);
        });
    }

    [Fact]
    public void Options_are_compared_with_the_first()
    {
        using ScratchFolder fair = Solved(), total = Solved("--measure", "mean");
        var page = Page(fair, "page.html", fair.Path, total.Path);
        Assert.Contains("From Option 1 to Option 2: who gains, who loses", page, StringComparison.Ordinal);
        Assert.Contains("از گزینه ۱ به گزینه ۲: چه کسی سود می‌برد", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Which_option_is_which_and_what_is_proven_is_said_once()
    {
        using ScratchFolder fair = Solved(), total = Solved("--measure", "mean");
        var page = Page(fair, "page.html", fair.Path, total.Path);
        foreach (var said in (string[])["Option 1: geometric mean", "گزینه ۲: میانگین", "Every option is proven best", "هر گزینه، با اثبات، در رواداری خود بهترین است"])
            Assert.Equal(2, page.Split(said).Length);
        Assert.DoesNotContain("Proven best: no plan", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_says_what_is_synthetic_and_of_when_the_data_are()
    {
        using var folder = Solved();
        Assert.Contains("No row of the data is marked as synthetic.", Page(folder, "page.html", folder.Path), StringComparison.Ordinal);
        var result = Path.Combine(folder.Path, ResultFile.FileName);
        var view = ResultFile.Read(File.ReadAllText(result));
        File.WriteAllText(result, ResultFile.Write(view with { Sources = [new("projects", 9, 7, "1395", "1401-03-05"), new("funds", 3, 0, "", "")] }));
        var page = Page(folder, "other.html", folder.Path);
        Assert.Contains("Not real data: synthetic rows are 7 of 9 projects. The data are from 1395 to 1401-03-05.", page, StringComparison.Ordinal);
        Assert.Contains("این داده‌ها واقعی نیست؛ ردیف‌های ساختگی: ۷ از ۹ پروژه. تاریخ داده‌ها از ۱۳۹۵ تا ۱۴۰۱/۰۳/۰۵ است.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_neighbourhood_has_an_address_and_its_projects_are_rows_of_the_table()
    {
        using var folder = Solved();
        var page = Page(folder, "page.html", folder.Path);
        var view = ResultFile.Read(File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName)));
        Assert.All(view.Neighbourhoods, n =>
        {
            var part = page[page.IndexOf($"<details id=\"en-place-{n.Id}\" class=\"place\">", StringComparison.Ordinal)..];
            part = part[..part.IndexOf("</details>", StringComparison.Ordinal)];
            Assert.Contains($"{n.Name.En} has ", part, StringComparison.Ordinal);
            int[] expected = [.. Enumerable.Range(0, view.Projects.Count).Where(p => view.Projects[p].Reach.Any(r =>
                (r.Kind == ReachKind.Neighbourhood && r.Place == n.Id) || (r.Kind == ReachKind.District && r.Place == n.District)))];
            int[] said = [.. Rows().Matches(part).SelectMany(m => m.Groups[1].Value.Split(' ')).Select(r => int.Parse(r, CultureInfo.InvariantCulture))];
            Assert.Equal(expected, said);
        });
        Assert.All(view.Projects, p => Assert.Contains($"<tr id=\"fa-project-{p.Id}\">", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_parts_of_a_neighbourhoods_list_add_up_to_the_money_that_is_said_of_it()
    {
        using var folder = Solved();
        var view = ResultFile.Read(File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName)));
        var (page, parts) = (Page(folder, "page.html", folder.Path), new PlaceParts(view));
        Assert.Contains(view.Neighbourhoods, n => parts.Of(n.Id).Any(p => view.Projects.Single(x => x.Id == p.Project).Money > p.Money));
        Assert.All(view.Neighbourhoods, n =>
        {
            Assert.Equal(n.Money, parts.Of(n.Id).Sum(p => p.Money));
            var part = page[page.IndexOf($"<details id=\"en-place-{n.Id}\" class=\"place\">", StringComparison.Ordinal)..];
            long[] Figures(string name) => [.. Regex.Match(part, $"data-{name}=\"([^\"]*)\"", RegexOptions.CultureInvariant).Groups[1].Value.Split(';')
                .Select(text => long.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var money) ? money : 0)];
            Assert.Equal((long)Math.Round(n.Money), Figures("total")[1]);
            Assert.Equal(Figures("total")[1], Figures("parts").Sum() + Figures("rest")[1]);
        });
    }

    [Fact]
    public void Four_options_share_font_places_and_projects()
    {
        using var folder = Solved();
        var one = Page(folder, "one.html", folder.Path);
        var four = Page(folder, "four.html", folder.Path, folder.Path, folder.Path, folder.Path);
        Assert.Equal(one.Split("@font-face").Length, four.Split("@font-face").Length);
        Assert.True(four.Length < 2 * one.Length, $"{four.Length} characters against {one.Length}");
    }

    [Fact]
    public void What_residents_have_of_each_service_gives_their_outcome()
    {
        using var folder = Solved();
        var view = ResultFile.Read(File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName)));
        Assert.NotEmpty(view.Services);
        var scenario = ScenarioFolder.Load(Shell.Sample).Scenario!;
        Assert.All(view.Neighbourhoods, n =>
        {
            var needs = scenario.Parts.Needs.Where(w => w.Neighbourhood == n.Id).ToDictionary(w => w.Service, w => w.Weight, StringComparer.Ordinal);
            var weights = scenario.Services.Select(s => needs.GetValueOrDefault(s.Id, s.Weight)).ToArray();
            decimal Outcome(Func<LevelView, decimal> of) => Enumerable.Range(0, weights.Length).Sum(s => weights[s] * Math.Min(1, of(n.Levels[s]) / view.Services[s].Standard)) / weights.Sum();
            Assert.Equal(n.Before, Outcome(l => l.Before), 7);
            Assert.Equal(n.After, Outcome(l => l.After), 7);
        });
    }

    [Fact]
    public void A_hostile_name_stays_text()
    {
        using var folder = Solved();
        var result = Path.Combine(folder.Path, ResultFile.FileName);
        File.WriteAllText(result, File.ReadAllText(result).Replace("Azar", "<img src=x onerror=alert(1)>", StringComparison.Ordinal));
        var page = Page(folder, "page.html", folder.Path);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report", "nowhere")]
    [InlineData("report", "nowhere", "--out", "page.html")]
    public void Without_results_or_a_place_to_write_it_is_2(params string[] arguments) => Assert.Equal(2, Shell.Run(arguments).Exit);

    // Solved once per set of options; every test gets a folder of its own.
    private static readonly ConcurrentDictionary<string, Lazy<string>> s_results = [];

    private static ScratchFolder Solved(params string[] options)
    {
        var folder = new ScratchFolder();
        var result = s_results.GetOrAdd(string.Join(' ', options), _ => new(() =>
        {
            using var solved = new ScratchFolder();
            Assert.Equal(0, Shell.Run(["solve", Shell.Sample, "--out", solved.Path, .. options]).Exit);
            return File.ReadAllText(Path.Combine(solved.Path, ResultFile.FileName));
        }));
        File.WriteAllText(Path.Combine(folder.Path, ResultFile.FileName), result.Value);
        return folder;
    }

    private static string Page(ScratchFolder folder, string name, params string[] arguments)
    {
        var file = Path.Combine(folder.Path, name);
        Assert.Equal(0, Shell.Run(["report", .. arguments, "--out", file]).Exit);
        return File.ReadAllText(file);
    }

    [GeneratedRegex("(src|href)=\"(?!#)", RegexOptions.CultureInvariant)]
    private static partial Regex External();

    [GeneratedRegex("data-rows=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Rows();

    [GeneratedRegex("\\bid=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("</figure>\\s*<details><summary>[^<]+</summary>\\s*<div class=\"table\">", RegexOptions.CultureInvariant)]
    private static partial Regex TableAfter();
}
