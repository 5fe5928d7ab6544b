using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;

namespace Allocation.Engine.Explaining;

/// <summary>
/// Answers whether any plan keeps every rule of variants of a scenario. What made one variant possible is tried on the next, so that most questions whose answer is yes need no solver.
/// </summary>
/// <param name="each">Time for each question.</param>
/// <param name="all">Time for all of them; null = no end. What is asked later is answered by arithmetic and what is remembered, or not at all.</param>
internal sealed class Feasibility(TimeSpan each, TimeSpan? all = null)
{
    private const int Remembered = 12;
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(10);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<Plan> _plans = [];
    private OutcomeModel? _outcomes;

    /// <summary>The question with the time limit of <paramref name="options"/> for each asking (10 seconds where there is none).</summary>
    public static CanHold Asked(SolveOptions options) => new Feasibility(options.TimeLimit ?? s_usual).CanHold;

    /// <summary>What is left of the time; never below 0.</summary>
    public TimeSpan Left => all is not { } most ? TimeSpan.MaxValue : most > _clock.Elapsed ? most - _clock.Elapsed : TimeSpan.Zero;

    /// <summary>Plans that made variants possible, or that may, the latest first.</summary>
    public IReadOnlyList<Plan> Plans { get => _plans; init => _plans = [.. value.Take(Remembered)]; }

    /// <summary>True where some question was left open for want of time.</summary>
    public bool Unanswered { get; private set; }

    /// <summary>Whether some plan keeps every rule; null where that is not known in the time given.</summary>
    public bool? CanHold(Scenario scenario)
    {
        var problem = ProblemOf(scenario);
        if (_plans.Any(known => Fits(problem, known.Choices))) return true;
        var run = AnyPlan.Find(problem, each < Left ? each : Left, CancellationToken.None);
        Unanswered |= run is { Plan: null, End: not RunEnd.Impossible };
        if (run.Plan is not { } plan) return run.End == RunEnd.Impossible ? false : null;
        _plans.Insert(0, plan);
        if (_plans.Count > Remembered) _plans.RemoveAt(Remembered);
        return true;
    }

    /// <summary>False where not even fractions of projects keep every rule, or arithmetic says so; else null. Much cheaper than <see cref="CanHold"/>.</summary>
    public bool? Roughly(Scenario scenario) => Left > TimeSpan.Zero && AnyPlan.NotEvenFractions(ProblemOf(scenario), each < Left ? each : Left) ? false : null;

    /// <summary>The least by which one statement alone has to give way, in money units, and whether less is proven not to be enough; null where that was not found.</summary>
    public (long Money, bool Least)? Eased(Scenario scenario, Statement statement)
    {
        var problem = ProblemOf(scenario);
        var asked = statement.IsFund ? -1 - statement.Index : statement.Index;
        var limit = each < Left / 2 ? each : Left / 2;
        // A protection whose budget is what the funds have gives way with them, which no row says.
        if (problem.Limits.All.Count > 0 || problem.Rows.KeepReserves || LeastBroken.Find(problem, at => at == asked, limit, CancellationToken.None) is not { } found) return null;
        Int128 over = 0, whole = 1;
        for (var r = 0; r < problem.Rows.Rows.Count; r++) if (problem.Rows.Rows[r] is var row && row.Rule == asked && found.Over[r] > 0) (over, whole) = (found.Over[r], row.Whole);
        var money = (long)((over + whole - 1) / whole);
        _plans.Insert(0, found.Plan);
        return (money, found.AtLeast > money - 1 + 1e-6);
    }

    // Variants differ in what they demand; outcomes, which take long to make, are the same for them all.
    private Problem ProblemOf(Scenario scenario) => Problem.For(scenario, _outcomes ??= OutcomeModel.For(scenario));

    private static bool Fits(Problem problem, IReadOnlyList<int> choices)
    {
        for (var p = 0; p < choices.Count; p++) if (choices[p] < problem.Least[p] || choices[p] > problem.Most[p]) return false;
        return Payments.For(problem, [.. choices]) is not null;
    }
}
