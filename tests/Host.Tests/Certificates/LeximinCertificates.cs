using System.Globalization;
using System.Text.Json.Nodes;
using Allocation.Check;
using Allocation.Engine;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Benchmarks;
using Allocation.Host.Certificates;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using CsCheck;
using Xunit;
using Verdict = Allocation.Check.Verdict;
using static Allocation.Host.Tests.Certificates.BentLevels;

namespace Allocation.Host.Tests.Certificates;

/// <summary>Leximin proven by held levels: what prices prove of the best plan and of others is accepted, and true of every best plan; and what is bent is refused or true all the same.</summary>
public sealed class LeximinCertificates
{
    [Fact]
    public void Held_levels_prove_what_every_best_plan_gives_and_bent_ones_are_refused_or_true_all_the_same()
    {
        var (whole, others, refused, standing) = (0, 0, 0, 0);
        OnDisk.Sample(TinyScenarios.Under("leximin"), 90, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best) return;
            var problem = Problem.For(scenario);
            var measure = (Leximin)problem.Measure;
            IReadOnlyList<ProfileStep> Profile(Plan plan) => measure.Profile(problem.Outcomes.Of(plan.Choices), problem.Weights);
            int Compare(Plan a, Plan b) => measure.Compare(problem.Outcomes.Of(a.Choices), problem.Outcomes.Of(b.Choices), problem.Weights);
            var plan = best.Plans.Aggregate((a, b) => Compare(a, b) >= 0 ? a : b);
            var (fairest, at) = (Profile(plan), Path.Combine(folder, "certificate"));
            if (draw.From(0, 1) == 0 && Some(scenario, draw) is { } any) plan = any;
            var said = new StringWriter();
            var verified = Engine.Verification.Verifier.Check(problem.Outcomes, plan, problem.ValueOf(plan.Choices), problem.ValueOf(plan.Choices)).Plan!;
            if (CertificateRun.Write(new(verified, double.PositiveInfinity, Engine.Proof.Stopped, "none", []), folder, hash, at, new SolveOptions(), Words.In(Language.En), said, default) is not { } certified) return;
            Assert.Equal(Engine.Proof.Stopped, certified.Proof);
            var bytes = File.ReadAllBytes(at);
            var accepted = Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, bytes));
            Assert.InRange((double)accepted.Bound, best.Value - 1e-9, certified.Evidence!.Bound + 1e-9);
            Assert.Contains(accepted.Ranks!.Value.Proven == 0 ? "nothing of the levels" : $"{accepted.Ranks.Value.Proven:N0} of {accepted.Ranks.Value.All:N0}", said.ToString(), StringComparison.Ordinal);
            Assert.Equal(CertificateChecker.Ranks(folder, bytes), accepted.Ranks);
            True(accepted);
            if (accepted.Ranks.Value.Proven == accepted.Ranks.Value.All) whole++;
            if (!Profile(plan).SequenceEqual(fairest)) others++;
            var honest = JsonNode.Parse(bytes)!.AsObject();
            if (honest["proof"]!["levels"] is null) return;
            var judged = Judged(folder, honest, best.Value, Bends(draw, scenario, measure.Resolution), True);
            (refused, standing) = (refused + judged.Refused, standing + judged.Standing);

            // Up to what is proven the plan has the profile of every best one.
            void True(Verdict.Accepted claim)
            {
                var (proven, all, _) = claim.Ranks!.Value;
                var known = Profile(plan).TakeWhile(step => all - step.AtOrAbove <= proven).ToArray();
                Assert.Equal(known, fairest.Take(known.Length));
                if (proven == all) Assert.Equal(fairest.Count, known.Length);
            }
        });
        Assert.True(whole > 25 && others > 8 && refused > 300 && standing > 20, $"{whole} proven whole, {others} of plans that are not best, {refused} refused, {standing} true all the same");
    }

    [Fact]
    public void What_bounds_the_worst_off_bounds_the_number_of_leximin_as_well_and_nothing_else()
    {
        var (made, exact, refused) = (0, 0, 0);
        OnDisk.Sample(TinyScenarios.Under("leximin"), 90, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best) return;
            var (problem, plan) = (Problem.For(scenario), best.Plans[0]);
            if (new PriceEngine().Run(problem with { Measure = new WorstOff() }, new SolveOptions(), plan, null, default).Evidence is not PriceCertificateData { Bound: < 1e9 } proof) return;
            var (bytes, bound) = CertificateFile.Make(folder, hash, scenario, plan, best.Value, proof);
            Assert.Equal(new ProvenRanks(0, problem.Weights.Sum(), scenario.Goal.Weighting == Weighting.Residents), Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, bytes)).Ranks);
            // A bound on the worst-off, read in steps of the resolution.
            Assert.InRange((double)bound, best.Value - 1e-9, proof.Bound + 2e-8);
            made++;
            if ((double)bound <= best.Value + 1e-9) exact++;
            var step = ((Leximin)problem.Measure).Resolution / (decimal)OutcomeModel.Unit;
            var (bent, standing) = Judged(folder, JsonNode.Parse(bytes)!.AsObject(), best.Value,
            [
                ("bound down", false, c => Moved(c, "bound", -step)), ("bound down by less than a step", false, c => Moved(c, "bound", -step / 2)), ("bound up", false, c => Moved(c, "bound", step)),
                ("value up", true, c => Moved(c, "value", step)), ("held", true, c => { Last(c)["held"] = new JsonArray(new JsonArray("0.1", 1)); return true; }), ("no prices", false, c => { c["proof"] = new JsonObject(); return true; }),
            ]);
            refused += bent;
        });
        Assert.True(made > 25 && exact > 15 && refused > 100, $"{made} made, {exact} exact, {refused} refused");

        static JsonObject Last(JsonObject c)
        {
            var node = c["proof"]!.AsObject();
            while (node["above"] is JsonObject above) node = above;
            return node;
        }
    }

    // Where money must often go somewhere a level out of reach is asked first, which proves less than levels do: they are asked all the same.
    [Fact]
    public void Levels_are_stated_where_rules_often_say_where_money_must_go()
    {
        using var folder = new ScratchFolder();
        var parts = InstanceGenerator.Make(new(8, 100, InstanceShape.Find("loose")!, 1), BenchMeasure.Parse("leximin:0.01:places")!.Goal);
        var floors = parts.Neighbourhoods.Take(6).Select(n => new MoneyRule { Id = $"floor-{n.Id}", Name = n.Name, Reason = n.Name, Scope = new() { Neighbourhoods = [n.Id] }, Floor = 1 });
        ScenarioFolder.Write(parts with { Rules = [.. parts.Rules, .. floors] }, folder.Path);
        var (scenario, file, said) = (folder.Load(), Path.Combine(folder.Path, "certificate"), new StringWriter());
        var solved = Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(scenario.Scenario!, cancellation: TestContext.Current.CancellationToken));
        Assert.NotNull(CertificateRun.Write(solved, folder.Path, scenario.Hash, file, new SolveOptions(), Words.In(Language.En), said, TestContext.Current.CancellationToken));
        Assert.Equal(new ProvenRanks(8, 8, false), CertificateChecker.Ranks(folder.Path, File.ReadAllBytes(file)));
    }

    // Any plan that can be paid for, drawn at random.
    private static Plan? Some(Scenario scenario, Draw draw)
    {
        var choices = Exhaustive.Choices(scenario).Take(3000).ToArray();
        return Enumerable.Range(0, 20).Select(_ => Exhaustive.Pay(scenario, choices[draw.From(0, choices.Length - 1)])).FirstOrDefault(plan => plan is not null);
    }

    // Each: what it is, whether it must be refused, and how; false where there is nothing to bend.
    private static IEnumerable<(string What, bool Sure, Func<JsonObject, bool> Bend)> Bends(Draw draw, Scenario scenario, long resolution)
    {
        var step = resolution / (decimal)OutcomeModel.Unit;
        yield return ("no levels", true, c => { Levels(c).Clear(); return true; });
        yield return ("a leaf instead", false, c => { c["proof"] = new JsonObject(); return true; });
        yield return ("a level left out", false, c => Levels(c).Count > 1 && Without(Levels(c), draw));
        yield return ("levels turned", false, c => Levels(c).Count > 1 && Turn(Levels(c)));
        yield return ("clusters", true, c => { One(c, draw)["clusters"] = new JsonArray(new JsonObject { ["places"] = new JsonArray(scenario.Neighbourhoods[0].Id), ["projects"] = new JsonArray(), ["ceilings"] = new JsonObject(), ["rows"] = new JsonArray() }); return true; });
        yield return ("a level from which on", true, c => { var one = One(c, draw); (one["from"], one["below"]) = (Less(one["level"]!, step), new JsonArray()); return true; });
        yield return ("no level of the order", true, c => resolution > 1 && Moved(One(c, draw), "level", 1e-9m));
        yield return ("value up", true, c => Moved(c, "value", step));
        yield return ("bound down", false, c => Moved(c, "bound", -step));
        foreach (var by in (int[])[-1, 1])
        {
            yield return ($"level {by}", false, c => Moved(One(c, draw), "level", by * step));
            yield return ($"bound of a level {by}", false, c => Moved(One(c, draw), "bound", by));
            yield return ($"bounds of all levels {by}", false, c => Levels(c).All(l => Moved(l!.AsObject(), "bound", by)));
            yield return ($"held level {by}", false, c => Held(c, draw) is { } held && Replaced(held, 0, Less(held[0]!, -by * step)));
        }
        yield return ("weight at a held level worth less than nothing", true, c => Held(c, draw) is { } held && Replaced(held, 1, -1));
        yield return ("weight at a held level worth more", false, c => Held(c, draw) is { } held && Replaced(held, 1, (held[1]!.GetValue<long>() * 2) + 1));
        yield return ("a held level left out", false, c => Leaf(c, draw).Remove("held"));
        yield return ("a held level above the one asked about", true, c => { Leaf(c, draw)["held"] = new JsonArray(new JsonArray(Levels(c).Max(l => decimal.Parse(l!["level"]!.GetValue<string>(), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture), 1)); return true; });
        yield return ("no prices", false, c => { One(c, draw)["proof"] = new JsonObject(); return true; });
        yield return ("proof of another level", false, c => { One(c, draw)["proof"] = One(c, draw)["proof"]!.DeepClone(); return true; });
    }

    private static JsonObject Leaf(JsonObject c, Draw draw)
    {
        var node = One(c, draw)["proof"]!.AsObject();
        while (node["below"] is not null) node = node[draw.From(0, 1) == 0 ? "below" : "above"]!.AsObject();
        return node;
    }

    private static JsonArray? Held(JsonObject c, Draw draw) => Leaf(c, draw)["held"] is JsonArray { Count: > 0 } held ? held[draw.From(0, held.Count - 1)]!.AsArray() : null;

    private static string Less(JsonNode level, decimal by) => (decimal.Parse(level.GetValue<string>(), CultureInfo.InvariantCulture) - by).ToString(CultureInfo.InvariantCulture);

    private static bool Replaced(JsonArray pair, int at, JsonNode by) { pair[at] = by; return true; }

    private static bool Without(JsonArray levels, Draw draw) { levels.RemoveAt(draw.From(0, levels.Count - 1)); return true; }
}
