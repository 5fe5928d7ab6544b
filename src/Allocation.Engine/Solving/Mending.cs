using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// Mends choices that miss a floor by a hair: of all plans that differ from them in one project or two, the one that is best in an aim and keeps every floor. What a pair does is guessed from what each of the two does
/// alone, which orders the pairs; each is then judged exactly, and no more than so many are.
/// </summary>
internal sealed class Mending(Problem problem, Aim aim, IReadOnlyList<AimFloor> floors, CancellationToken cancellation)
{
    private const int MostSingles = 600, MostTries = 2000;

    /// <summary>One project with another choice: what that adds to the aim, to each floor's aim, and to what is spent.</summary>
    private sealed record Change(int Project, int Choice, double Gain, double[] Lifts, long Cost);

    /// <param name="choices">Choices that keep every lock.</param>
    /// <param name="above">What the plan's aim must exceed to be of use.</param>
    /// <returns>The plan, or null where none was found among the pairs that promised most.</returns>
    public Plan? Mend(int[] choices, double above)
    {
        var (now, spare) = (aim.Of(choices), Left(choices));
        double[] missing = [.. floors.Select(f => f.Least - f.Aim.Of(choices))];
        var singles = Singles(choices, now);
        var pairs = new List<(double Gain, Change First, Change? Second)>();
        for (var i = 0; i < singles.Count && !cancellation.IsCancellationRequested; i++)
        {
            if (Promises(singles[i], null)) pairs.Add((singles[i].Gain, singles[i], null));
            for (var j = i + 1; j < singles.Count; j++)
                if (singles[i].Project != singles[j].Project && Promises(singles[i], singles[j])) pairs.Add((singles[i].Gain + singles[j].Gain, singles[i], singles[j]));
        }
        foreach (var (_, first, second) in pairs.OrderByDescending(p => p.Gain).Take(MostTries))
        {
            if (cancellation.IsCancellationRequested) return null;
            var changed = (int[])choices.Clone();
            changed[first.Project] = first.Choice;
            if (second is not null) changed[second.Project] = second.Choice;
            if (aim.Of(changed) > above && floors.All(f => f.Holds(changed)) && Payments.For(problem, changed) is { } plan) return plan;
        }
        return null;

        bool Promises(Change a, Change? b)
        {
            if (now + a.Gain + (b?.Gain ?? 0) <= above || a.Cost + (b?.Cost ?? 0) > spare) return false;
            for (var f = 0; f < missing.Length; f++) if (a.Lifts[f] + (b?.Lifts[f] ?? 0) < missing[f]) return false;
            return true;
        }
    }

    // Those that gain most and those that lift floors most, should there be too many.
    private List<Change> Singles(int[] choices, double now)
    {
        double[] held = [.. floors.Select(f => f.Aim.Of(choices))];
        var all = new List<Change>();
        var changed = (int[])choices.Clone();
        for (var p = 0; p < choices.Length && !cancellation.IsCancellationRequested; p++)
        {
            foreach (var choice in Others(p, choices[p]))
            {
                changed[p] = choice;
                all.Add(new(p, choice, aim.Of(changed) - now, [.. floors.Select((f, i) => f.Aim.Of(changed) - held[i])], problem.Scenario.Projects[p].CostOf(choice) - problem.Scenario.Projects[p].CostOf(choices[p])));
            }
            changed[p] = choices[p];
        }
        return all.Count <= MostSingles ? all : [.. all.OrderByDescending(c => c.Gain).Take(MostSingles / 2).Union(all.OrderByDescending(c => c.Lifts.Max()).Take(MostSingles / 2))];
    }

    // Out, the least, the most, and one step either way: all choices of whole and most phased projects.
    private IEnumerable<int> Others(int p, int choice)
    {
        var (project, least, most) = (problem.Scenario.Projects[p], problem.Least[p], problem.Most[p]);
        return new[] { 0, Math.Max(project.LeastChoice, least), most, choice - 1, choice + 1 }.Distinct().Where(c => c != choice && c >= least && c <= most && (c == 0 || c >= project.LeastChoice));
    }

    // What the funds have beside what these choices cost.
    private Int128 Left(int[] choices)
    {
        Int128 left = 0;
        foreach (var fund in problem.Scenario.Funds) left += fund.Amount;
        for (var p = 0; p < choices.Length; p++) left -= problem.Scenario.Projects[p].CostOf(choices[p]);
        return left;
    }
}
