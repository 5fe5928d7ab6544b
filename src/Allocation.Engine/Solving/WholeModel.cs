using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>
/// The whole problem as one linear model on HiGHS. A concave measure is over-estimated by tangents, so that every run gives a true upper bound; tangents are added at the outcomes of
/// solutions in fractions and of each plan found until bound and plan meet. Choices that no whole payments can pay for are cut off one by one.
/// </summary>
internal sealed class WholeModel : IPlanEngine
{
    public const string EngineName = "whole";
    private const double FirstGap = 1e-4, Narrowing = 0.05;
    private const double Closer = 1000, Closest = 1e5, Overlooked = 0.1;
    private const int MostRounds = 400;
    // After so many solutions in fractions φ is seen sharply enough that the first run to the finest gap is mostly the last.
    private const int MostFractions = 4;

    /// <summary>Nodes that may be taken to find a plan among what is near prices or a solution in fractions: what is narrow needs few.</summary>
    public const int FewNodes = 100;

    public string Name => EngineName;
    /// <summary>Nodes after which a run of HiGHS stops; null = no such limit.</summary>
    public int? MostNodes { get; init; }
    /// <summary>Fewer projects are solved without preparation, which would take longer than it saves.</summary>
    public int Prepared { get; init; } = 100;

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
        new Search(problem, options, MostNodes, Prepared, progress, cancellation).Run(start);

