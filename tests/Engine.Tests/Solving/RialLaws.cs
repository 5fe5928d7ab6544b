using Allocation.Engine.Formulation;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class RialLaws
{
    private const ulong Seed = 1401;

    [Fact]
    public void Small_scenarios_in_rials_are_answered_as_exhaustive_search_in_exact_arithmetic_answers_them()
    {
        var (plans, none, undecided) = (0, 0, 0);
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var scenario = RialScenarios.Of(Seed, number);
            Truth truth;
            try { truth = Truth.Of(scenario); }
            catch (UndecidedException) { Interlocked.Increment(ref undecided); return; }
            if (truth.Outcomes is null) Interlocked.Increment(ref none); else Interlocked.Increment(ref plans);
            foreach (var method in PriceEngine.Serves(Problem.For(scenario)) ? new[] { Method.Auto, Method.Prices } : [Method.Auto])
            {
                var options = new SolveOptions { Method = method, MeasureAlone = number % 4 > 0 };
                string? complaint;
                try { complaint = truth.Complaint(AllocationEngine.Solve(scenario, options, null, TestContext.Current.CancellationToken), options.Tolerance); }
                catch (Exception e) when (e is not OperationCanceledException) { complaint = e.ToString(); }
                if (complaint is not null) wrong.Add($"{number} {method}: {complaint}; {scenario.Goal}");
            }
        });
        Assert.True(wrong.IsEmpty, string.Join(Environment.NewLine, wrong.Order(StringComparer.Ordinal)));
        Assert.True(plans > Count / 3 && none > Count / 20 && undecided < Count / 100, $"{plans} with a plan, {none} without, {undecided} undecided");
    }

    private static int Count => int.Parse(Environment.GetEnvironmentVariable("RIALS") ?? "1000", System.Globalization.CultureInfo.InvariantCulture);
}
