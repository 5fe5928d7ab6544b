using System.Text.Json.Nodes;
using Allocation.Check;
using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Certificates;
using CsCheck;
using Xunit;
using static Allocation.Host.Tests.Certificates.BentLevels;

namespace Allocation.Host.Tests.Certificates;

/// <summary>The threshold measure proven by stretches of levels: what the engine writes down is accepted, and what is bent is refused or true all the same.</summary>
public sealed class ThresholdCertificates
{
    [Fact]
    public void Bent_stretches_are_refused_or_true_all_the_same()
    {
        var (made, several, refused, standing) = (0, 0, 0, 0);
        OnDisk.Sample(TinyScenarios.Under("threshold"), 90, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best) return;
            if (AllocationEngine.Solve(scenario, new SolveOptions { Method = Method.Prices }) is not SolveResult.Solved { Evidence: { } proof } solved) return;
            var (bytes, bound) = CertificateFile.Make(folder, hash, scenario, solved.Plan.Plan, solved.Value, proof);
            Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, bytes));
            // What the engine's own arithmetic says is what the checker proves, but for the grain.
            Assert.InRange((double)bound, best.Value - 1e-9, proof.Bound + (1e-6 * Math.Max(1, Math.Abs(proof.Bound))));
            var honest = JsonNode.Parse(bytes)!.AsObject();
            made++;
            if (Levels(honest).Count > 1) several++;
            var judged = Judged(folder, honest, best.Value, Bends(draw, scenario));
            (refused, standing) = (refused + judged.Refused, standing + judged.Standing);
        });
        Assert.True(made > 25 && several > 10 && refused > 300 && standing > 20, $"{made} made, {several} of several stretches, {refused} refused, {standing} true all the same");
    }

    // Each: what it is, whether it must be refused, and how; false where there is nothing to bend.
    private static IEnumerable<(string What, bool Sure, Func<JsonObject, bool> Bend)> Bends(Draw draw, Scenario scenario)
    {
        yield return ("no stretches", true, c => { Levels(c).Clear(); return true; });
        yield return ("a leaf instead", true, c => { c["proof"] = Levels(c)[0]!["proof"]!.DeepClone(); return true; });
        yield return ("first left out", true, c => { Levels(c).RemoveAt(0); return true; });
        yield return ("last left out", true, c => { Levels(c).RemoveAt(Levels(c).Count - 1); return true; });
        yield return ("one between left out", true, c => { if (Levels(c).Count < 3) return false; Levels(c).RemoveAt(draw.From(1, Levels(c).Count - 2)); return true; });
        yield return ("stretches turned", true, c => Levels(c).Count > 1 && Turn(Levels(c)));
        yield return ("a place told to be below", true, c => { if (One(c, draw)["below"] is not JsonArray below) return false; below.Add(scenario.Neighbourhoods[0].Id); return true; });
        yield return ("clusters", true, c => { One(c, draw)["clusters"] = new JsonArray(new JsonObject { ["places"] = new JsonArray(scenario.Neighbourhoods[0].Id), ["projects"] = new JsonArray(), ["ceilings"] = new JsonObject(), ["rows"] = new JsonArray() }); return true; });
        yield return ("no level from which on", true, c => One(c, draw).Remove("from"));
        yield return ("begins above 0", true, c => Levels(c)[0]!["from"] is not null && Moved(Levels(c)[0]!.AsObject(), "from", 1e-9m));
        yield return ("no whole billionths", true, c => Moved(One(c, draw), "level", 1e-10m));
        yield return ("ends below what all can have", true, c => Moved(Levels(c)[^1]!.AsObject(), "level", -1e-9m));
        foreach (var by in (decimal[])[-0.03m, -1e-5m, 1e-5m, 0.03m])
        {
            yield return ($"highest level {by}", false, c => Moved(One(c, draw), "level", by));
            yield return ($"lowest level {by}", false, c => One(c, draw) is var one && one["from"] is not null && Moved(one, "from", by));
            yield return ($"bound of a stretch {by}", false, c => Moved(One(c, draw), "bound", by));
            yield return ($"all bounds {by}", false, c => Moved(c, "bound", by) && Levels(c).All(l => Moved(l!.AsObject(), "bound", by)));
            yield return ($"value {by}", true, c => Moved(c, "value", by));
        }
        yield return ("bound down", false, c => Moved(c, "bound", -1e-5m));
        yield return ("prices of another stretch", false, c => { One(c, draw)["proof"] = One(c, draw)["proof"]!.DeepClone(); return true; });
        yield return ("no prices", false, c => { One(c, draw)["proof"] = new JsonObject(); return true; });
    }
}