    private sealed class Search(Problem problem, SolveOptions options, int? mostNodes, int prepared, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly ConcaveMeasure? _concave = problem.Measure as ConcaveMeasure;
        private readonly MeasureAim _aim = new(problem, problem.Measure);
        private readonly TangentMemory _memory = new(problem);
        private double? _highest;
        private readonly List<int[]> _cuts = [];
        // The best value among choices that were cut off though nobody knows whether they can be paid for: no bound may go below it.
        private double _unsettled = double.NegativeInfinity;
        private Plan? _best;
        private double _value = double.NegativeInfinity;
        private double _bound = double.PositiveInfinity;
        // What HiGHS overlooks is small enough for most scenarios; where that alone keeps a plan from being proven, it is asked once more to look closer.
        private double _size = 1, _blind;
        private bool _sharpened;

        private bool Prepares => mostNodes is null && problem.Scenario.Projects.Count >= prepared;
        private double Left => options.TimeLimit is { } limit ? limit.TotalSeconds - _clock.Elapsed.TotalSeconds : double.PositiveInfinity;
        private double Bound => Math.Max(_bound, _unsettled);
        private bool Proven => _best is not null && Bound - _value <= options.Tolerance * problem.Measure.GapScale(_value);

        public EngineRun Run(Plan? start)
        {
            start ??= First();
            if (start is not null) (_best, _value) = (start, problem.ValueOf(start.Choices));
            if (options.Parent?.Tangents is { } memory) memory.Recall(problem, _aim);
            var (gap, digits) = (FirstGap, false);
            for (var round = 0; round < MostRounds && !Proven; round++)
            {
                // A variant's first run is to be there soon.
                if (round == (options.Parent is null ? 0 : 1)) Sharpen();
                if (Left <= 0 || cancellation.IsCancellationRequested) return End(RunEnd.Stopped);
                var form = Form(digits);
                _blind = Blind(form);
                var asked = Math.Max(gap, FinestGap());
                var answer = HighsRun.Solve(form.Model, new(asked, Left, cancellation) { Nodes = mostNodes, Largest = _size }, Start(form), (_, bound) => Told(bound));
                if (answer.Infeasible)
                {
                    // Only choices without payments are cut off, so that a plan in hand contradicts the solver: then its word proves nothing.
                    return End(_best is null && double.IsNegativeInfinity(_unsettled) ? RunEnd.Impossible : RunEnd.Finished);
                }
                _bound = Math.Min(_bound, Value(answer.Bound));
                if (answer.Values is null) return End(RunEnd.Stopped);

                var (choices, cutBefore) = (form.Choices.Read(answer.Values), _cuts.Count);
                if (Payments.For(problem, choices, out var settled) is { } plan) Offer(plan);
                else
                {
                    if (!settled) _unsettled = Math.Max(_unsettled, problem.ValueOf(choices));
                    if (form.Choices.Others(choices) is null) digits = true;
                    _cuts.Add(choices);
                }
                Tell("plan");
                if (answer.Stopped && !Proven) return End(RunEnd.Stopped);
                // By the plan just found: what is fine enough may be less than was thought before there was one.
                var (touched, fine) = (Touch(choices), FinestGap());
                if (!touched && asked <= fine && _cuts.Count == cutBefore)
                {
                    if (_blind == 0 || _size > 1) break;
                    _size = Closer;
                }
                gap = touched && !_sharpened ? Math.Max(fine, gap * Narrowing) : fine;
            }
            return End(RunEnd.Finished);
        }

        private WholeFormulation Form(bool digits)
        {
            var form = WholeFormulation.Of(problem, digits);
            foreach (var cut in _cuts) form.Without(cut);
            form.Model.Maximise(_aim.Sum(form));
            return form;
        }

        // Where φ bends the best plan lies near solutions in fractions: tangents there cost little, and spare runs whose plans only say where φ is over-estimated. No plan is worth more than such a solution.
        private void Sharpen()
        {
            if (!Prepares || !_aim.Bends) return;
            _sharpened = true;
            for (var round = 0; round < MostFractions && Left > 0 && !cancellation.IsCancellationRequested; round++)
            {
                var form = Form(digits: false);
                var answer = HighsRun.Relaxed(form.Model, new(0, Left, cancellation));
                if (answer.Values is not { } values) return;
                _blind = HighsRun.Blind(form.Model, 1);
                Told(answer.Bound);
                if (!_aim.Touch(form, values)) return;
            }
        }

        // Without tangents that bring it on, a run must not overlook more than a small part of what it may leave open.
        private double Blind(WholeFormulation form)
        {
            var (blind, most) = (HighsRun.Blind(form.Model, _size), Overlooked * FinestGap());
            if (_aim.Bends || _best is null || blind <= most) return blind;
            _size = Math.Min(Closest, _size * blind / most);
            return HighsRun.Blind(form.Model, _size);
        }

        private Plan? First() => !Prepares ? null
            : _concave is not null ? Dive.Find(problem, options, cancellation)
            : new FirstPlan(problem, options, (a, b) => Of(a).CompareTo(Of(b)), cancellation)
                .Find(Math.Min(FirstPlan.MostSeconds, Left / 4), worstOff: problem.Measure is not WorstOff);

        private double Of(long[] outcomes) => problem.Measure.Of(outcomes, problem.Weights);

        private bool Touch(int[] choices)
        {
            var outcomes = problem.Outcomes.Of(choices);
            if (_aim.Bends) _memory.Add(outcomes);
            return _aim.Touch(outcomes);
        }

        private void Offer(Plan plan)
        {
            var value = problem.ValueOf(plan.Choices);
            if (_best is null || value > _value) (_best, _value) = (plan, value);
        }

        // The model's objective is the mean of φ; what it may be off by is allowed for before it becomes a bound.
        private double Value(double objective)
        {
            if (double.IsPositiveInfinity(objective)) return objective;
            var safe = objective + HighsRun.Rounding(objective, 1e-4, _aim.Bends) + _blind;
            return _aim.FromModel(safe) is var value && double.IsPositiveInfinity(value) ? value : Math.Max(Math.Min(value, _highest ??= _aim.Highest), _value);
        }

        /// <summary>A third of the tolerance, in the objective's unit: what the last run may leave open.</summary>
        private double FinestGap()
        {
            var third = options.Tolerance * problem.Measure.GapScale(_best is null ? 1 : _value) / 3;
            if (_concave is null || _best is null || !double.IsFinite(third)) return third;
            var outcomes = problem.Outcomes.Of(_best.Choices);
            var phi = _concave.MeanPhi(outcomes, problem.Weights);
            // From the slope of φ⁻¹ at the plan, taken by a small difference.
            var step = 1e-6 * Math.Max(Math.Abs(phi), 1e-3);
            var slope = (_concave.FromMeanPhi(phi + step) - _concave.FromMeanPhi(phi)) / step;
            return slope > 0 && double.IsFinite(slope) ? third / slope : third;
        }

        private double[]? Start(WholeFormulation form)
        {
            if (_best is null) return null;
            var values = new double[form.Model.Columns.Count];
            Array.Fill(values, double.PositiveInfinity); // HiGHS works out what is left open
            form.Choices.Write(_best, values);
            return values;
        }

        private void Told(double? objective)
        {
            if (objective is { } o) _bound = Math.Min(_bound, Value(o));
            Tell("search");
        }

        private void Tell(string stage) => progress?.Report(new(_clock.Elapsed, stage, _best is null ? null : _value, double.IsPositiveInfinity(Bound) ? null : Bound));

        private EngineRun End(RunEnd end) => new(_best, Bound, end) { Memory = _memory, Claim = _aim };
    }
}
