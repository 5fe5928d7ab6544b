using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Charts;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed partial class FlowChartTests
{
    // Letters of this size take so much on average: what a browser draws of longer English and Persian names.
    private const double Letter = 5.4;

    [Theory]
    [InlineData("Urban services and pilgrims commission", "Land and permits (in kind, at most seven tenths of a project)", "District 6")]
    [InlineData("A commission with a name that is far longer than any picture has room for", "Fund", "A district with a name that is far longer than the room at the edge")]
    public void Names_end_before_the_next_column_and_inside_the_picture(string between, string first, string last)
    {
        var picture = FlowChart.Draw("id", "title", "description", [[new(first, between, 6_350_000)], [new(between, last, 6_350_000)]], ChartStyles.Of(Words.In(Language.En), 0));
        double[] columns = [.. Column().Matches(picture).Select(m => Number(m, 1)).Order()];
        var texts = Name().Matches(picture).Select(m => (X: Number(m, 1), End: m.Groups[2].Success, Text: WebUtility.HtmlDecode(m.Groups[3].Value))).ToArray();
        Assert.Equal((3, 3), (columns.Length, texts.Length));
        foreach (var (x, end, text) in texts)
        {
            var (from, to) = end ? (x - (text.Length * Letter), x) : (x, x + (text.Length * Letter));
            Assert.True(from >= 0, text);
            Assert.True(to <= columns.Append(960).First(c => c >= x), text);
        }
        // What the picture has no room for is in the table, and told to whoever points at it; what it has room for is said in full.
        Assert.Equal(between.Length >= 40, picture.Contains($"<title>{between}</title>", StringComparison.Ordinal));
        Assert.Equal(between.Length < 40, texts.Any(t => t.Text == between));
        Assert.Contains(texts, t => t.Text.EndsWith(" · 6,350,000", StringComparison.Ordinal));
    }

    private static double Number(System.Text.RegularExpressions.Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<rect x=\"([0-9.]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Column();

    [GeneratedRegex("<text x=\"([0-9.]+)\" y=\"[0-9.]+\"( text-anchor=\"end\")?[^>]*>(?:<title>[^<]*</title>)?([^<]*)</text>", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
