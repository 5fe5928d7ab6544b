namespace Allocation.Host.Reports.Workbook;

/// <summary>How a column's cells are shown; a figure stays a number whatever it looks like.</summary>
internal enum CellFormat { Text, Whole, Decimal, Index, Percent }

/// <summary>A column: its head with the unit, and how its cells are shown.</summary>
internal readonly record struct SheetColumn(string Head, CellFormat Format);

/// <summary>One cell: words, or a number.</summary>
internal readonly record struct SheetCell(string? Words, decimal? Number)
{
    public static implicit operator SheetCell(string words) => new(words, null);
    public static implicit operator SheetCell(decimal number) => new(null, number);
    public static implicit operator SheetCell(long number) => new(null, number);
    public static implicit operator SheetCell(double number) => new(null, (decimal)number);
}

/// <summary>One sheet of the workbook: a head that stays in sight, and rows as long as the head.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<SheetCell>> Rows);
