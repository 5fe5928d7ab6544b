using System.Collections.Concurrent;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;

namespace Allocation.Engine.Tests.Solving;

/// <summary>One numbered scenario in rials, solved by the engine that serves it best, by prices too where they serve it (one in three), and judged.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Truth">Null where exhaustive search could not decide whether some choices can be paid for.</param>
/// <param name="Silent">Answers that neither gave a plan nor said that there is none.</param>
/// <param name="Open">Plans that were not called best.</param>
/// <param name="Complaints">What was wrong.</param>
internal sealed record RialRun(int Number, Scenario Scenario, Truth? Truth, int Answers, int Silent, int Open, IReadOnlyList<string> Complaints)
{
    // Prices may branch for long on what they cannot prove; counted, so that a run is the same everywhere.
    private const int PriceNodes = 200;
    // One in tens of thousands of worst shares would take half an hour.
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    public static RialRun Of(ulong seed, int number) => Of(number, RialScenarios.Of(seed, number));

    /// <summary>The same for a scenario of the caller's.</summary>
    public static RialRun Of(int number, Scenario scenario)
    {
        Truth truth;
        try { truth = Truth.Of(scenario); }
        catch (UndecidedException) { return new(number, scenario, null, 0, 0, 0, []); }
        var (answers, silent, open, complaints) = (0, 0, 0, new List<string>());
        Ask(Method.Auto);
        if (number / 10 % 3 == 0 && MeasureMethods.Priced(Problem.For(scenario))) Ask(Method.Prices);
        return new(number, scenario, truth, answers, silent, open, complaints);

        void Ask(Method method)
        {
            answers++;
            // The goals after the measure are asked for now and then: they cost time, and may only choose among equals.
            var options = new SolveOptions { Method = method, MeasureAlone = number % 5 > 0, MostNodes = method == Method.Prices ? PriceNodes : null, TimeLimit = s_longest, Threads = 1 + (number / 5 % 2) };
            try
            {
                var answer = AllocationEngine.Solve(scenario, options, null, CancellationToken.None);
                if (answer is SolveResult.StoppedWithoutPlan) { silent++; return; }
                if (answer is SolveResult.Solved { Proof: not Proof.Best }) open++;
                if (truth.Complaint(answer, options.Tolerance) is { } complaint) complaints.Add($"{number} {method}: {complaint}; {scenario.Goal}");
            }
            catch (Exception broken) when (broken is not OutOfMemoryException) { complaints.Add($"{number} {method}: {broken}"); }
        }
    }
}

/// <summary>Many <see cref="RialRun"/>s counted; may be added to by several threads.</summary>
internal sealed class RialTally
{
    private int _plans, _none, _undecided, _answers, _silent, _open;

    public int Plans => _plans;
    public int None => _none;
    public int Undecided => _undecided;
    public int Answers => _answers;
    public int Silent => _silent;
    public int Open => _open;
    public ConcurrentBag<string> Wrong { get; } = [];

    public void Add(RialRun run)
    {
        Interlocked.Increment(ref run.Truth is null ? ref _undecided : ref run.Truth.Outcomes is null ? ref _none : ref _plans);
        Interlocked.Add(ref _answers, run.Answers);
        Interlocked.Add(ref _silent, run.Silent);
        Interlocked.Add(ref _open, run.Open);
        foreach (var complaint in run.Complaints) Wrong.Add(complaint);
    }

    public override string ToString() => $"{_plans} with a plan, {_none} without, {_undecided} undecided; {_answers} answers: {Wrong.Count} wrong, {_open} open, {_silent} silent";
}
