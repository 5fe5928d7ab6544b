using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Host.Import.Pabulib;

namespace Allocation.Host.Import.Voting;

/// <summary>
/// What a council does that gives every election its own budget and its own rule: the winners of each, and the worth of all of them together under the measure of the
/// scenario that the same files make. Ceilings and thresholds are not looked at, so it may be worth more than any plan that keeps them.
/// </summary>
internal static class Council
{
    /// <param name="winners">[election] its winning projects.</param>
    public static double Worth(PbImported imported, IReadOnlyList<IReadOnlyList<int>> winners)
    {
        var choices = new List<int>();
        for (var f = 0; f < winners.Count; f++)
        {
            var won = winners[f].ToHashSet();
            var projects = imported.Elections[f].Projects;
            for (var p = 0; p < projects.Count; p++)
                if (!projects[p].IsWithdrawn) choices.Add(won.Contains(p) ? 1 : 0);
        }
        return Problem.For(Scenario.Create(imported.Parts!).Value).ValueOf(choices);
    }
}
