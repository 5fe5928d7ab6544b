using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>Whether several files can be one city with one budget.</summary>
internal static class CityChecks
{
    public static void Together(IReadOnlyList<PbElection> elections, PbOptions options, Action<string, FaultKind, string, string, (string, Text)[]> add)
    {
        var first = elections[0];
        foreach (var election in elections.Skip(1))
        {
            Same("unit", e => e.Unit, election);
            Same("instance", e => e.Instance, election);
            Same("currency", e => e.Currency, election);
            if (options.Benefit == BenefitKind.Points && Points(election) != Points(first))
                add(election.File, PbFaults.TypesDiffer, "vote_type", election.VoteTypeWord, [("other", Text.Same(first.File)), ("expected", Text.Same(first.VoteTypeWord))]);
        }
        // Files of different cities may share whatever they like.
        if (elections.All(e => Slugs.Key(e.Unit) == Slugs.Key(first.Unit))) Shared(elections, add);

        void Same(string key, Func<PbElection, string> of, PbElection election)
        {
            if (Slugs.Key(of(election)) != Slugs.Key(of(first)))
                add(election.File, PbFaults.FilesDiffer, key, of(election), [("other", Text.Same(first.File)), ("expected", Text.Same(of(first)))]);
        }
    }

    // Approval and choose-1 both give one point to a project that a voter supports.
    private static VoteType Points(PbElection election) => election.VoteType == VoteType.ChooseOne ? VoteType.Approval : election.VoteType;

    // A file of the whole city beside those of its districts holds every project twice. One programme in two districts is no such thing: half of a file must be shared.
    private static void Shared(IReadOnlyList<PbElection> elections, Action<string, FaultKind, string, string, (string, Text)[]> add)
    {
        var seen = new Dictionary<(string, decimal, string), PbElection>();
        foreach (var election in elections)
        {
            var shared = election.Projects.Where(p => seen.ContainsKey((p.Id, p.Cost, p.Name)));
            foreach (var other in shared.GroupBy(p => seen[(p.Id, p.Cost, p.Name)]))
                if (other.Count() > 1 && other.Count() * 2 > Math.Min(election.Projects.Count, other.Key.Projects.Count))
                    add(election.File, PbFaults.SharedProjects, "project_id", other.First().Id, [("other", Text.Same(other.Key.File)), ("count", FaultKind.Number(other.Count()))]);
            foreach (var p in election.Projects) seen.TryAdd((p.Id, p.Cost, p.Name), election);
        }
    }

    public static string Plain(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
