namespace Allocation.Engine.Solving.Highs;

/// <summary>
/// A linear programme to be maximised that grows by rows and columns and is solved again from where it stood. Columns are at least 0. What it returns is taken for prices only, which bound whatever they are.
/// </summary>
internal sealed unsafe class HighsLinear : IDisposable
{
    private const double Endless = 1e30;
    private const int Optimal = 7, Maximise = -1, PrimalSimplex = 4;
    /// <summary>With more rows than this the primal simplex is two or three times as fast from where a programme stood, with fewer a little slower.</summary>
    private const int ManyRows = 1500;
    private readonly nint _highs = HighsNative.Highs_create();
    private readonly HashSet<int> _closed = [];
    private double[] _duals = [], _values = [];
    private bool _primal;

    public HighsLinear()
    {
        _ = HighsNative.Highs_setBoolOptionValue(_highs, "output_flag", 0);
        _ = HighsNative.Highs_setStringOptionValue(_highs, "solver", "simplex");
        // A programme that is solved again after every few columns is not worth presolving.
        _ = HighsNative.Highs_setStringOptionValue(_highs, "presolve", "off");
        _ = HighsNative.Highs_setIntOptionValue(_highs, "threads", 1);
        // From where it stood it is a few steps, which moved costs only make longer.
        _ = HighsNative.Highs_setDoubleOptionValue(_highs, "dual_simplex_cost_perturbation_multiplier", 0);
        _ = HighsNative.Highs_changeObjectiveSense(_highs, Maximise);
    }

    public int Rows { get; private set; }
    public int Columns { get; private set; }
    /// <summary>[row] at the last solution: what one more unit of the row's limit is worth.</summary>
    public IReadOnlyList<double> Duals => _duals;
    /// <summary>[column] at the last solution.</summary>
    public IReadOnlyList<double> Values => _values;
    public double Value { get; private set; }

    public int AddRow(double lower, double upper, IReadOnlyList<(int Column, double Coefficient)> terms)
    {
        int[] index = [.. terms.Select(t => t.Column)];
        double[] value = [.. terms.Select(t => t.Coefficient)];
        fixed (int* i = index) fixed (double* v = value) Done(HighsNative.Highs_addRow(_highs, Limit(lower), Limit(upper), index.Length, i, v));
        return Rows++;
    }

    public int AddColumn(double objective, double upper, IReadOnlyCollection<KeyValuePair<int, double>> terms)
    {
        int[] index = [.. terms.Select(t => t.Key)];
        double[] value = [.. terms.Select(t => t.Value)];
        fixed (int* i = index) fixed (double* v = value) Done(HighsNative.Highs_addCol(_highs, objective, 0, Limit(upper), index.Length, i, v));
        return Columns++;
    }

    public void Objective(int column, double coefficient) => Done(HighsNative.Highs_changeColCost(_highs, column, coefficient));

    /// <summary>Closes a column (it is 0 from then on) that has no upper limit, or opens it again.</summary>
    public void Open(int column, bool open)
    {
        if (open ? _closed.Remove(column) : _closed.Add(column)) Done(HighsNative.Highs_changeColBounds(_highs, column, 0, open ? Endless : 0));
    }

    public void Limits(int row, double lower, double upper) => Done(HighsNative.Highs_changeRowBounds(_highs, row, Limit(lower), Limit(upper)));

    /// <summary>False where the time was not enough or the arithmetic broke down.</summary>
    public bool Solve(double seconds)
    {
        // The limit counts from the first run on.
        if (double.IsFinite(seconds)) _ = HighsNative.Highs_setDoubleOptionValue(_highs, "time_limit", HighsNative.Highs_getRunTime(_highs) + Math.Max(0.05, seconds));
        if (Rows > ManyRows && !_primal) _primal = HighsNative.Highs_setIntOptionValue(_highs, "simplex_strategy", PrimalSimplex) >= 0;
        _ = HighsNative.Highs_run(_highs);
        if (HighsNative.Highs_getModelStatus(_highs) != Optimal) return false;
        _ = HighsNative.Highs_getDoubleInfoValue(_highs, "objective_function_value", out var value);
        Value = value;
        (_duals, _values) = (new double[Rows], new double[Columns]);
        fixed (double* duals = _duals) fixed (double* values = _values) return HighsNative.Highs_getSolution(_highs, values, null, null, duals) >= 0;
    }

    public void Dispose() => HighsNative.Highs_destroy(_highs);

    private static double Limit(double value) => double.IsFinite(value) ? value : Math.Sign(value) * Endless;

    private static void Done(int status)
    {
        if (status < 0) throw new InvalidOperationException("HiGHS refused a row or a column.");
    }
}
