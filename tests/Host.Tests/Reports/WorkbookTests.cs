using System.Globalization;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Workbook;
using Allocation.Host.Tests.Commands;
using Allocation.Host.Tests.Scenarios;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class WorkbookTests
{
    private static readonly Lazy<PlanView> s_view = new(() => ResultFile.Read(File.ReadAllText(Approved.At("tests/Host.Tests/Commands/result.approved.json"))));
    private static readonly Words s_words = Words.In(Language.Fa);

    [Theory]
    [InlineData(Language.Fa)]
    [InlineData(Language.En)]
    public void The_workbook_keeps_to_its_format_and_has_the_same_bytes_twice(Language language)
    {
        var bytes = PlanWorkbook.Of(s_view.Value, language);
        Assert.Equal(bytes, PlanWorkbook.Of(s_view.Value, language));
        using var book = Open(bytes);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [InlineData(Language.Fa)]
    [InlineData(Language.En)]
    public void Every_sheet_runs_as_its_language_does_and_keeps_its_head_in_sight(Language language)
    {
        var words = Words.In(language);
        using var book = Open(PlanWorkbook.Of(s_view.Value, language));
        string[] names = [.. Sheets(book).Select(s => s.Name)];
        Assert.Equal([words.Totals, words.Districts, words.NeighbourhoodsSheet, words.Projects, words.Funds, words.Rules], names);
        Assert.All(Sheets(book), sheet =>
        {
            var view = sheet.Part.Worksheet!.GetFirstChild<SheetViews>()!.GetFirstChild<SheetView>()!;
            Assert.Equal(language == Language.Fa, view.RightToLeft!.Value);
            Assert.Equal(PaneStateValues.Frozen, view.GetFirstChild<Pane>()!.State!.Value);
            Assert.Equal(1, view.GetFirstChild<Pane>()!.VerticalSplit!.Value);
            Assert.DoesNotContain(Cells(sheet.Part, 0), head => head.Length == 0);
        });
    }

    [Fact]
    public void Money_is_a_number_under_a_head_with_its_unit_and_adds_up()
    {
        using var book = Open(PlanWorkbook.Of(s_view.Value, Language.Fa));
        var sheet = Sheets(book).Single(s => s.Name == s_words.Projects).Part;
        var unit = s_view.Value.Unit.Name.Fa;
        var heads = Cells(sheet, 0);
        var money = Array.IndexOf(heads, s_words.With(s_words.Money, unit));
        Assert.True(money > 0);
        // Every column after the share of a project counts money.
        Assert.All(heads[money..], head => Assert.EndsWith($"({unit})", head, StringComparison.Ordinal));
        var rows = Enumerable.Range(1, s_view.Value.Projects.Count).Select(r => Cells(sheet, r)).ToArray();
        decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);
        Assert.Equal(s_view.Value.Totals.Spent, rows.Sum(r => Number(r[money])));
        Assert.All(rows, r => Assert.Equal(Number(r[money]), r[(money + 1)..].Sum(Number)));
    }

    [Fact]
    public void What_looks_like_a_formula_stays_words()
    {
        var view = s_view.Value with { Name = new("=1+1\u0001", "=1+1") };
        using var book = Open(PlanWorkbook.Of(view, Language.Fa));
        var sheet = Sheets(book).First().Part;
        Assert.Equal("=1+1", Cells(sheet, 1)[1]);
        Assert.Empty(sheet.Worksheet!.Descendants<CellFormula>());
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IEnumerable<(string Name, WorksheetPart Part)> Sheets(SpreadsheetDocument book) =>
        book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => (s.Name!.Value!, (WorksheetPart)book.WorkbookPart.GetPartById(s.Id!.Value!)));

    private static string[] Cells(WorksheetPart part, int row) => [.. part.Worksheet!.Descendants<Row>().ElementAt(row).Elements<Cell>().Select(c => c.InlineString is { } words ? words.InnerText : c.CellValue?.Text ?? "")];
}
