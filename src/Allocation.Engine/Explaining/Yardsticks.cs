using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>The rules of thumb that a council might follow without an optimiser.</summary>
public enum Yardstick
{
    /// <summary>Most added benefit per money unit first, whoever gains.</summary>
    Greedy,
    /// <summary>Always the neighbourhood with the least money per resident so far.</summary>
    PerHead,
    /// <summary>Always the neighbourhood with the least money per resident and deprivation so far.</summary>
    NeedWeighted,
}

/// <summary>
/// Plans by rule of thumb, to compare with. They fund locked projects first, pay only what the funds have, and skip a project that would break a ceiling, an "at most", a
/// prerequisite or a protected budget; floors and shares they may miss, and <see cref="Judgement"/> says which. Whole projects are funded whole, phased ones at their highest level, divisible ones in full.
/// Equal candidates go in the order of the file.
/// </summary>
public static class Yardsticks
{
    public static Plan Make(Scenario scenario, Yardstick yardstick) => new Run(Problem.For(scenario), yardstick).Make();

    private sealed class Run(Problem problem, Yardstick yardstick)
    {
        private readonly Scenario _s = problem.Scenario;
        private readonly int[] _choices = new int[problem.Scenario.Projects.Count];
        private readonly long[] _gained = new long[problem.Outcomes.Groups];
        private readonly Int128[] _money = new Int128[problem.Scenario.Neighbourhoods.Count];
        private readonly Purse _purse = new(problem.Scenario);
        private readonly Limits _limits = new(problem);

        public Plan Make()
        {
            for (var p = 0; p < _choices.Length; p++) if (problem.Least[p] > 0) Fund(p, problem.Least[p]);
            if (yardstick == Yardstick.Greedy) ByBenefit(); else ByPlace();
            return new(_choices, _purse.Payments);
        }

        // Gains only shrink as rooms fill, so a candidate whose gain was computed afresh and still leads is the best one.
        private void ByBenefit()
        {
            var queue = new PriorityQueue<int, (double, int)>();
            foreach (var p in Open()) queue.Enqueue(p, (-Worth(p), p));
            while (queue.TryDequeue(out var p, out var was))
            {
                var worth = Worth(p);
                if (-worth > was.Item1 && queue.TryPeek(out _, out var next) && -worth > next.Item1) queue.Enqueue(p, (-worth, p));
                else if (worth > 0) Fund(p, problem.Most[p]);
            }
        }

        private void ByPlace()
        {
            var waiting = Enumerable.Range(0, _money.Length).Select(n => Open().Where(p => _s.SiteOf(p) == n).ToList()).ToArray();
            var places = new PriorityQueue<int, (double, int)>();
            for (var n = 0; n < waiting.Length; n++) places.Enqueue(n, (Held(n), n));
            while (places.TryDequeue(out var n, out var was))
            {
                if (Held(n) > was.Item1) { places.Enqueue(n, (Held(n), n)); continue; }
                if (waiting[n].Count == 0) continue;
                var best = waiting[n].MaxBy(Worth);
                waiting[n].Remove(best);
                Fund(best, problem.Most[best]);
                places.Enqueue(n, (Held(n), n));
            }
        }

        private IEnumerable<int> Open() => Enumerable.Range(0, _choices.Length).Where(p => _choices[p] == 0 && problem.Most[p] >= _s.Projects[p].LeastChoice);

        private double Held(int n) =>
            (double)_money[n] / (_s.Neighbourhoods[n].Residents * (yardstick == Yardstick.NeedWeighted ? Math.Max(1e-9, (double)_s.Neighbourhoods[n].Deprivation) : 1));

        /// <summary>What a project adds to Σ ω u per money unit, rooms as they are now.</summary>
        private double Worth(int p)
        {
            double gain = 0;
            var choice = problem.Most[p];
            foreach (var (g, units) in problem.Outcomes.Gains(p, choice))
                gain += (double)problem.Weights[problem.Outcomes.PlaceOf[g]] * Math.Min(Math.Max(0, problem.Outcomes.Room[g] - _gained[g]), units * problem.Outcomes.Times(p, choice));
            return gain / Math.Max(1, _s.Projects[p].CostOf(choice));
        }

        private void Fund(int p, int choice)
        {
            if (!_limits.Allow(p, choice, _choices) || _purse.Offer(p, _s.Projects[p].CostOf(choice)) is not { } parts) return;
            _choices[p] = choice;
            if (!_limits.KeepReserves(_choices, _purse.Payments.Concat(parts))) { _choices[p] = 0; return; }
            _purse.Take(parts);
            _limits.Take(p, choice);
            foreach (var (g, units) in problem.Outcomes.Gains(p, choice)) _gained[g] += units * problem.Outcomes.Times(p, choice);
            foreach (var (n, millionths) in _s.ReachOf(p)) _money[n] += (Int128)_s.Projects[p].CostOf(choice) * millionths;
        }
    }

    /// <summary>The rows that one more project can only use up: ceilings whoever pays, "at most so many", and budgets that keep a reserve; and what each project requires.</summary>
    private sealed class Limits
    {
        private readonly Problem _problem;
        private readonly List<(int Row, long Coefficient)>[] _uses;
        private readonly Int128[] _left;
        private readonly RuleRow[] _reserves;
        private readonly List<int>[] _requires;

        public Limits(Problem problem)
        {
            _problem = problem;
            _uses = [.. problem.Scenario.Projects.Select(_ => new List<(int, long)>())];
            _requires = [.. problem.Scenario.Projects.Select(_ => new List<int>())];
            _left = [.. problem.Rows.Rows.Select(r => r.Limit)];
            _reserves = [.. problem.Rows.Rows.Where(r => r.Reserve is not null)];
            for (var r = 0; r < problem.Rows.Rows.Count; r++)
            {
                var row = problem.Rows.Rows[r];
                if (row.Rule >= 0 && row.Terms.All(t => t.Coefficient >= 0 && t.Fund < 0))
                    foreach (var term in row.Terms) _uses[term.Project].Add((r, term.Coefficient));
            }
            foreach (var rule in problem.Scenario.Rules.OfType<PrerequisiteRule>())
                _requires[problem.Scenario.Ids.Projects[rule.Project]].AddRange(rule.Requires.Select(id => problem.Scenario.Ids.Projects[id]));
        }

        public bool Allow(int p, int choice, int[] choices) =>
            _requires[p].All(needed => choices[needed] > 0) && _uses[p].All(u => Used(p, choice, u) <= _left[u.Row]);

        /// <summary>Whether what may run over still fits in every protected budget, with all that is paid.</summary>
        public bool KeepReserves(int[] choices, IEnumerable<Payment> payments)
        {
            if (_reserves.Length == 0) return true;
            var paid = payments.ByPair();
            return _reserves.All(row => row.Sum(_problem.Scenario, choices, paid) <= row.Limit);
        }

        public void Take(int p, int choice)
        {
            foreach (var use in _uses[p]) _left[use.Row] -= Used(p, choice, use);
        }

        private Int128 Used(int p, int choice, (int Row, long Coefficient) use) =>
            _problem.Rows.Rows[use.Row].Kind == RowKind.Count ? use.Coefficient : (Int128)use.Coefficient * _problem.Scenario.Projects[p].CostOf(choice);
    }
}
