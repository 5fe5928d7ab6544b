using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>The VOTES section: each row becomes a ballot with its points.</summary>
internal sealed class PbBallotRows
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly PbFaultLog _log;
    private readonly VoteType _type;
    private readonly decimal? _least, _most, _mostPoints;

    public PbBallotRows(PbMeta meta, VoteType type, IReadOnlyList<PbProject> projects, PbFaultLog log)
    {
        for (var p = 0; p < projects.Count; p++) _positions[projects[p].Id] = p;
        (_log, _type) = (log, type);
        (_least, _most, _mostPoints) = (meta.Number("min_length"), meta.Number("max_length"), meta.Number("max_sum_points"));
    }

    public List<PbBallot>? Read(PbSection section)
    {
        if (!section.HasHeader || !section.Requires(_log, "voter_id", "vote")) return null;
        if (_type is VoteType.Cumulative or VoteType.Scoring && !section.Requires(_log, "points")) return null;
        var ballots = new List<PbBallot>(section.Rows.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in section.Rows)
        {
            var voter = section.Cell(row, "voter_id");
            if (voter.Value.Length == 0) _log.Add(PbFaults.NoId, "voter_id", "", voter);
            else if (!seen.Add(voter.Value)) _log.Add(PbFaults.VoterTwice, "voter_id", voter.Value, voter);
            else ballots.Add(Ballot(voter.Value, section.Cell(row, "vote"), section.Cell(row, "points"), Place(section, row)));
        }
        return ballots;
    }

    // The nearest place that the voter states.
    private static string Place(PbSection section, PbCell[] row)
    {
        foreach (var column in (string[])["neighborhood", "neighbourhood", "district"])
            if (section.Cell(row, column).Value is { Length: > 0 } place) return place;
        return "";
    }

    private PbBallot Ballot(string voter, PbCell vote, PbCell points, string place)
    {
        var named = vote.Value.Length == 0 ? [] : vote.Value.Split(',');
        var given = Points(points, named.Length);
        var projects = new List<int>(named.Length);
        var worth = new List<decimal>(named.Length);
        var listed = new Dictionary<int, int>();
        for (var i = 0; i < named.Length; i++)
        {
            var id = named[i].Trim();
            if (!_positions.TryGetValue(id, out var p)) { _log.Add(PbFaults.UnknownProject, "vote", id, vote); continue; }
            var amount = given is not null ? given[i] : _type == VoteType.Ordinal ? named.Length - i : 1;
            if (listed.TryAdd(p, projects.Count)) { projects.Add(p); worth.Add(amount); continue; }
            if (_type is VoteType.Ordinal or VoteType.Scoring) { _log.Add(PbFaults.RankedTwice, "vote", id, vote); continue; }
            _log.Add(PbFaults.ListedTwice, "vote", id, vote);
            if (_type == VoteType.Cumulative) worth[listed[p]] += amount;
        }
        Limits(voter, vote, projects.Count, worth);
        return new(voter, [.. projects], [.. worth], place);
    }

    // The points of a ballot, or null where the vote type implies them.
    private decimal[]? Points(PbCell cell, int projects)
    {
        if (cell.Value.Length == 0)
        {
            if (_type is VoteType.Cumulative or VoteType.Scoring && projects > 0) _log.Add(PbFaults.PointsLength, "points", "0", cell, ("expected", FaultKind.Number(projects)));
            return null;
        }
        if (_type is VoteType.Approval or VoteType.ChooseOne)
        {
            _log.Add(PbFaults.PointsForbidden, "points", cell.Value, cell, ("type", Text.Same(PbElection.VoteTypes.First(t => t.Value == _type).Key)));
            return null;
        }
        var items = cell.Value.Split(',');
        if (items.Length != projects)
        {
            _log.Add(PbFaults.PointsLength, "points", items.Length.ToString(CultureInfo.InvariantCulture), cell, ("expected", FaultKind.Number(projects)));
            return null;
        }
        var points = new decimal[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!PbNumbers.Try(items[i], out points[i])) _log.Add(PbFaults.BadNumber, "points", items[i], cell);
            else if (points[i] < 0 && _type != VoteType.Scoring) _log.Add(PbFaults.NegativePoints, "points", items[i], cell);
        }
        return points;
    }

    private void Limits(string voter, PbCell vote, int length, List<decimal> points)
    {
        if (vote.Value.Length == 0) { _log.Add(PbFaults.EmptyBallot, "vote", voter, "", vote.Line, vote.Column); return; }
        if (_type == VoteType.ChooseOne && length > 1) { _log.Add(PbFaults.ChooseOne, "vote", vote.Value, vote); return; }
        if (_least is { } least && length < least) Outside("min_length", least, length);
        if (_most is { } most && length > most) Outside("max_length", most, length);
        if (_type == VoteType.Cumulative && _mostPoints is { } sum && points.Sum() > sum) Outside("max_sum_points", sum, points.Sum());

        void Outside(string key, decimal limit, decimal value) =>
            _log.Add(PbFaults.OutsideLimits, key, voter, value.ToString(CultureInfo.InvariantCulture), vote.Line, vote.Column, ("expected", FaultKind.Number(limit)));
    }
}
