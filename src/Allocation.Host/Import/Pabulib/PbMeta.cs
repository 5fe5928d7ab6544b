using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>The META section: keys and values, and those that an import counts with. Keys that the format does not know are passed over.</summary>
internal sealed class PbMeta
{
    private readonly Dictionary<string, PbCell> _values = new(StringComparer.Ordinal);
    private readonly PbFaultLog _log;

    private PbMeta(PbFaultLog log) => _log = log;

    public VoteType? VoteType { get; private set; }
    public decimal? Budget { get; private set; }
    public decimal DefaultScore { get; private set; }
    public decimal Threshold { get; private set; }
    public IReadOnlyList<PbCap> Caps { get; private set; } = [];

    public static PbMeta Read(PbSection section, PbFaultLog log)
    {
        var meta = new PbMeta(log);
        foreach (var row in section.Rows)
            if (!meta._values.TryAdd(row[0].Value.ToLowerInvariant(), row.Length > 1 ? row[1] : row[0] with { Text = "" })) log.Add(PbFaults.KeyTwice, "", row[0].Text, row[0]);
        meta.Typed(section.At);
        return meta;
    }

    public PbCell Cell(string key) => _values.GetValueOrDefault(key);

    public string Word(string key) => _values.TryGetValue(key, out var cell) ? cell.Value : "";

    public decimal? Number(string key) => _values.TryGetValue(key, out var cell) ? PbNumbers.Read(cell, key, _log) : null;

    private void Typed(PbCell at)
    {
        if (Word("vote_type").Length == 0) _log.Add(PbFaults.NoKey, "vote_type", "vote_type", at);
        else if (PbElection.VoteTypes.TryGetValue(Word("vote_type").ToLowerInvariant(), out var type)) VoteType = type;
        else _log.Add(PbFaults.UnknownVoteType, "vote_type", Word("vote_type"), Cell("vote_type"));

        if (Word("budget").Length == 0) _log.Add(PbFaults.NoKey, "budget", "budget", at);
        else if ((Budget = Number("budget")) is <= 0) _log.Add(PbFaults.NotAbove0, "budget", Word("budget"), Cell("budget"));

        DefaultScore = Number("default_score") ?? 0;
        Threshold = Number("min_project_score_threshold") ?? 0;
        Caps = [.. CapsOf("categories", "budget_per_category", true), .. CapsOf("neighborhoods", "budget_per_neighborhood", false)];
    }

    // Amounts belong to the names of the other key, position by position.
    private List<PbCap> CapsOf(string namesKey, string amountsKey, bool category)
    {
        var caps = new List<PbCap>();
        if (Word(amountsKey).Length == 0) return caps;
        var (names, amounts) = (PbNumbers.List(Word(namesKey)), PbNumbers.List(Word(amountsKey)));
        if (names.Length != amounts.Length)
        {
            _log.Add(PbFaults.CapsLength, amountsKey, amounts.Length.ToString(CultureInfo.InvariantCulture), Cell(amountsKey), ("expected", FaultKind.Number(names.Length)));
            return caps;
        }
        for (var i = 0; i < names.Length; i++)
        {
            if (PbNumbers.Try(amounts[i], out var amount) && amount >= 0) caps.Add(new(names[i], category, amount));
            else _log.Add(PbFaults.BadNumber, amountsKey, amounts[i], Cell(amountsKey));
        }
        return caps;
    }

    public PbElection Election(string file, IReadOnlyList<PbProject> projects, IReadOnlyList<PbBallot> ballots) => new()
    {
        File = file, VoteType = VoteType!.Value, Budget = Budget!.Value, Projects = projects, Ballots = ballots,
        Description = Word("description"), Unit = Word("unit"), Subunit = Word("subunit"), District = Word("district"), Instance = Word("instance"),
        Currency = Word("currency"), DateEnd = Word("date_end"), DefaultScore = DefaultScore, Threshold = Threshold, Caps = Caps,
    };
}
