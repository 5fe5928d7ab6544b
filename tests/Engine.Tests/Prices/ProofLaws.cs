using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class ProofLaws
{
    [Fact]
    public void Adding_up_what_a_proof_says_gives_no_more_than_the_bound_that_it_proves()
    {
        var (leaves, forks, kept) = (0, 0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            if (problem.Measure is not ConcaveMeasure) return;
            var run = new PriceEngine().Run(problem, new SolveOptions(), null, null, CancellationToken.None);
            if (run.Evidence is not PriceCertificateData data || run.Plan is null) return;
            var reading = new Reading(problem, data);
            if (data.Clusters.Count > 0) Interlocked.Increment(ref kept);
            var measure = (ConcaveMeasure)problem.Measure;
            var all = problem.Weights.Sum();
            var proven = reading.Bound(data.Root, [.. problem.Least], [.. problem.Most]) / all;
            // φ rises, so that the bounds are compared where the measure has not rounded them away.
            var said = Math.Min(measure.Phi(data.Bound), double.MaxValue);
            Assert.True(proven <= said + 1e-9 * Math.Max(1, Math.Abs(said)) || measure.FromMeanPhi(proven) <= data.Bound + 1e-9, $"the proof gives {proven:R}, the run says {said:R}");
            Interlocked.Add(ref leaves, data.Leaves);
            if (data.Root is PriceFork) Interlocked.Increment(ref forks);
        }, draws: 250);
        Assert.True(leaves > 50 && forks > 5 && kept > 5, $"{leaves} leaves, {forks} trees, {kept} kept together");
    }

    /// <summary>A proof read plainly: every combination of choices in every place, in numbers of the machine.</summary>
    private sealed class Reading(Problem problem, PriceCertificateData data)
    {
        private readonly Scenario _scenario = problem.Scenario;

        public double Bound(PriceProof proof, int[] least, int[] most)
        {
            if (proof is PriceLeaf leaf) return Bound(leaf, least, most);
            var fork = (PriceFork)proof;
            var (lower, upper) = ((int[])most.Clone(), (int[])least.Clone());
            lower[fork.Project] = Math.Min(lower[fork.Project], fork.From - 1);
            upper[fork.Project] = Math.Max(upper[fork.Project], fork.From);
            return Math.Max(Bound(fork.Below, least, lower), Bound(fork.Above, upper, most));
        }

        private double Bound(PriceLeaf leaf, int[] least, int[] most)
        {
            var allowed = Enumerable.Range(0, most.Length).Select(p => Enumerable.Range(0, _scenario.Projects[p].Choices + 1)
                .Where(k => _scenario.Projects[p].Allows(k) && k >= least[p] && k <= most[p] && !double.IsInfinity(Cost(leaf, p, k))).ToArray()).ToArray();
            if (allowed.Any(a => a.Length == 0)) return double.NegativeInfinity;
            var sum = leaf.Rows.Sum(r => Price(r) * (double)problem.Rows.Rows.Single(row => row.Name == r.Row).Limit);
            for (var p = 0; p < allowed.Length; p++)
                sum += allowed[p].Max(k => Enumerable.Range(0, _scenario.Neighbourhoods.Count).Sum(n => Charge(leaf, p, k, n)) - Cost(leaf, p, k));
            if (data.Clusters.Count > 0) return sum + Together(leaf, allowed);
            for (var n = 0; n < _scenario.Neighbourhoods.Count; n++) sum += Best(leaf, n, allowed);
            return sum;
        }

        // All places at once: every project chooses once, the kept rows hold, and what they leave over is charged. Clusters may choose apart, so that this is at most what they come to.
        private double Together(PriceLeaf leaf, int[][] allowed)
        {
            var rows = data.Clusters.SelectMany(c => c.Ceilings.Select(r => r.Key).Concat(c.Rows)).Concat(data.City is { } city ? [city] : [])
                .Select(name => (Row: problem.Rows.Rows.Single(r => r.Name == name), Price: leaf.Rows.Where(r => r.Row == name).Select(Price).FirstOrDefault())).ToArray();
            var (best, choices) = (double.NegativeInfinity, new int[allowed.Length]);
            Try(0);
            return best;

            void Try(int p)
            {
                if (p < allowed.Length)
                {
                    foreach (var k in allowed[p]) { choices[p] = k; Try(p + 1); }
                    return;
                }
                if (!Enumerable.Range(0, _scenario.Neighbourhoods.Count).All(n => Within(n, choices, allowed))) return;
                double worth = 0;
                foreach (var (row, price) in rows)
                {
                    double left = (double)row.Limit, idle = 0;
                    foreach (var t in row.Terms)
                    {
                        double Use(int k) => row.Kind == RowKind.Count ? (k > 0 ? t.Coefficient : 0) : (double)t.Coefficient * (k == 0 ? 0 : _scenario.Projects[t.Project].CostOf(k));
                        if (FirstHelped(t.Project) < 0) idle += Math.Max(0, allowed[t.Project].Max(Use)); else left -= Use(choices[t.Project]);
                    }
                    if (left < -1e-6) return;
                    worth -= price * Math.Max(0, left - idle);
                }
                var outcomes = problem.Outcomes.Of(choices);
                for (var n = 0; n < _scenario.Neighbourhoods.Count; n++)
                {
                    worth += problem.Weights[n] * ((ConcaveMeasure)problem.Measure).Phi(outcomes[n] / (double)OutcomeModel.Unit);
                    for (var p2 = 0; p2 < allowed.Length; p2++) worth -= Charge(leaf, p2, choices[p2], n);
                }
                best = Math.Max(best, worth);
            }
        }

        private double Best(PriceLeaf leaf, int n, int[][] allowed)
        {
            var here = Enumerable.Range(0, allowed.Length).Where(p => _scenario.ReachOf(p).Any(r => r.Neighbourhood == n)).ToArray();
            var best = double.NegativeInfinity;
            var choices = new int[allowed.Length];
            Try(0, 0);
            return best;

            void Try(int at, double charged)
            {
                if (at == here.Length)
                {
                    if (!Within(n, choices, allowed)) return;
                    best = Math.Max(best, problem.Weights[n] * ((ConcaveMeasure)problem.Measure).Phi(problem.Outcomes.Of(choices)[n] / (double)OutcomeModel.Unit) - charged);
                    return;
                }
                foreach (var k in allowed[here[at]]) { choices[here[at]] = k; Try(at + 1, charged + Charge(leaf, here[at], k, n)); }
                choices[here[at]] = 0;
            }
        }

        // Rows over who is in whose projects, those apart that must be out, all add something in the place.
        private bool Within(int n, int[] choices, int[][] allowed) => problem.Rows.Rows
            .Where(row => row.Kind == RowKind.Count && row.Terms.All(t => allowed[t.Project] is [0] || allowed[t.Project].Any(k => k > 0 && problem.Outcomes.Gains(t.Project, k).Any(g => g.Units > 0 && problem.Outcomes.PlaceOf[g.Group] == n))))
            .All(row => row.Terms.Sum(t => choices[t.Project] > 0 ? t.Coefficient : 0) <= (long)row.Limit);

        private double Charge(PriceLeaf leaf, int p, int choice, int n)
        {
            if (choice == 0) return 0;
            if (leaf.Splits.FirstOrDefault(s => s.Project == p) is not { } split)
                return n == FirstHelped(p) ? Cost(leaf, p, choice) : 0;
            if (split.Parts.FirstOrDefault(part => part.Neighbourhood == n) is not { } own) return 0;
            var units = _scenario.Projects[p].Kind == ProjectKind.Divisible ? own.Numbers[0] + own.Numbers[1] * choice : own.Numbers[choice - 1];
            return (double)units / Math.Pow(2, data.Grain);
        }

        private int FirstHelped(int p) => Enumerable.Range(1, _scenario.Projects[p].Choices).Where(k => k >= _scenario.Projects[p].LeastChoice)
            .SelectMany(k => problem.Outcomes.Gains(p, k)).Where(g => g.Units > 0).Select(g => problem.Outcomes.PlaceOf[g.Group]).DefaultIfEmpty(-1).Min();

        private double Cost(PriceLeaf leaf, int p, int choice)
        {
            if (choice == 0) return 0;
            double inness = 0;
            var unit = _scenario.EligibleFunds(p).ToDictionary(f => f, _ => 0d);
            foreach (var price in leaf.Rows)
            {
                var row = problem.Rows.Rows.Single(r => r.Name == price.Row);
                foreach (var t in row.Terms.Where(t => t.Project == p))
                {
                    var worth = Price(price) * t.Coefficient;
                    if (row.Kind == RowKind.Count) inness += worth;
                    else if (t.Fund >= 0) unit[t.Fund] += worth;
                    else foreach (var f in unit.Keys) unit[f] += worth;
                }
            }
            var cost = _scenario.Projects[p].CostOf(choice);
            var left = cost;
            foreach (var (f, worth) in unit.OrderBy(u => u.Value))
            {
                var pays = Math.Min(left, Scenario.MostFrom(_scenario.Funds[f], cost));
                inness += worth * pays;
                left -= pays;
            }
            return left > 0 ? double.PositiveInfinity : inness;
        }

        private static double Price(RowPrice price) => Math.Exp(System.Numerics.BigInteger.Log(price.Numerator) - System.Numerics.BigInteger.Log(price.Denominator));
    }
}
