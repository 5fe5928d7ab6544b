using Allocation.Engine.Model;
using Allocation.Host.Reports.Charts;

namespace Allocation.Host.Reports.Page;

/// <summary>Money from funds to commissions, and from commissions to districts by reach; what serves the whole city is spread by residents, what serves nobody in particular is the city's.</summary>
internal static class MoneyFlows
{
    public static (IReadOnlyList<Flow> ToSector, IReadOnlyList<Flow> ToDistrict) Of(PlanWords plan)
    {
        var view = plan.View;
        var funds = view.Funds.ToDictionary(f => f.Id, f => plan.Name(f.Name), StringComparer.Ordinal);
        var districts = view.Districts.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var home = view.Neighbourhoods.ToDictionary(n => n.Id, n => n.District, StringComparer.Ordinal);
        var (first, second) = (new Tally(), new Tally());
        foreach (var project in view.Projects.Where(p => p.Money > 0))
        {
            var sector = plan.Name(project.SectorName);
            foreach (var payment in project.Funds) first.Add(funds[payment.Id], sector, payment.Money);
            foreach (var reach in project.Reach)
            {
                var money = project.Money * reach.Share;
                switch (reach.Kind)
                {
                    case ReachKind.Neighbourhood: second.Add(sector, plan.Name(districts[home[reach.Place]].Name), money); break;
                    case ReachKind.District: second.Add(sector, plan.Name(districts[reach.Place].Name), money); break;
                    case ReachKind.Everywhere:
                        foreach (var d in view.Districts) second.Add(sector, plan.Name(d.Name), money * d.Residents / view.Totals.Residents);
                        break;
                    default: second.Add(sector, plan.Words.WholeCity, money); break;
                }
            }
        }
        return (first.Flows, second.Flows);
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
