using System.Runtime.CompilerServices;
using System.Globalization;
using Allocation.Check;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

public sealed class CheckerLaws
{
    [Fact]
    public void Whatever_the_prices_are_no_plan_beats_the_bound_they_prove_and_the_certificate_is_accepted()
    {
        var (accepted, impossible) = (0, 0);
        Sample(250, (scenario, folder, hash, draw) =>
        {
            var best = Exhaustive.Best(scenario);
            var plan = best?.Plans[0] ?? Plan.Nothing(scenario);
            var value = best?.Value ?? 0;
            var certificate = HandMade.Certificate(scenario, hash, plan, value, HandMade.Tree(scenario, draw));
            if (!Proven(folder, certificate, out var bound)) return;
            if (best is null) { impossible++; return; }
            Assert.NotNull(bound);
            Assert.True((double)bound >= value - (1e-12 * Math.Max(1, Math.Abs(value))), $"{bound} < {value}");
            certificate["bound"] = HandMade.Text(bound.Value);
            var verdict = CertificateChecker.Run(folder, HandMade.Bytes(certificate));
            Assert.Equal(new Verdict.Accepted((decimal)value, bound.Value), verdict);
            accepted++;
        });
        Assert.True(accepted > 100, $"{accepted} accepted");
        Assert.True(impossible > 5, $"{impossible} impossible");
    }

    [Fact]
    public void The_bound_is_the_sum_that_the_page_on_certificates_defines()
    {
        var looked = 0;
        Sample(150, (scenario, folder, hash, draw) =>
        {
            var leaf = HandMade.Leaf(scenario, draw);
            var certificate = HandMade.Certificate(scenario, hash, Plan.Nothing(scenario), 0, leaf);
            var plain = PlainBound.Of(scenario, leaf);
            if (!Proven(folder, certificate, out var bound)) return;
            if (plain is null) { Assert.Null(bound); return; }
            var expected = plain.Value;
            if (double.IsInfinity(expected)) return;
            // The grain: each place and project may be rounded up by one. Far out a measure is so flat that this moves its value more than rounding does.
            var measure = MeasureCatalogue.For(scenario.Goal);
            var rounded = (scenario.Neighbourhoods.Count + scenario.Projects.Count + 1) / (double)(1L << HandMade.Grain) / Measure.Weights(scenario, scenario.Goal.Weighting).Sum();
            var most = measure is ConcaveMeasure concave ? concave.FromMeanPhi(concave.Phi(expected) + rounded) : expected;
            // Where places are weighed by rank the checker encloses what it does not search for, coarsely at so coarse a grain: its bound may be above, never below. How near it comes to what the engine claims, another test says.
            var above = measure is RankedMeasure or Relative ? double.PositiveInfinity : 1e-6 * (1 + Math.Abs(expected));
            Assert.True((double)bound!.Value >= expected - (1e-6 * (1 + Math.Abs(expected))) && (double)bound.Value <= Math.Max(most, expected) + above, $"{bound} is not {expected.ToString("R", CultureInfo.InvariantCulture)}, {scenario.Goal}");
            looked++;
        });
        Assert.True(looked > 80, $"{looked}");
    }

    [Fact]
    public void A_fork_over_every_choice_proves_the_best_value_itself()
    {
        var proven = 0;
        Sample(300, (scenario, folder, hash, draw) =>
        {
            if (scenario.Rules.Count > 0 || Exhaustive.Best(scenario) is not { } best) return;
            // Every plan by itself, with prices that tell the affordable from the rest: what cannot be paid is priced out of reach.
            var certificate = HandMade.Certificate(scenario, hash, best.Plans[0], best.Value, Fixed(scenario, [], best.Value));
            if (!Proven(folder, certificate, out var bound)) return;
            if (bound is null || (double)bound.Value > best.Value + 1e-9) return;
            certificate["bound"] = HandMade.Text(bound.Value);
            Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, HandMade.Bytes(certificate)));
            proven++;
        });
        Assert.True(proven > 2, $"{proven}");
    }

    // Forks until every project's choice is known; a leaf that costs more than there is carries a price on every fund that no value can pay.
    private static System.Text.Json.Nodes.JsonObject Fixed(Scenario scenario, int[] choices, double best)
    {
        var p = choices.Length;
        if (p == scenario.Projects.Count)
        {
            var cost = choices.Select((k, i) => scenario.Projects[i].CostOf(k)).Sum();
            var rows = new System.Text.Json.Nodes.JsonObject();
            if (cost > scenario.Funds.Sum(f => f.Amount)) foreach (var fund in scenario.Funds) rows[$"fund[{fund.Id}]"] = "2000";
            return new() { ["rows"] = rows };
        }
        return From(0);

        System.Text.Json.Nodes.JsonObject From(int choice)
        {
            var next = choice == 0 ? scenario.Projects[p].LeastChoice : choice + 1;
            if (next > scenario.Projects[p].Choices) return Fixed(scenario, [.. choices, choice], best);
            return new() { ["project"] = scenario.Projects[p].Id, ["from"] = next, ["below"] = Fixed(scenario, [.. choices, choice], best), ["above"] = From(next) };
        }
    }

    // Random prices may prove so little that no number says it.
    private static bool Proven(string folder, System.Text.Json.Nodes.JsonObject certificate, out decimal? bound)
    {
        bound = null;
        try { bound = CertificateChecker.Proven(folder, HandMade.Bytes(certificate)); }
        catch (InvalidOperationException) { return false; }
        return true;
    }

    private static void Sample(int iterations, Action<Scenario, string, string, Draw> look, [CallerMemberName] string name = "") => OnDisk.Sample(TinyScenarios.Priced, iterations, look, name);
}
