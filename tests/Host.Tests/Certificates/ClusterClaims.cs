using System.Text.Json.Nodes;
using Allocation.Check;
using Allocation.Engine;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Certificates;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

/// <summary>What is said to be kept together, at random or bent: no claim of it may prove more than is true.</summary>
public sealed class ClusterClaims
{
    [Fact]
    public void Whatever_is_said_to_be_kept_together_no_plan_beats_the_bound_and_the_bound_is_never_higher_for_it()
    {
        var (looked, lower) = (0, 0);
        OnDisk.Sample(TinyScenarios.Any, 400, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best) return;
            var certificate = HandMade.Certificate(scenario, hash, best.Plans[0], best.Value, HandMade.Tree(scenario, draw));
            if (!Proven(folder, certificate, out var before)) return;
            Claim(certificate, scenario, draw);
            // The checker looks no lower than this, and nothing lower is true.
            certificate["bound"] = HandMade.Text((decimal)best.Value);
            if (!Proven(folder, certificate, out var after)) return;
            var (alone, together) = (before!.Bound, after!.Bound);
            Assert.NotNull(together);
            Assert.True((double)together.Value >= best.Value - 1e-9 * Math.Max(1, Math.Abs(best.Value)), $"{together} < {best.Value}");
            Assert.True(together <= alone!.Value + 1e-12m * (1 + Math.Abs(alone.Value)), $"{together} > {alone}");
            certificate["bound"] = HandMade.Text(together.Value);
            looked++;
            if (together < alone - 1e-6m) lower++;
        });
        Assert.True(looked > 60, $"{looked} looked at");
        Assert.True(lower > 15, $"{lower} lower of {looked}");
    }

    [Fact]
    public void Whatever_is_said_of_how_short_clusters_are_no_plan_beats_the_bound()
    {
        var (right, wrong) = (0, 0);
        OnDisk.Sample(TinyScenarios.Any, 400, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best) return;
            var certificate = HandMade.Certificate(scenario, hash, best.Plans[0], best.Value, HandMade.Tree(scenario, draw));
            Claim(certificate, scenario, draw);
            certificate["bound"] = HandMade.Text((decimal)best.Value);
            if (!Proven(folder, certificate, out var proven) || !proven!.Shorts.Any(leaf => leaf.Any(s => s > 0))) return;
            var (bent, lower) = (draw.Chance(50), draw.Chance(50));
            foreach (var (leaf, shorts) in HandMade.Leaves(certificate).Zip(proven.Shorts))
                leaf["short"] = new JsonArray([.. shorts.Select(s => (JsonNode)(bent ? (s * draw.From(0, 40) / 10) + (1L << draw.From(0, 50)) : s))]);
            var asked = lower ? (decimal)(best.Value - (0.02 * (1 + Math.Abs(best.Value)))) : proven.Bound!.Value;
            certificate["bound"] = HandMade.Text(asked);
            if (!Proven(folder, certificate, out var said)) return;
            Assert.True((double)said!.Bound!.Value >= best.Value - 1e-9 * Math.Max(1, Math.Abs(best.Value)), $"{said.Bound} < {best.Value}");
            // What is asked for no lower than was proven is proven whatever is said.
            if (!lower) Assert.True(said.Bound <= asked + 1e-12m * (1 + Math.Abs(asked)), $"{said.Bound} > {asked}");
            _ = bent ? wrong++ : right++;
        });
        Assert.True(right > 15, $"{right} right");
        Assert.True(wrong > 15, $"{wrong} wrong");
    }

    [Fact]
    public void Claims_that_are_bent_are_refused_or_still_true()
    {
        var (refused, standing) = (0, 0);
        OnDisk.Sample(TinyScenarios.Any, 300, (scenario, folder, hash, draw) =>
        {
            var problem = Problem.For(scenario);
            if (!PriceEngine.Serves(problem) || new PriceEngine().Run(problem, new SolveOptions(), null, null, default) is not { Plan: { } plan, Evidence: PriceCertificateData { Clusters.Count: > 0 } proof }) return;
            var best = Exhaustive.Best(scenario)!.Value;
            var honest = JsonNode.Parse(CertificateFile.Make(folder, hash, scenario, plan, problem.ValueOf(plan.Choices), proof).Bytes)!.AsObject();
            Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, HandMade.Bytes(honest)));
            foreach (var (what, sure, bend) in Bends(scenario, best, draw))
            {
                var bent = honest.DeepClone().AsObject();
                if (!bend(bent, bent["clusters"]!.AsArray())) continue;
                if (CertificateChecker.Run(folder, HandMade.Bytes(bent)) is not Verdict.Accepted accepted) { refused++; continue; }
                Assert.False(sure, what);
                Assert.True((double)accepted.Bound >= best - 1e-9 * (1 + Math.Abs(best)), $"{what}: {accepted.Bound} is below {best}");
                standing++;
            }
        });
        Assert.True(refused > 300, $"{refused} refused, {standing} true all the same");
        Assert.True(standing > 20, $"{refused} refused, {standing} true all the same");
    }

    // Each: what it is, whether it must be refused, and how; false where there is nothing to bend.
    private static IEnumerable<(string What, bool Sure, Func<JsonObject, JsonArray, bool> Bend)> Bends(Scenario scenario, double best, Draw draw)
    {
        yield return ("a bound below the best", true, (c, _) => Done(() => c["bound"] = HandMade.Text((decimal)(best - 1e-6 * (1 + Math.Abs(best))))));
        yield return ("a place twice", true, (_, all) => Done(() => Places(all[0]!).Add(Places(all[0]!)[0]!.DeepClone())));
        yield return ("a place in two clusters", true, (_, all) => Done(() => all.Add(Cluster([Places(all[0]!)[0]!.GetValue<string>()]))));
        yield return ("a place of nowhere", true, (_, all) => Done(() => Places(all[0]!).Add("nowhere")));
        yield return ("a project of nobody", true, (_, all) => Done(() => all[0]!["projects"]!.AsArray().Add("nothing")));
        yield return ("a ceiling of nothing", true, (_, all) => Done(() => all[0]!["ceilings"]!.AsObject()["nothing.ceiling"] = new JsonArray(Places(all[0]!)[0]!.DeepClone())));
        yield return ("a row of nothing", true, (_, all) => Done(() => all[0]!["rows"]!.AsArray().Add("nothing.most")));
        yield return ("a fund as a row over who is in", true, (_, all) => Done(() => all[0]!["rows"]!.AsArray().Add($"fund[{scenario.Funds[0].Id}]")));
        yield return ("a floor as a ceiling", true, (_, all) => RuleRows.For(scenario).Rows.FirstOrDefault(r => r.Name.EndsWith(".floor", StringComparison.Ordinal) && r.Terms.Any(t => t.Coefficient < 0)) is { } floor
            && Done(() => all[0]!["ceilings"]!.AsObject()[floor.Name] = new JsonArray(Places(all[0]!)[0]!.DeepClone())));
        yield return ("a city's row of nothing", true, (c, _) => Done(() => c["city"] = "fund[nothing]"));
        yield return ("a ceiling kept twice", true, (c, all) => all[0]!["ceilings"]!.AsObject() is { Count: > 0 } ceilings && Done(() => c["city"] = ceilings.First().Key));
        yield return ("no clusters", false, (c, _) => Done(() => { c.Remove("clusters"); c.Remove("city"); }));
        yield return ("no city's row", false, (c, _) => c.Remove("city"));
        yield return ("a place less", false, (_, all) => Places(all[0]!) is { Count: > 1 } places && Done(() => places.RemoveAt(draw.From(0, places.Count - 1))));
        yield return ("another order", false, (_, all) => Places(all[0]!) is { Count: > 1 } places && Done(() => { var first = places[0]!; places.RemoveAt(0); places.Add(first); }));
        yield return ("a project less", false, (_, all) => all[0]!["projects"]!.AsArray() is { Count: > 0 } projects && Done(() => projects.RemoveAt(draw.From(0, projects.Count - 1))));
        yield return ("every project kept", false, (_, all) => Done(() => all[0]!["projects"] = new JsonArray([.. scenario.Projects.Select(p => (JsonNode)p.Id)])));
        yield return ("no ceilings", false, (_, all) => Done(() => all[0]!["ceilings"] = new JsonObject()));
        yield return ("shorter than is so", false, (c, all) => Done(() => { foreach (var leaf in HandMade.Leaves(c)) leaf["short"] = new JsonArray([.. all.Select(_ => (JsonNode)draw.From(0, 1 << 30))]); }));
        yield return ("a bound below the best, and clusters said to be short", true, (c, all) => Done(() =>
        {
            c["bound"] = HandMade.Text((decimal)(best - 1e-6 * (1 + Math.Abs(best))));
            foreach (var leaf in HandMade.Leaves(c)) leaf["short"] = new JsonArray([.. all.Select(_ => (JsonNode)(1L << draw.From(10, 58)))]);
        }));
        yield return ("no rows", false, (_, all) => Done(() => all[0]!["rows"] = new JsonArray()));
    }

    // Places in any order, cut into clusters; any projects; ceilings over some neighbours; whatever rows may be kept, and some that may not.
    private static void Claim(JsonObject certificate, Scenario scenario, Draw draw)
    {
        var ids = scenario.Neighbourhoods.Select(n => n.Id).OrderBy(_ => draw.From(0, 1000)).ToArray();
        var rows = RuleRows.For(scenario).Rows.Select(r => r.Name).Where(name => name.StartsWith("fund[", StringComparison.Ordinal) || name.EndsWith(".ceiling", StringComparison.Ordinal)).ToList();
        var all = new JsonArray();
        for (var from = 0; from < ids.Length;)
        {
            var many = draw.From(1, ids.Length - from);
            var cluster = Cluster(ids[from..(from + many)]);
            cluster["projects"] = new JsonArray([.. scenario.Projects.Where(_ => draw.Chance(70)).Select(p => (JsonNode)p.Id)]);
            if (rows.Count > 0 && draw.Chance(50))
            {
                var name = draw.One(rows.ToArray());
                rows.Remove(name);
                cluster["ceilings"]!.AsObject()[name] = Names(ids[from..(from + draw.From(1, many))]);
            }
            all.Add(cluster);
            from += many;
        }
        certificate["clusters"] = all;
        if (rows.Count > 0 && draw.Chance(60)) certificate["city"] = draw.One(rows.ToArray());
    }

    private static JsonObject Cluster(string[] places) => new() { ["places"] = Names(places), ["projects"] = new JsonArray(), ["ceilings"] = new JsonObject(), ["rows"] = new JsonArray() };

    private static JsonArray Names(string[] ids) => new([.. ids.Select(id => (JsonNode)id)]);

    private static JsonArray Places(JsonNode cluster) => cluster["places"]!.AsArray();

    // Prices drawn at random may prove so little that no number says it, and rows drawn at random may not be kept.
    private static bool Proven(string folder, JsonObject certificate, out ProvenBound? bound)
    {
        bound = null;
        try { bound = CertificateChecker.Prove(folder, HandMade.Bytes(certificate)); }
        catch (InvalidOperationException) { return false; }
        return true;
    }

    private static bool Done(Action bend)
    {
        bend();
        return true;
    }
}
