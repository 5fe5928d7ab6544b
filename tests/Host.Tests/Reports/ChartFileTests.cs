using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class ChartFileTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private static readonly Lazy<(string File, byte[] Bytes)[]> s_files = new(() =>
        [.. PlanCharts.Files(ResultFile.Read(File.ReadAllText(Approved.At("tests/Host.Tests/Commands/result.approved.json"))))]);

    [Fact]
    public void Every_chart_is_a_picture_of_its_own_in_both_languages()
    {
        string[] names = ["before-after", "concentration", "flows", "lorenz", "money-per-resident", "tiles"];
        Assert.Equal([.. names.SelectMany(n => new[] { $"{n}.en.svg", $"{n}.fa.svg" })], s_files.Value.Select(f => f.File).Order(StringComparer.Ordinal));
        Assert.All(s_files.Value, file =>
        {
            var picture = XDocument.Parse(Encoding.UTF8.GetString(file.Bytes)).Root!;
            Assert.Equal(s_svg + "svg", picture.Name);
            Assert.Equal("img", picture.Attribute("role")!.Value);
            Assert.NotEmpty(picture.Element(s_svg + "title")!.Value);
            Assert.NotEmpty(picture.Element(s_svg + "desc")!.Value);
            Assert.Equal($"{picture.Element(s_svg + "title")!.Attribute("id")!.Value} {picture.Element(s_svg + "desc")!.Attribute("id")!.Value}", picture.Attribute("aria-labelledby")!.Value);
            Assert.Equal(file.File.Contains(".fa.", StringComparison.Ordinal) ? "rtl" : "ltr", picture.Attribute("direction")!.Value);
        });
    }

    [Fact]
    public void Nothing_is_drawn_outside_a_picture()
    {
        Assert.All(s_files.Value, file =>
        {
            var picture = XDocument.Parse(Encoding.UTF8.GetString(file.Bytes)).Root!;
            double[] box = [.. picture.Attribute("viewBox")!.Value.Split(' ').Select(Number)];
            foreach (var shape in picture.Descendants().Where(e => e.Attribute("x") is not null || e.Attribute("cx") is not null))
            {
                var (x, y) = (Number((shape.Attribute("x") ?? shape.Attribute("cx"))!.Value), Number((shape.Attribute("y") ?? shape.Attribute("cy"))!.Value));
                Assert.InRange(x, -0.1, box[2] + 0.1);
                Assert.InRange(y, -0.1, box[3] + 0.1);
                if (shape.Attribute("width") is { } width) Assert.InRange(x + Number(width.Value), -0.1, box[2] + 0.1);
            }
        });
    }

    [Fact]
    public void Colours_of_marks_pass_three_to_one_on_white_and_those_of_words_four_and_a_half()
    {
        Assert.All(s_files.Value, file =>
        {
            var picture = XDocument.Parse(Encoding.UTF8.GetString(file.Bytes)).Root!;
            foreach (var words in picture.Descendants(s_svg + "text"))
                if (words.Attribute("fill") is { } ink && ink.Value != "#ffffff") Assert.True(Contrast(ink.Value) >= 4.5, $"{file.File}: {ink.Value}");
            // Lines of a grid only help the eye, and the pale classes of the tiles carry their border.
            foreach (var line in picture.Descendants().Where(e => e.Name != s_svg + "text" && e.Attribute("stroke") is { Value: not ("none" or "#dddddd") }))
                Assert.True(Contrast(line.Attribute("stroke")!.Value) >= 3, $"{file.File}: {line.Attribute("stroke")!.Value}");
        });
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) with L from linear sRGB, against white.
    private static double Contrast(string colour)
    {
        double Linear(int at)
        {
            var part = int.Parse(colour.AsSpan(1 + (2 * at), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
        return 1.05 / ((0.2126 * Linear(0)) + (0.7152 * Linear(1)) + (0.0722 * Linear(2)) + 0.05);
    }
}
