using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>The money left while projects are picked one by one, as a clerk would pay: grants first up to their part, then the fund that fewest projects may use.</summary>
internal sealed class Purse
{
    private readonly Scenario _scenario;
    private readonly long[] _left;
    private readonly int[][] _order;
    private readonly List<Payment> _payments = [];

    public Purse(Scenario scenario)
    {
        _scenario = scenario;
        _left = [.. scenario.Funds.Select(f => f.Amount)];
        var users = new int[scenario.Funds.Count];
        for (var p = 0; p < scenario.Projects.Count; p++) foreach (var f in scenario.EligibleFunds(p)) users[f]++;
        _order = [.. scenario.Projects.Select((_, p) => scenario.EligibleFunds(p).OrderByDescending(f => scenario.Funds[f].Match is not null).ThenBy(f => users[f]).ThenBy(f => f).ToArray())];
    }

    public IReadOnlyList<Payment> Payments => _payments;

    /// <summary>Pays for a project in full, or not at all.</summary>
    public bool Pay(int project, long cost)
    {
        if (Offer(project, cost) is not { } parts) return false;
        Take(parts);
        return true;
    }

    /// <summary>How a project would be paid for in full; null where it cannot be.</summary>
    public IReadOnlyList<Payment>? Offer(int project, long cost)
    {
        var parts = new List<Payment>();
        return Split(_scenario, project, cost, _order[project], f => _left[f], parts) > 0 ? null : parts;
    }

    /// <summary>Pays what was offered.</summary>
    public void Take(IReadOnlyList<Payment> parts)
    {
        foreach (var part in parts) _left[part.Fund] -= part.Amount;
        _payments.AddRange(parts);
    }

    /// <summary>Takes a cost from funds in their order, of a grant no more than its part; what they cannot pay is left over.</summary>
    /// <param name="scenario">The scenario of the funds.</param>
    /// <param name="project">Who is paid for.</param>
    /// <param name="cost">What it costs, in money units.</param>
    /// <param name="order">The funds.</param>
    /// <param name="left">What a fund has left.</param>
    /// <param name="parts">Where what each pays is added.</param>
    public static long Split(Scenario scenario, int project, long cost, IEnumerable<int> order, Func<int, long> left, List<Payment> parts)
    {
        var due = cost;
        foreach (var f in order)
        {
            var part = Math.Min(due, Math.Min(left(f), Scenario.MostFrom(scenario.Funds[f], cost)));
            if (part <= 0) continue;
            parts.Add(new(project, f, part));
            due -= part;
        }
        return due;
    }
}
