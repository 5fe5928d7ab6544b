using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>A sum that is held: Σωψ(u) of a measure, no less than <paramref name="Least"/>, with the price on it that the problem's own measure contains.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Price">What a unit of it is worth, above 0.</param>
/// <param name="Least">What it must be at least, a rounding less than that: sums are of doubles.</param>
/// <param name="Near">What is told of the best plan need be no nearer than this; so choices that lose so much more than the room when all is counted are still of interest.</param>
internal sealed record HeldSum(ConcaveMeasure Measure, double Price, double Least, double Near);

/// <summary>
/// All places walked through in order with a held sum beside what clusters remember: what prices leave open between the corners of the hull around a level of the held sum. At given prices a plan that reaches the level is worth what
/// prices promise less what its places lose, what it leaves of the city's row and what it has more than the level, none of them below 0. So every plan that falls short of the promise by no more than a room is among the choices that lose no more than that;
/// these are listed, for rooms that rise, until the best of them is near enough.
/// </summary>
internal sealed class HeldJoin(PriceModel model, Dual dual)
{
    // The first room as a part of all, and by how much rooms rise; ends of each room that are tried as plans.
    private const double First = 1d / 16, Rise = 1.3;
    private const int MostTold = 8, MostStates = 1 << 18, MostAbreast = 20_000;

    /// <summary>No plan that reaches the held sum has a first sum (Σωφ without what is held) above the answer.</summary>
    /// <param name="point">Prices under a measure that contains the held sum at its price.</param>
    /// <param name="answer">What they say, of places alone.</param>
    /// <param name="held">What is held.</param>
    /// <param name="known">The first sum of a plan that reaches it, finite.</param>
    /// <param name="told">Told of choices that seem to reach it: their first sum, or null where they are no such plan.</param>
    /// <param name="stop">Ends the search between rooms.</param>
    public double Bound(PricePoint point, PriceAnswer answer, HeldSum held, double known, Func<int[], double?> told, CancellationToken stop)
    {
        var clusters = Clusters.For(model, model.Places, model.Places);
        var promised = answer.Loose - (held.Price * held.Least);
        // Larger cities than clusters can hold are left to others.
        if (clusters.All.Count != 1 || !(promised > known)) return promised;
        var solver = new ClusterSolver(model, clusters, held) { MostStates = MostStates, MostAbreast = MostAbreast };
        var asked = new Asked(point.Rows, answer.CopyPrice, answer.Best, dual.At);
        var (best, proven) = (known, 0d);
        for (var room = (promised - best) * First; !stop.IsCancellationRequested; room *= Rise)
        {
            var enough = promised - best - held.Near;
            if (enough <= proven) break;
            room = Math.Min(room, enough);
            if (solver.Walk(clusters.All[0], asked, room, clusters.CityRow >= 0) is not { } ends) break;
            (int End, double Loss)[] reached = [.. Ends(clusters, asked, held, ends).OrderBy(e => e.Loss)];
            // Rows that prices alone mind, and places that disagree, may make less of what loses least, or nothing; what it stands for is then worth no more all the same.
            proven = reached.Length == 0 ? room : Math.Min(room, reached[0].Loss);
            foreach (var (end, _) in reached.TakeWhile(e => e.Loss < promised - best).Take(MostTold))
                if (told(Choices(solver, clusters, answer, end)) is { } sum) best = Math.Max(best, sum);
            if (proven < room) break;
        }
        return Math.Max(best, promised - proven);
    }

    // Those that reach the sum within the city's row, and what they lose in the end.
    private IEnumerable<(int End, double Loss)> Ends(Clusters clusters, Asked asked, HeldSum held, ClusterSolver.State[] ends)
    {
        var row = clusters.CityRow;
        for (var e = 0; e < ends.Length; e++)
        {
            if (ends[e].Held < held.Least || (row >= 0 && ends[e].City > ClusterSolver.Wide(model.Rows.Limit[row]))) continue;
            var left = row < 0 ? 0 : asked.Rows[row] * Math.Max(0, model.Rows.Limit[row] - ends[e].City - clusters.Unborne[row]);
            yield return (e, ends[e].Loss + left + (held.Price * (ends[e].Held - held.Least)));
        }
    }

    // Of a project whose places disagree, what the first says.
    private int[] Choices(ClusterSolver solver, Clusters clusters, PriceAnswer answer, int end)
    {
        var (chosen, choices) = ((int[])answer.Chosen.Clone(), new int[model.Projects]);
        solver.Write(clusters.All[0], end, chosen);
        for (var p = 0; p < choices.Length; p++)
        {
            if (model.OptionCount(p) == 0) continue;
            var from = model.OptionsFrom(p);
            var option = model.CopiesOf(p) is [var first, ..] ? chosen[first] : answer.Vote.AsSpan(from, model.OptionCount(p)).IndexOf(1);
            choices[p] = option < 0 ? 0 : model.ChoiceOf(from + option);
        }
        return choices;
    }
}
