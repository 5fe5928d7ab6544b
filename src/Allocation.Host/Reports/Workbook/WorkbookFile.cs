using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Allocation.Host.Reports.Workbook;

/// <summary>Writes sheets as an .xlsx file: heads frozen and filterable, sheets from right to left where asked. Same sheets, same bytes.</summary>
internal static class WorkbookFile
{
    private const uint HeadStyle = 5;
    private const double LeastWidth = 9, MostWidth = 60;
    // Numbers below 164 belong to the format itself: 3 = #,##0; 4 = #,##0.00; 10 = 0.00%.
    private const uint IndexFormat = 164;
    // Archives know no time before 1980; a file's bytes shall not tell when it was made.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<Sheet> sheets, bool rightToLeft)
    {
        using var made = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(made, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "rId1");
            book.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = Styles();
            var list = new Sheets();
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = $"rId{(i + 2).ToString(CultureInfo.InvariantCulture)}";
                book.AddNewPart<WorksheetPart>(id).Worksheet = Of(sheets[i], rightToLeft, first: i == 0);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = id, SheetId = (uint)(i + 1), Name = sheets[i].Name });
            }
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(list);
        }
        return Timeless(made);
    }

    private static Worksheet Of(Sheet sheet, bool rightToLeft, bool first)
    {
        var view = new SheetView(
            new Pane { VerticalSplit = 1, HorizontalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomRight, ActiveCell = "B2", SequenceOfReferences = new() { InnerText = "B2" } })
        { WorkbookViewId = 0, RightToLeft = rightToLeft, TabSelected = first };
        var widths = new Columns([.. sheet.Columns.Select((c, i) => new Column { Min = (uint)(i + 1), Max = (uint)(i + 1), Width = Width(sheet, i), CustomWidth = true })]);
        var data = new SheetData();
        data.Append(new Row([.. sheet.Columns.Select(c => Text(c.Head, HeadStyle))]) { RowIndex = 1 });
        for (var r = 0; r < sheet.Rows.Count; r++)
            data.Append(new Row([.. sheet.Rows[r].Select((cell, c) => Of(cell, sheet.Columns[c].Format))]) { RowIndex = (uint)(r + 2) });
        var last = $"{Letter(sheet.Columns.Count)}{(sheet.Rows.Count + 1).ToString(CultureInfo.InvariantCulture)}";
        return new Worksheet(new SheetViews(view), widths, data, new AutoFilter { Reference = $"A1:{last}" });
    }

    private static Cell Of(SheetCell cell, CellFormat format) => cell.Number is { } number
        ? new Cell { StyleIndex = (uint)format, CellValue = new CellValue(number.ToString("0.############", CultureInfo.InvariantCulture)), DataType = CellValues.Number }
        : Text(cell.Words ?? "", 0);

    // Words are kept in the cell itself: they can never be read as a formula.
    private static Cell Text(string words, uint style) => new()
    {
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(string.Concat(words.Where(c => XmlConvert.IsXmlChar(c)))) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static double Width(Sheet sheet, int column)
    {
        var longest = sheet.Rows.Select(r => r[column].Words?.Length ?? 12).Append(sheet.Columns[column].Head.Length).Max();
        return Math.Clamp(longest + 3, LeastWidth, MostWidth);
    }

    private static string Letter(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letter((column - 1) / 26) + Letter(((column - 1) % 26) + 1);

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = IndexFormat, FormatCode = "0.000" }) { Count = 1 },
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Tahoma" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Tahoma" })) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFD9E6F2" }) { PatternType = PatternValues.Solid })) { Count = 3 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new DocumentFormat.OpenXml.Spreadsheet.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        // In the order of CellFormat, then the head.
        new CellFormats(Shown(0), Shown(3), Shown(4), Shown(IndexFormat), Shown(10),
            new DocumentFormat.OpenXml.Spreadsheet.CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center }) { FontId = 1, FillId = 2, BorderId = 0, ApplyFont = true, ApplyFill = true, ApplyAlignment = true }) { Count = 6 });

    private static DocumentFormat.OpenXml.Spreadsheet.CellFormat Shown(uint format) => new() { NumberFormatId = format, FontId = 0, FillId = 0, BorderId = 0, ApplyNumberFormat = true };

    private static byte[] Timeless(MemoryStream made)
    {
        using var copy = new MemoryStream();
        made.Position = 0;
        using (var from = new ZipArchive(made, ZipArchiveMode.Read))
        using (var to = new ZipArchive(copy, ZipArchiveMode.Create))
            foreach (var entry in from.Entries)
            {
                var twin = to.CreateEntry(entry.FullName);
                twin.LastWriteTime = s_noTime;
                using var read = entry.Open();
                using var write = twin.Open();
                read.CopyTo(write);
            }
        return copy.ToArray();
    }
}
