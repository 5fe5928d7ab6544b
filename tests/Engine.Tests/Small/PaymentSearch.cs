using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>
/// Finds whole payments for given choices by trying every split of every cost, one project after the other. A branch is left where some limit cannot be kept even
/// by the most favourable payers of the projects to come, and a state (project, what is left of every limit) that failed once is not entered again.
/// </summary>
internal sealed class PaymentSearch
{
    private readonly (int Project, long Cost, int[] Funds, long[] Caps)[] _funded;
    private readonly long[][,] _counts;
    private readonly Int128[,] _least; // [position, limit] the least that the projects from this position on must add
    private readonly HashSet<State> _failed = [];
    private readonly List<Payment> _payments = [];

    private PaymentSearch((int, long, int[], long[])[] funded, MoneyLimit[] limits)
    {
        (_funded, _counts, _least) = (funded, [.. limits.Select(l => l.Counts)], new Int128[funded.Length + 1, limits.Length]);
        for (var i = funded.Length - 1; i >= 0; i--)
            for (var l = 0; l < limits.Length; l++)
                _least[i, l] = _least[i + 1, l] + (Int128)_funded[i].Cost * _funded[i].Funds.Min(f => limits[l].Counts[_funded[i].Project, f]);
    }

    public static Plan? Pay(Scenario scenario, PlainRules rules, int[] choices)
    {
        var funded = Enumerable.Range(0, choices.Length).Where(p => choices[p] > 0).Select(p =>
        {
            var cost = scenario.Projects[p].CostOf(choices[p]);
            var funds = rules.Payers(p).ToArray();
            return (Project: p, Cost: cost, Funds: funds, Caps: funds.Select(f => rules.Cap(f, cost)).ToArray());
        }).ToArray();
        if (funded.Any(x => x.Caps.Sum() < x.Cost)) return null;

        // Limits that do not ask who pays are settled by the costs alone.
        var open = new List<MoneyLimit>();
        foreach (var limit in rules.Limits)
        {
            Int128 least = 0, most = 0;
            foreach (var x in funded)
            {
                least += (Int128)x.Cost * x.Funds.Min(f => limit.Counts[x.Project, f]);
                most += (Int128)x.Cost * x.Funds.Max(f => limit.Counts[x.Project, f]);
            }
            if (least > limit.Most) return null;
            if (most > limit.Most) open.Add(limit);
        }
        var search = new PaymentSearch(funded, [.. open]);
        return search.From(0, [.. open.Select(l => l.Most)]) ? new Plan(choices, search._payments) : null;
    }

    private bool From(int at, Int128[] left)
    {
        if (at == _funded.Length) return left.All(l => l >= 0);
        for (var l = 0; l < left.Length; l++) if (left[l] < _least[at, l]) return false;
        var state = new State(at, left);
        if (_failed.Contains(state)) return false;
        if (Split(at, 0, _funded[at].Cost, left)) return true;
        _failed.Add(state);
        return false;
    }

    private bool Split(int at, int payer, long rest, Int128[] left)
    {
        var (project, _, funds, caps) = _funded[at];
        if (payer == funds.Length) return rest == 0 && From(at + 1, left);
        if (caps[payer..].Sum() < rest) return false;
        for (var amount = Math.Min(rest, caps[payer]); amount >= 0; amount--)
        {
            if (payer == funds.Length - 1 && amount != rest) break;
            if (amount > 0) _payments.Add(new(project, funds[payer], amount));
            var next = left.Select((l, i) => l - (Int128)_counts[i][project, funds[payer]] * amount).ToArray();
            if (Split(at, payer + 1, rest - amount, next)) return true;
            if (amount > 0) _payments.RemoveAt(_payments.Count - 1);
        }
        return false;
    }

    private readonly struct State(int at, Int128[] left) : IEquatable<State>
    {
        private readonly int _at = at;
        private readonly Int128[] _left = left;
        public bool Equals(State other) => _at == other._at && _left.AsSpan().SequenceEqual(other._left);
        public override bool Equals(object? obj) => obj is State other && Equals(other);
        public override int GetHashCode() { var hash = new HashCode(); hash.Add(_at); foreach (var l in _left) hash.Add(l); return hash.ToHashCode(); }
    }
}
