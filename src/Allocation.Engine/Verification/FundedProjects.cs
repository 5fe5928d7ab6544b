using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>
/// The projects that a plan funds, and those of them worth asking about under a scope: a rule for one district is judged by what reaches that district,
/// so that thousands of rules do not each read the whole plan.
/// </summary>
internal sealed class FundedProjects
{
    private readonly Ground _ground;
    private readonly HashSet<int> _funded;
    private readonly List<int>[] _reaching;
    private readonly ILookup<string, int> _members;

    public FundedProjects(Ground ground, Plan plan)
    {
        _ground = ground;
        All = [.. Enumerable.Range(0, plan.Choices.Count).Where(p => plan.Choices[p] != 0)];
        _funded = [.. All];
        _members = Enumerable.Range(0, ground.Parts.Neighbourhoods.Count).ToLookup(n => ground.Parts.Neighbourhoods[n].District, StringComparer.Ordinal);
        _reaching = [.. ground.Parts.Neighbourhoods.Select(_ => new List<int>())];
        foreach (var p in All) foreach (var (place, _) in ground.Reach(p)) _reaching[place].Add(p);
    }

    /// <summary>Every funded project, ascending.</summary>
    public int[] All { get; }

    /// <summary>Every funded project that the scope's lists of projects, neighbourhoods or districts could mean, each once; further conditions are the caller's.</summary>
    public IReadOnlyCollection<int> Near(Scope scope)
    {
        if (scope.Projects.Count > 0) return new HashSet<int>(scope.Projects.Select(id => _ground.Projects[id]).Where(_funded.Contains));
        if (scope.Neighbourhoods.Count > 0) return Reaching(scope.Neighbourhoods.Select(_ground.NeighbourhoodAt));
        if (scope.Districts.Count > 0) return Reaching(scope.Districts.SelectMany(id => _members[id]));
        return All;
    }

    private HashSet<int> Reaching(IEnumerable<int> places) => [.. places.SelectMany(n => _reaching[n])];
}
