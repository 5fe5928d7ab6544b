using Allocation.Engine.Model;
using Allocation.Host.Reports.Charts;

namespace Allocation.Host.Reports.Page;

/// <summary>Money from funds to commissions, and from commissions to districts by reach; what serves the whole city is spread by residents, what serves nobody in particular is the city's.</summary>
internal static class MoneyFlows
{
    /// <summary>Funds beyond the largest are drawn as one: more bands than this nobody can follow. The table of funds has them all.</summary>
    private const int MostFunds = 6;
    private const int MostLetters = 30;

    public static (IReadOnlyList<Flow> ToSector, IReadOnlyList<Flow> ToDistrict) Of(PlanWords plan)
    {
        var view = plan.View;
        var used = view.Funds.Where(f => f.Used > 0).OrderByDescending(f => f.Used).ToArray();
        var drawn = used.Length <= MostFunds ? used : used[..(MostFunds - 1)];
        var others = plan.Words.OtherFunds(plan.Words.Figures.Whole(used.Length - drawn.Length));
        var funds = used.ToDictionary(f => f.Id, f => drawn.Contains(f) ? Short(plan.Name(f.Name)) : others, StringComparer.Ordinal);
        var districts = view.Districts.ToDictionary(d => d.Id, StringComparer.Ordinal);
        var home = view.Neighbourhoods.ToDictionary(n => n.Id, n => n.District, StringComparer.Ordinal);
        var (first, second) = (new Tally(), new Tally());
        // The largest fund stands first in the picture.
        foreach (var project in view.Projects.Where(p => p.Money > 0).OrderBy(p => Array.FindIndex(used, f => f.Id == p.Funds[0].Id)))
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
        // Districts stand in their own order, what is nobody's in particular last.
        string[] order = [.. view.Districts.Select(d => plan.Name(d.Name)), plan.Words.WholeCity];
        return (first.Flows, [.. second.Flows.OrderBy(f => Array.IndexOf(order, f.To))]);
    }

    // The picture has room for so much beside its bands.
    private static string Short(string name) => name.Length <= MostLetters ? name : name[..(MostLetters - 1)] + "…";

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
