namespace Allocation.Host.Import.Pabulib;

/// <summary>What the ballots of one file give to its projects, by the place where the voters live.</summary>
internal sealed class Tally
{
    private readonly decimal[,] _byPlace;
    private readonly decimal[] _nowhere;
    private readonly int _places;

    private Tally(int projects, int places) => (_byPlace, _nowhere, _places) = (new decimal[projects, places], new decimal[projects], places);

    public decimal In(int project, int place) => _byPlace[project, place];
    /// <summary>From voters whose place nobody knows.</summary>
    public decimal Nowhere(int project) => _nowhere[project];

    public decimal Total(int project)
    {
        var total = _nowhere[project];
        for (var n = 0; n < _places; n++) total += _byPlace[project, n];
        return total;
    }

    /// <param name="placeOf">[ballot] its place, or −1.</param>
    public static Tally Of(PbElection election, int[] placeOf, int places, BenefitKind kind)
    {
        var tally = new Tally(election.Projects.Count, places);
        for (var b = 0; b < placeOf.Length; b++)
        {
            var ballot = election.Ballots[b];
            for (var i = 0; i < ballot.Projects.Length; i++)
                tally.Add(ballot.Projects[i], placeOf[b], kind == BenefitKind.Supporters ? (ballot.Points[i] > 0 ? 1 : 0) : ballot.Points[i] - election.DefaultScore);
        }
        // A scoring ballot gives the default to everything it leaves out: to all projects, less what the lists took back above.
        if (kind == BenefitKind.Points && election.DefaultScore != 0)
            foreach (var place in placeOf)
                for (var p = 0; p < election.Projects.Count; p++) tally.Add(p, place, election.DefaultScore);
        return tally;
    }

    private void Add(int project, int place, decimal points)
    {
        if (place < 0) _nowhere[project] += points; else _byPlace[project, place] += points;
    }
}
