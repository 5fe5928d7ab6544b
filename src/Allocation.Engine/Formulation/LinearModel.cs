namespace Allocation.Engine.Formulation;

/// <summary>A column: bounds, what a unit of it adds to the objective, whether it must be whole. The name is read by people only.</summary>
internal readonly record struct Column(string Name, double Lower, double Upper, double Objective, bool Whole);

/// <summary>A row: lower ≤ Σ terms ≤ upper.</summary>
internal sealed record Row(string Name, double Lower, double Upper, IReadOnlyList<(int Column, double Coefficient)> Terms);

/// <summary>A linear model in whole and real columns, to be maximised; rows by name, as a person would write them. No solver is known here.</summary>
internal sealed class LinearModel
{
    /// <summary>As much as solvers forgive in a row.</summary>
    private const double Unseen = 1e-7;

    private readonly List<Column> _columns = [];
    private readonly List<Row> _rows = [];

    public IReadOnlyList<Column> Columns => _columns;
    public IReadOnlyList<Row> Rows => _rows;
    /// <summary>Added to the objective of every solution.</summary>
    public double Constant { get; set; }

    public int Add(string name, double lower, double upper, bool whole = false, double objective = 0)
    {
        _columns.Add(new(name, lower, upper, objective, whole));
        return _columns.Count - 1;
    }

    /// <summary>Adds the row lower ≤ sum ≤ upper. What no value of its column brings above <see cref="Unseen"/> is left out, and the row is that much wider: solvers take no notice of so little, but lose their way by dividing by it.</summary>
    public void Require(string name, LinearSum sum, double lower, double upper)
    {
        var seen = new List<(int Column, double Coefficient)>();
        // Constants move to the other side.
        (lower, upper) = (lower - sum.Constant, upper - sum.Constant);
        foreach (var (column, coefficient) in sum.Terms)
        {
            var (least, most) = (coefficient * _columns[column].Lower, coefficient * _columns[column].Upper);
            if (!(Math.Max(Math.Abs(least), Math.Abs(most)) <= Unseen)) { seen.Add((column, coefficient)); continue; }
            lower -= Math.Max(least, most);
            upper -= Math.Min(least, most);
        }
        _rows.Add(new(name, lower, upper, seen));
    }

    /// <summary>The same rows over columns of which each, by its position, was changed; their number and order stay.</summary>
    public LinearModel With(Func<int, Column, Column> change)
    {
        var changed = new LinearModel { Constant = Constant };
        for (var c = 0; c < _columns.Count; c++) changed._columns.Add(change(c, _columns[c]));
        changed._rows.AddRange(_rows);
        return changed;
    }

    /// <summary>Replaces the whole objective.</summary>
    public void Maximise(LinearSum sum)
    {
        for (var c = 0; c < _columns.Count; c++) if (_columns[c].Objective != 0) _columns[c] = _columns[c] with { Objective = 0 };
        foreach (var (column, coefficient) in sum.Terms) _columns[column] = _columns[column] with { Objective = coefficient };
        Constant = sum.Constant;
    }

    public double ObjectiveOf(IReadOnlyList<double> values)
    {
        var sum = Constant;
        for (var c = 0; c < _columns.Count; c++) sum += _columns[c].Objective * values[c];
        return sum;
    }
}

/// <summary>A sum of columns with coefficients, and a constant. Terms come out by column, without zeros.</summary>
internal sealed class LinearSum
{
    private readonly SortedDictionary<int, double> _terms = [];

    public double Constant { get; private set; }

    public IReadOnlyList<(int Column, double Coefficient)> Terms => [.. _terms.Where(t => t.Value != 0).Select(t => (t.Key, t.Value))];

    public LinearSum Plus(int column, double coefficient)
    {
        _terms[column] = _terms.GetValueOrDefault(column) + coefficient;
        return this;
    }

    public LinearSum Plus(double constant)
    {
        Constant += constant;
        return this;
    }

    public LinearSum Plus(LinearSum other, double times = 1)
    {
        foreach (var (column, coefficient) in other._terms) Plus(column, coefficient * times);
        Constant += other.Constant * times;
        return this;
    }
}
