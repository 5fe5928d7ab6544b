using System.Text.Json.Nodes;
using Allocation.Check;
using Allocation.Engine;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Certificates;
using CsCheck;
using Xunit;
using static Allocation.Host.Tests.Certificates.BentLevels;

namespace Allocation.Host.Tests.Certificates;

/// <summary>Worst shares proven level by level, the relative measure at a level out of reach: what the engine writes down is accepted, and what is bent is refused or true all the same.</summary>
public sealed class LevelCertificates
{
    [Theory]
    [InlineData("worst-share", 20)]
    [InlineData("relative", 0)]
    public void Bent_levels_are_refused_or_true_all_the_same(string measure, int manyLevels)
    {
        var (several, stretched, refused, standing) = (0, 0, 0, 0);
        OnDisk.Sample(TinyScenarios.Under(measure), 90, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best) return;
            var problem = Problem.For(scenario);
            if ((measure == "relative" ? Below(problem, best.Plans[0]) : Own(problem)) is not var (plan, proof)) return;
            var (bytes, bound) = CertificateFile.Make(folder, hash, scenario, plan, problem.ValueOf(plan.Choices), proof);
            Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, bytes));
            Assert.True((double)bound >= best.Value - 1e-9);
            var honest = JsonNode.Parse(bytes)!.AsObject();
            if (Levels(honest).Count > 1) several++;
            if (Levels(honest).Any(l => l!["from"] is not null)) stretched++;
            var judged = Judged(folder, honest, best.Value, Bends(draw));
            (refused, standing) = (refused + judged.Refused, standing + judged.Standing);
        });
        Assert.True(several >= manyLevels && stretched >= manyLevels && refused > 300 && standing > 20, $"{several} of several levels, {stretched} on stretches, {refused} refused, {standing} true all the same");
    }

    private static (Plan, PriceCertificateData)? Own(Problem problem) =>
        PriceEngine.Serves(problem) && new PriceEngine().Run(problem, new SolveOptions(), null, null, default) is { Plan: { } plan, Evidence: PriceCertificateData proof } ? (plan, proof) : null;

    private static (Plan, PriceCertificateData)? Below(Problem problem, Plan plan) => ShortfallBelow.Proof(problem, plan) is { } proof ? (plan, proof) : null;

    // Each: what it is, whether it must be refused, and how; false where there is nothing to bend.
    private static IEnumerable<(string What, bool Sure, Func<JsonObject, bool> Bend)> Bends(Draw draw)
    {
        yield return ("no levels", true, c => { Levels(c).Clear(); return true; });
        yield return ("levels turned", true, c => Levels(c).Count > 1 && Turn(Levels(c)));
        yield return ("clusters beside levels", true, c => { c["clusters"] = new JsonArray(); return true; });
        yield return ("level 0", true, c => { Levels(c)[0]!["level"] = "0"; return true; });
        yield return ("level without a bound", true, c => Levels(c)[0]!.AsObject().Remove("bound"));
        yield return ("level left out", false, c => { Levels(c).RemoveAt(draw.From(0, Levels(c).Count - 1)); return true; });
        foreach (var by in (decimal[])[-0.03m, -1e-5m, 1e-5m, 0.03m])
        {
            yield return ($"level {by}", false, c => Moved(One(c, draw), "level", by));
            yield return ($"bound of a level {by}", false, c => Moved(One(c, draw), "bound", by));
            yield return ($"lowest level {by}", false, c => Stretched(c, draw) is { } level && Moved(level, "from", by));
            yield return ($"bound of all levels {by}", false, c => Levels(c).All(l => Moved(l!.AsObject(), "bound", by)));
        }
        yield return ("lowest level at the highest", true, c => Stretched(c, draw) is { } level && Said(level, "from", level["level"]!.GetValue<string>()) && level["below"]!.AsArray().Count > 0);
        yield return ("lowest level above the highest", true, c => Stretched(c, draw) is { } level && Said(level, "from", level["level"]!.GetValue<string>()) && Moved(level, "from", 1e-6m));
        yield return ("no whole billionths from one level to another", true, c => Stretched(c, draw) is { } level && Moved(level, "from", 1e-10m));
        yield return ("nobody told to be below", false, c => Stretched(c, draw) is { } level && level["below"]!.AsArray() is { Count: > 0 } below && Emptied(below));
        yield return ("one told less", false, c => Stretched(c, draw) is { } level && level["below"]!.AsArray() is { Count: > 0 } below && Removed(below, draw));
        yield return ("a place told twice", true, c => Stretched(c, draw) is { } level && level["below"]!.AsArray() is { Count: > 0 } below && Doubled(below));
        yield return ("a place that is none", true, c => Stretched(c, draw) is { } level && Added(level["below"]!.AsArray(), "nowhere"));
        yield return ("a stretch without places", true, c => Stretched(c, draw) is { } level && level.Remove("below"));
        yield return ("places without a stretch", true, c => Stretched(c, draw) is { } level && level.Remove("from"));
        yield return ("bound down", false, c => Moved(c, "bound", -1e-5m));
        yield return ("prices of another level", false, c => { One(c, draw)["proof"] = One(c, draw)["proof"]!.DeepClone(); return true; });
    }

    // One of those that speak of several levels, or null.
    private static JsonObject? Stretched(JsonObject certificate, Draw draw) => Levels(certificate).Select(l => l!.AsObject()).Where(l => l.ContainsKey("from")).ToArray() is { Length: > 0 } all ? all[draw.From(0, all.Length - 1)] : null;

    private static bool Said(JsonObject piece, string key, string value)
    {
        piece[key] = value;
        return true;
    }

    private static bool Emptied(JsonArray list)
    {
        list.Clear();
        return true;
    }

    private static bool Removed(JsonArray list, Draw draw)
    {
        list.RemoveAt(draw.From(0, list.Count - 1));
        return true;
    }

    private static bool Doubled(JsonArray list) => Added(list, list[0]!.GetValue<string>());

    private static bool Added(JsonArray list, string name)
    {
        list.Add(name);
        return true;
    }
}
