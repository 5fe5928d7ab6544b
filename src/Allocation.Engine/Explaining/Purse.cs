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
        var due = cost;
        Span<long> parts = stackalloc long[_order[project].Length];
        for (var i = 0; i < parts.Length && due > 0; i++)
        {
            var f = _order[project][i];
            parts[i] = Math.Min(due, Math.Min(_left[f], Scenario.MostFrom(_scenario.Funds[f], cost)));
            due -= parts[i];
        }
        if (due > 0) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] == 0) continue;
            _left[_order[project][i]] -= parts[i];
            _payments.Add(new(project, _order[project][i], parts[i]));
        }
        return true;
    }
}
