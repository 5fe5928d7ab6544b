using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Allocation.Engine.Formulation;

namespace Allocation.Engine.Solving.Highs;

/// <summary>What HiGHS made of a model. <see cref="Values"/> is null where it found no solution; <see cref="Bound"/> is its dual bound, in the objective's unit (+∞ where it has none).</summary>
internal sealed record HighsAnswer(double[]? Values, double Bound, bool Infeasible, bool Stopped)
{
    /// <summary>HiGHS' model status, for a message when it is one that should not happen.</summary>
    public int Status { get; init; }
    /// <summary>[row] of a model without whole columns that was solved: what one more unit of the row's limit is worth, in the objective's unit.</summary>
    public double[]? Duals { get; init; }
}

/// <summary>Limits of one run. <see cref="AbsoluteGap"/> is in the objective's unit; the relative gap is always 0.</summary>
internal sealed record HighsLimits(double AbsoluteGap, double Seconds, CancellationToken Cancellation)
{
    /// <summary>Nodes after which the run stops with its best solution; null = no such limit. Unlike seconds, the same on every machine.</summary>
    public int? Nodes { get; init; }
    /// <summary>What the largest objective coefficient is brought to: the larger, the less HiGHS overlooks, and the longer its simplex takes.</summary>
    public double Largest { get; init; } = 1;
    /// <summary>True where so much rests on the bound that a model of any size is solved twice.</summary>
    public bool Twice { get; init; }
    /// <summary>True where there is probably no solution: HiGHS does not look for one among the fractions of its root (RENS) then, which takes a third of its time.</summary>
    public bool Doubtful { get; init; }
    /// <summary>With two, both runs of a model that is solved twice are made at once.</summary>
    public int Threads { get; init; } = 1;
    /// <summary>Where a solution with so much is found, its bound is not needed and one run is enough.</summary>
    public double? Enough { get; init; }
    /// <summary>Milliseconds between one word about value and bound and the next.</summary>
    public int Every { get; init; } = 200;
}

/// <summary>
/// Solves a linear model with HiGHS: one thread, a fixed seed, silent. The run stops at its time limit or when cancelled and keeps its best solution. Everything it returns is a
/// claim in floating point.
/// </summary>
internal static unsafe class HighsRun
{
    // HiGHS 1.12 calls a worse plan optimal about once in some thousand models of thirty columns, whatever its tolerances: models this small are cheap to solve twice,
    // with another seed, without presolve, and with coefficients kept that HiGHS takes for 0 where it adds rows up: two limits that differ by one rial of 10¹² leave such a one, and without it both ways lost the best plan.
    private const int Small = 600;
    private const double Kept = 1e-12;
    private const int SolveError = 4, TimeLimit = 13, IterationLimit = 14, SolutionLimit = 16, Interrupted = 17;
    private const int Infeasible = 8, UnboundedOrInfeasible = 9, Optimal = 7, RowWise = 2, Maximise = -1;

    // Tolerances are absolute: the largest objective coefficient is brought to a stated size.
    private const double Feasible = 1e-7, Floating = 2e-8;

    // Coefficients so far below the largest are near its tolerance.
    private const double Drowned = 1e-5;

    /// <summary>How far below the best a bound of HiGHS may be, in the objective's unit: it drops what is not better than its best plan by its tolerance, and columns whose coefficients are near that
    /// tolerance may stay anywhere between their bounds.</summary>
    /// <param name="model">The model.</param>
    /// <param name="size">What its largest objective coefficient is brought to (<see cref="HighsLimits.Largest"/>).</param>
    public static double Blind(LinearModel model, double size)
    {
        var largest = Largest(model) / size;
        return Feasible * largest * (1 + model.Columns.Where(c => c.Objective != 0 && Math.Abs(c.Objective) < Drowned * largest).Sum(c => c.Upper - c.Lower));
    }

