namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>One column: bounds, objective coefficient (maximised), whole or not.</summary>
internal readonly record struct Column(double Lower, double Upper, double Objective, bool Whole);

/// <summary>One row: lower ≤ Σ coefficient · column ≤ upper.</summary>
internal sealed record Row(double Lower, double Upper, int[] Columns, double[] Coefficients);

/// <summary>A linear model with whole columns, as any solver takes it.</summary>
internal sealed class TextbookModel
{
    private readonly List<Column> _columns = [];
    private readonly List<Row> _rows = [];

    public IReadOnlyList<Column> Columns => _columns;
    public IReadOnlyList<Row> Rows => _rows;
    public long Nonzeros => _rows.Sum(r => (long)r.Columns.Length);

    public int Add(double lower, double upper, double objective = 0, bool whole = false)
    {
        _columns.Add(new(lower, upper, objective, whole));
        return _columns.Count - 1;
    }

    public void Limit(double lower, double upper, IReadOnlyList<(int Column, double Coefficient)> terms) =>
        _rows.Add(new(lower, upper, [.. terms.Select(t => t.Column)], [.. terms.Select(t => t.Coefficient)]));
}
