namespace Allocation.Host.Import.Pabulib;

/// <summary>How voters were asked.</summary>
internal enum VoteType
{
    /// <summary>A set of projects.</summary>
    Approval,
    /// <summary>One project.</summary>
    ChooseOne,
    /// <summary>A ranking, best first.</summary>
    Ordinal,
    /// <summary>Points, not below 0, of a limited sum.</summary>
    Cumulative,
    /// <summary>Points of any sign; what a ballot leaves out has the default score.</summary>
    Scoring,
}

/// <summary>A project on the ballot. <paramref name="Places"/> are the neighbourhoods that the file's own caps speak of.</summary>
internal sealed record PbProject(string Id, decimal Cost, string Name, IReadOnlyList<string> Categories, IReadOnlyList<string> Places, PbCell At)
{
    /// <summary>The cost that files give to a project which was withdrawn after the ballots were printed.</summary>
    public const decimal WithdrawnCost = 999_999_999;
    public bool IsWithdrawn => Cost == WithdrawnCost;
}

/// <summary>
/// One ballot: positions of projects, and the points for each: 1 in approval and choose-1, length … 1 down a ranking unless the file states them.
/// <paramref name="Place"/> is the neighbourhood (or else the district) that the voter states, empty where none.
/// </summary>
internal sealed record PbBallot(string Voter, int[] Projects, decimal[] Points, string Place);

/// <summary>A limit on the money for the projects of one category or one neighbourhood of a file.</summary>
internal sealed record PbCap(string Name, bool IsCategory, decimal Amount);

/// <summary>One .pb file as read: everything that an import uses.</summary>
internal sealed record PbElection
{
    /// <summary>The file's name without its folders.</summary>
    public required string File { get; init; }
    public required VoteType VoteType { get; init; }
    public required decimal Budget { get; init; }
    public string Description { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Subunit { get; init; } = "";
    public string District { get; init; } = "";
    public string Instance { get; init; } = "";
    public string Currency { get; init; } = "";
    public string DateEnd { get; init; } = "";
    /// <summary>What a scoring ballot gives to a project that it leaves out.</summary>
    public decimal DefaultScore { get; init; }
    /// <summary>The least points with which a project could win at all, or 0.</summary>
    public decimal Threshold { get; init; }
    public IReadOnlyList<PbCap> Caps { get; init; } = [];
    public required IReadOnlyList<PbProject> Projects { get; init; }
    public required IReadOnlyList<PbBallot> Ballots { get; init; }

    /// <summary>The words the format has for the vote types.</summary>
    public static readonly IReadOnlyDictionary<string, VoteType> VoteTypes = new Dictionary<string, VoteType>(StringComparer.Ordinal)
    {
        ["approval"] = VoteType.Approval, ["choose-1"] = VoteType.ChooseOne, ["ordinal"] = VoteType.Ordinal, ["cumulative"] = VoteType.Cumulative, ["scoring"] = VoteType.Scoring,
    };

    public string VoteTypeWord => VoteTypes.First(t => t.Value == VoteType).Key;
}

/// <summary>A file that was read, or null where a fault stopped it; warnings may stand beside an election.</summary>
internal sealed record PbReading(PbElection? Election, IReadOnlyList<Scenarios.PlacedFault> Faults);
