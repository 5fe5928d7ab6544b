using System.Numerics;
using Allocation.Host.Import.Pabulib;

namespace Allocation.Host.Import.Voting;

/// <summary>
/// What a participatory rule decides on: projects with their costs, the voters who support each, one budget. A voter supports what she gave anything above 0.
/// Amounts are whole, in <see cref="Scale"/>ths of the currency, so that every figure of every file is exact.
/// </summary>
internal sealed record VotingInstance
{
    public required IReadOnlyList<string> Ids { get; init; }
    public required IReadOnlyList<string> Names { get; init; }
    public required IReadOnlyList<BigInteger> Costs { get; init; }
    /// <summary>[project] its supporters, ascending.</summary>
    public required IReadOnlyList<int[]> Supporters { get; init; }
    /// <summary>[project] the points of its supporters, in the same order, made whole for all ballots alike; each is above 0.</summary>
    public required IReadOnlyList<BigInteger[]> Points { get; init; }
    public required int Voters { get; init; }
    public required BigInteger Budget { get; init; }
    public required long Scale { get; init; }

    /// <summary>Projects that nobody can fund any more.</summary>
    public IReadOnlyList<int> Withdrawn { get; init; } = [];

    /// <summary>The projects by id, compared ordinally: the order that breaks every tie. Withdrawn projects and those that cost more than the budget are not among them.</summary>
    public IReadOnlyList<int> Order => [.. Enumerable.Range(0, Ids.Count).Where(p => Costs[p] <= Budget && !Withdrawn.Contains(p)).OrderBy(p => Ids[p], StringComparer.Ordinal)];

    public BigInteger CostOf(IEnumerable<int> funded) => funded.Aggregate(BigInteger.Zero, (sum, p) => sum + Costs[p]);

    public static VotingInstance Of(PbElection election)
    {
        var decimals = election.Projects.Select(p => PbNumbers.Decimals(p.Cost)).Append(PbNumbers.Decimals(election.Budget)).Max();
        var scale = PowerOfTen(decimals);
        var pointScale = PowerOfTen(election.Ballots.SelectMany(b => b.Points).Select(PbNumbers.Decimals).DefaultIfEmpty(0).Max());
        var supporters = election.Projects.Select(_ => new List<int>()).ToArray();
        var points = election.Projects.Select(_ => new List<BigInteger>()).ToArray();
        for (var v = 0; v < election.Ballots.Count; v++)
            for (var i = 0; i < election.Ballots[v].Projects.Length; i++)
            {
                if (election.Ballots[v].Points[i] <= 0) continue;
                supporters[election.Ballots[v].Projects[i]].Add(v);
                points[election.Ballots[v].Projects[i]].Add(Whole(election.Ballots[v].Points[i], pointScale));
            }
        return new()
        {
            Ids = [.. election.Projects.Select(p => p.Id)], Names = [.. election.Projects.Select(p => p.Name)], Supporters = [.. supporters.Select(s => s.ToArray())],
            Points = [.. points.Select(p => p.ToArray())],
            Costs = [.. election.Projects.Select(p => Whole(p.Cost, scale))], Budget = Whole(election.Budget, scale), Voters = election.Ballots.Count, Scale = scale,
            Withdrawn = [.. Enumerable.Range(0, election.Projects.Count).Where(p => election.Projects[p].IsWithdrawn)],
        };
    }

    private static long PowerOfTen(int decimals) => (long)BigInteger.Pow(10, decimals);

    private static BigInteger Whole(decimal amount, long scale) => new BigInteger(decimal.Truncate(amount)) * scale + new BigInteger((amount - decimal.Truncate(amount)) * scale);
}