    /// <summary>What else a bound may be off by, in the objective's unit: floating error of a sum of so many columns, and whole columns that are off by what HiGHS forgives. Where the objective bends, its pieces say what outcomes that
    /// are off count for, which is far less than their sum.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="least">What stands for a bound that is smaller, where floating error goes by it.</param>
    /// <param name="bends">Whether the objective does.</param>
    public static double Rounding(double bound, double least, bool bends) => (Floating * Math.Max(Math.Abs(bound), least)) + (bends ? 0 : Feasible * Math.Abs(bound));

    private static double Largest(LinearModel model) => model.Columns.Select(c => Math.Abs(c.Objective)).DefaultIfEmpty(0).Max();

    /// <param name="model">The model.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="start">A solution to start from, with +∞ for columns that it leaves open, or null.</param>
    /// <param name="seen">Told of (best value, bound) from time to time.</param>
    public static HighsAnswer Solve(LinearModel model, HighsLimits limits, double[]? start, Action<double?, double?>? seen)
    {
        if (start is not null)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            start = Completed(model, limits, start);
            limits = limits with { Seconds = limits.Seconds - clock.Elapsed.TotalSeconds };
        }
        if (limits.Twice || model.Columns.Count <= Small) return Twice(model, limits, start, seen);
        var first = Solve(model, limits, start, seen, presolve: true, seed: 1401);
        return BrokeDown(first) ? Solve(model, limits, null, seen, presolve: false, seed: 7) : first;
    }

    // Such a run says nothing: once more the other way.
    private static bool BrokeDown(HighsAnswer answer) => answer is { Values: null, Infeasible: false } && answer.Status is not (TimeLimit or Interrupted);

    // Both runs are the same whether they are made at once or one after the other: neither knows of the other.
    private static HighsAnswer Twice(LinearModel model, HighsLimits limits, double[]? start, Action<double?, double?>? seen)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(limits.Cancellation);
        var beside = limits.Threads > 1 ? Task.Run(() => Other(ended.Token)) : null;
        try
        {
            var first = Solve(model, limits, start, seen, presolve: true, seed: 1401);
            if (first.Stopped ? !BrokeDown(first) : first.Values is { } values && model.ObjectiveOf(values) >= limits.Enough) return first;
            var second = beside?.GetAwaiter().GetResult() ?? Other(limits.Cancellation);
            return first.Stopped ? second : Agreed(model, first, second);
        }
        finally
        {
            ended.Cancel();
            beside?.Wait(CancellationToken.None);
        }

        HighsAnswer Other(CancellationToken cancellation) => Solve(model, limits with { Cancellation = cancellation }, null, null, presolve: false, seed: 7);
    }

    /// <summary>The same model with fractions allowed everywhere: far cheaper, and never a lower bound.</summary>
    public static HighsAnswer Relaxed(LinearModel model, HighsLimits limits) =>
        Solve(model.With((_, column) => column with { Whole = false }), limits, null, null, presolve: true, seed: 1401);

    /// <summary>The better solution and the weaker bound of two runs that went different ways.</summary>
    private static HighsAnswer Agreed(LinearModel model, HighsAnswer a, HighsAnswer b)
    {
        if (a.Infeasible) return b;
        if (b.Infeasible) return a;
        var values = a.Values is null || (b.Values is not null && model.ObjectiveOf(b.Values) > model.ObjectiveOf(a.Values)) ? b.Values : a.Values;
        return new(values, Math.Max(a.Bound, b.Bound), false, a.Stopped || b.Stopped) { Status = Math.Max(a.Status, b.Status) };
    }

    // A plan that breaks a row by a hair more than is forgiven ends as an error: then ten times as much is forgiven, which never lowers a bound.
    private static HighsAnswer Solve(LinearModel model, HighsLimits limits, double[]? start, Action<double?, double?>? seen, bool presolve, int seed)
    {
        var answer = Solve(model, limits, start, seen, presolve, seed, Feasible);
        return answer is { Values: null, Infeasible: false, Status: SolveError } ? Solve(model, limits, start, seen, presolve, seed, 10 * Feasible) : answer;
    }

    private static HighsAnswer Solve(LinearModel model, HighsLimits limits, double[]? start, Action<double?, double?>? seen, bool presolve, int seed, double forgiven)
    {
        // HiGHS calls a model without columns empty and says no more.
        if (model.Columns.Count == 0)
            return model.Rows.Any(r => r.Lower > 0 || r.Upper < 0) ? new(null, double.NegativeInfinity, true, false) : new([], model.Constant, false, false);
        var highs = HighsNative.Highs_create();
        var largest = Largest(model);
        var scale = largest > 0 ? limits.Largest / largest : 1;
        var watch = new Watch(limits, scale, seen);
        var pin = GCHandle.Alloc(watch);
        try
        {
            Option(HighsNative.Highs_setBoolOptionValue(highs, "output_flag", 0));
            Option(HighsNative.Highs_setStringOptionValue(highs, "presolve", presolve ? "on" : "off"));
            if (!presolve) Option(HighsNative.Highs_setDoubleOptionValue(highs, "small_matrix_value", Kept));
            Option(HighsNative.Highs_setIntOptionValue(highs, "threads", 1));
            Option(HighsNative.Highs_setIntOptionValue(highs, "random_seed", seed));
            Option(HighsNative.Highs_setDoubleOptionValue(highs, "mip_feasibility_tolerance", forgiven));
            Option(HighsNative.Highs_setDoubleOptionValue(highs, "mip_rel_gap", 0));
            Option(HighsNative.Highs_setDoubleOptionValue(highs, "mip_abs_gap", Math.Max(0, limits.AbsoluteGap * scale)));
            if (double.IsFinite(limits.Seconds)) Option(HighsNative.Highs_setDoubleOptionValue(highs, "time_limit", Math.Max(0.05, limits.Seconds)));
            if (limits.Doubtful) Option(HighsNative.Highs_setBoolOptionValue(highs, "mip_heuristic_run_rens", 0));
            if (limits.Nodes is { } nodes) Option(HighsNative.Highs_setIntOptionValue(highs, "mip_max_nodes", nodes));
            Pass(highs, model, scale);
            // A start that HiGHS cannot use is only a slower run.
            if (start is not null) fixed (double* values = start) _ = HighsNative.Highs_setSolution(highs, values, null, null, null);
            Option(HighsNative.Highs_setCallback(highs, &Told, (void*)GCHandle.ToIntPtr(pin)));
            Option(HighsNative.Highs_startCallback(highs, HighsNative.CallbackMipInterrupt));
            _ = HighsNative.Highs_run(highs); // 1 is a warning such as "stopped", not an error; the model status says what happened
            return Read(highs, model, scale, limits.AbsoluteGap);
        }
        finally
        {
            pin.Free();
            HighsNative.Highs_destroy(highs);
        }
    }

    /// <summary>
    /// A start with all its columns, those that it leaves open (+∞) at their best beside the others; null where there is none. HiGHS would complete it too, by a model of its own in which the others are fixed, and would tell that model's bound as if it
    /// were this one's.
    /// </summary>
    private static double[]? Completed(LinearModel model, HighsLimits limits, double[] start)
    {
        if (start.All(double.IsFinite)) return start;
        var beside = model.With((c, column) => double.IsFinite(start[c]) && Math.Clamp(start[c], column.Lower, column.Upper) is var at ? column with { Lower = at, Upper = at } : column);
        return Solve(beside, limits, null, null, presolve: true, seed: 1401).Values;
    }

    private static HighsAnswer Read(nint highs, LinearModel model, double scale, double gap)
    {
        var status = HighsNative.Highs_getModelStatus(highs);
        if (status is Infeasible or UnboundedOrInfeasible) return new(null, double.NegativeInfinity, true, false);
        _ = HighsNative.Highs_getIntInfoValue(highs, "primal_solution_status", out var primal);
        // A model with whole columns has no duals.
        var whole = model.Columns.Any(c => c.Whole);
        var (found, duals) = ((double[]?)null, whole ? [] : new double[model.Rows.Count]);
        if (primal == 2)
        {
            found = new double[model.Columns.Count];
            fixed (double* values = found, prices = duals)
                if (HighsNative.Highs_getSolution(highs, values, null, null, prices) < 0) found = null;
        }
        double bound;
        if (whole) {
            _ = HighsNative.Highs_getDoubleInfoValue(highs, "mip_dual_bound", out bound);
            bound /= scale;
            // Nodes within the absolute gap of the best plan are dropped without being told: the bound is no better than that.
            if (found is not null) bound = Math.Max(bound, model.ObjectiveOf(found) + gap);
        }
        else bound = status == Optimal && found is not null ? model.ObjectiveOf(found) : double.PositiveInfinity;
        // A run that broke down proves nothing, whatever number is left in its bound.
        if (!double.IsFinite(bound) || status is not (Optimal or TimeLimit or IterationLimit or SolutionLimit or Interrupted)) bound = double.PositiveInfinity;
        return new(found, bound, false, status != Optimal) { Status = status, Duals = whole || status != Optimal ? null : Array.ConvertAll(duals, dual => dual / scale) };
    }

    private static void Pass(nint highs, LinearModel model, double scale)
    {
        var (columns, rows) = (model.Columns, model.Rows);
        double[] cost = [.. columns.Select(c => c.Objective * scale)], lower = [.. columns.Select(c => c.Lower)], upper = [.. columns.Select(c => c.Upper)];
        double[] rowLower = [.. rows.Select(r => r.Lower)], rowUpper = [.. rows.Select(r => r.Upper)];
        int[] whole = [.. columns.Select(c => c.Whole ? 1 : 0)];
        var start = new int[rows.Count + 1];
        for (var r = 0; r < rows.Count; r++) start[r + 1] = start[r] + rows[r].Terms.Count;
        int[] index = new int[start[^1]];
        double[] value = new double[start[^1]];
        for (var r = 0; r < rows.Count; r++)
            for (var t = 0; t < rows[r].Terms.Count; t++) (index[start[r] + t], value[start[r] + t]) = rows[r].Terms[t];
        fixed (double* c = cost, l = lower, u = upper, rl = rowLower, ru = rowUpper, v = value)
        fixed (int* s = start, i = index, w = whole)
            if (HighsNative.Highs_passMip(highs, columns.Count, rows.Count, index.Length, RowWise, Maximise, model.Constant * scale, c, l, u, rl, ru, s, i, v, w) < 0)
                throw new InvalidOperationException("HiGHS refused the model.");
    }

    private static void Option(int status)
    {
        if (status != 0) throw new InvalidOperationException("HiGHS refused an option.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Told(int kind, byte* message, void* dataOut, HighsNative.CallbackIn* dataIn, void* user)
    {
        if (GCHandle.FromIntPtr((nint)user).Target is Watch watch && watch.Stop(dataOut) && dataIn is not null) dataIn->Interrupt = 1;
    }

    private sealed class Watch(HighsLimits limits, double scale, Action<double?, double?>? seen)
    {
        private readonly System.Diagnostics.Stopwatch _clock = System.Diagnostics.Stopwatch.StartNew();
        private long _told;

        public bool Stop(void* dataOut)
        {
            // Exceptions must not cross into native code; nothing here throws but the listener, and a listener that throws stops the run.
            try
            {
                if (seen is not null && dataOut is not null && _clock.ElapsedMilliseconds - _told >= limits.Every)
                {
                    _told = _clock.ElapsedMilliseconds;
                    var (value, bound) = (Item(dataOut, "mip_primal_bound"), Item(dataOut, "mip_dual_bound"));
                    // As at the end of a run: nodes within the gap of the best solution are dropped without being told.
                    seen(value, value is { } v && bound is { } b ? Math.Max(b, v + Math.Max(0, limits.AbsoluteGap)) : bound);
                }
                return limits.Cancellation.IsCancellationRequested || _clock.Elapsed.TotalSeconds > limits.Seconds;
            }
            catch (Exception) { return true; }
        }

        private double? Item(void* dataOut, string name)
        {
            var value = (double*)HighsNative.Highs_getCallbackDataOutItem(dataOut, name);
            return value is null || !double.IsFinite(*value) || Math.Abs(*value) > 1e29 ? null : *value / scale;
        }
    }
}
