using Allocation.Engine.Model;
using Allocation.Host.Reports.Charts;

namespace Allocation.Host.Reports.Page;

/// <summary>Money from funds to commissions, and from commissions to districts by reach; what serves the whole city is spread by residents, what serves nobody in particular is the city's.</summary>
internal static class MoneyFlows
{
    /// <summary>Funds beyond the largest are drawn as one: more bands than this nobody can follow. The table of funds has them all.</summary>
    private const int MostFunds = 6;

    public static (IReadOnlyList<Flow> ToSector, IReadOnlyList<Flow> ToDistrict) Of(PlanWords plan)
    {
        var view = plan.View;
        var used = view.Funds.Where(f => f.Used > 0).OrderByDescending(f => f.Used).ToArray();
        var drawn = used.Length <= MostFunds ? used : used[..(MostFunds - 1)];
        var others = plan.Words.OtherFunds(plan.Words.Figures.Whole(used.Length - drawn.Length));
        var funds = used.ToDictionary(f => f.Id, f => drawn.Contains(f) ? plan.Name(f.Name) : others, StringComparer.Ordinal);
        var districts = view.Districts.ToDictionary(d => d.Id, d => plan.Name(d.Name), StringComparer.Ordinal);
        var reach = PlaceParts.ReachIn(view);
        var (first, second) = (new Tally(), new Tally());
        // The largest fund stands first in the picture.
        foreach (var project in view.Projects.Where(p => p.Money > 0).OrderBy(p => Array.FindIndex(used, f => f.Id == p.Funds[0].Id)))
        {
            var sector = plan.Name(project.SectorName);
            foreach (var payment in project.Funds) first.Add(funds[payment.Id], sector, payment.Money);
            // As money reaches places in every table, to the last millionth.
            var shares = reach(project);
            foreach (var (n, millionths) in shares) second.Add(sector, districts[view.Neighbourhoods[n].District], project.Money * (millionths / (decimal)Scenario.WholeReach));
            var nobodys = Scenario.WholeReach - shares.Sum(s => (long)s.Millionths);
            if (nobodys > 0) second.Add(sector, plan.Words.WholeCity, project.Money * (nobodys / (decimal)Scenario.WholeReach));
        }
        // Districts stand in their own order, what is nobody's in particular last.
        string[] order = [.. view.Districts.Select(d => plan.Name(d.Name)), plan.Words.WholeCity];
        return (first.Flows, [.. second.Flows.OrderBy(f => Array.IndexOf(order, f.To))]);
    }

    // In the order in which names first appear, so that both pictures and tables keep the scenario's order.
    private sealed class Tally
    {
        private readonly List<(string From, string To)> _order = [];
        private readonly Dictionary<(string, string), decimal> _sums = [];

        public void Add(string from, string to, decimal amount)
        {
            if (!_sums.ContainsKey((from, to))) _order.Add((from, to));
            _sums[(from, to)] = _sums.GetValueOrDefault((from, to)) + amount;
        }

        public IReadOnlyList<Flow> Flows => [.. _order.Select(o => new Flow(o.From, o.To, (double)_sums[o]))];
    }
}
