using System.Globalization;
using System.Text;

namespace Allocation.Engine.Formulation;

/// <summary>Writes a model in the LP format that solvers read, for people and for tests: one row a line, names as given.</summary>
internal static class LpText
{
    public static string Of(LinearModel model)
    {
        var text = new StringBuilder("Maximize\n objective:");
        Terms(text, model, [.. model.Columns.Select((c, at) => (at, c.Objective)).Where(t => t.Objective != 0)]);
        if (model.Constant != 0) text.Append(CultureInfo.InvariantCulture, $" {(model.Constant < 0 ? '-' : '+')} {Number(Math.Abs(model.Constant))}");
        text.Append("\nSubject To\n");
        foreach (var row in model.Rows)
        {
            if (row.Lower == row.Upper) Line(row, "=", row.Upper);
            else
            {
                if (!double.IsNegativeInfinity(row.Lower)) Line(row, ">=", row.Lower);
                if (!double.IsPositiveInfinity(row.Upper)) Line(row, "<=", row.Upper);
            }
        }
        text.Append("Bounds\n");
        foreach (var column in model.Columns.Where(c => !(c is { Whole: true, Lower: 0, Upper: 1 })))
            text.Append(CultureInfo.InvariantCulture, $" {Number(column.Lower)} <= {column.Name} <= {Number(column.Upper)}\n");
        Section("Binaries", c => c is { Whole: true, Lower: 0, Upper: 1 });
        Section("Generals", c => c.Whole && c is not { Lower: 0, Upper: 1 });
        return text.Append("End\n").ToString();

        void Line(Row row, string sense, double limit)
        {
            text.Append(CultureInfo.InvariantCulture, $" {row.Name}:");
            Terms(text, model, row.Terms);
            text.Append(CultureInfo.InvariantCulture, $" {sense} {Number(limit)}\n");
        }

        void Section(string title, Func<Column, bool> belongs)
        {
            var names = model.Columns.Where(belongs).Select(c => c.Name).ToArray();
            if (names.Length > 0) text.Append(CultureInfo.InvariantCulture, $"{title}\n {string.Join(' ', names)}\n");
        }
    }

    private static void Terms(StringBuilder text, LinearModel model, IReadOnlyList<(int Column, double Coefficient)> terms)
    {
        if (terms.Count == 0) text.Append(" 0");
        foreach (var (column, coefficient) in terms)
            text.Append(CultureInfo.InvariantCulture, $" {(coefficient < 0 ? '-' : '+')} {(Math.Abs(coefficient) == 1 ? "" : Number(Math.Abs(coefficient)) + " ")}{model.Columns[column].Name}");
    }

    private static string Number(double value) =>
        double.IsInfinity(value) ? (value < 0 ? "-inf" : "inf") : value.ToString("0.############", CultureInfo.InvariantCulture);
}
