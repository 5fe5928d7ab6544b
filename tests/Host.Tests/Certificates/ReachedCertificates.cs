using System.Text.Json.Nodes;
using Allocation.Check;
using Allocation.Engine;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Certificates;
using Allocation.Host.Reports;
using CsCheck;
using Xunit;
using Verdict = Allocation.Check.Verdict;
using static Allocation.Host.Tests.Certificates.BentLevels;

namespace Allocation.Host.Tests.Certificates;

/// <summary>The worst-off, and the relative measure as that of other figures, bounded by a level that not everybody can reach: what is said so is accepted and true; and what is bent is refused or true all the same.</summary>
public sealed class ReachedCertificates
{
    private const decimal Unit = 1e-9m;

    [Theory]
    [InlineData("worst-off", "bound")]
    [InlineData("relative", "places")]
    public void A_level_out_of_reach_bounds_the_worst_off_and_bent_ones_are_refused_or_true_all_the_same(string measure, string counted)
    {
        var (made, refused, standing) = (0, 0, 0);
        OnDisk.Sample(TinyScenarios.Under(measure), 150, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best) return;
            var (problem, plan) = (Problem.For(scenario), best.Plans[0]);
            var at = Path.Combine(folder, "certificate");
            var verified = Engine.Verification.Verifier.Check(problem.Outcomes, plan, best.Value, best.Value).Plan!;
            if (CertificateRun.Write(new(verified, double.PositiveInfinity, Engine.Proof.Stopped, "none", []), folder, hash, at, new SolveOptions(), Words.In(Language.En), TextWriter.Null, default) is not { } certified) return;
            var bytes = File.ReadAllBytes(at);
            var accepted = Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, bytes));
            Assert.InRange((double)accepted.Bound, best.Value - 1e-9, certified.Evidence!.Bound + 1e-8);
            var honest = JsonNode.Parse(bytes)!.AsObject();
            // Another form of proof is bent elsewhere.
            if (honest["proof"]!["levels"] is null || Levels(honest).Any(level => level![counted] is null)) return;
            made++;
            var judged = Judged(folder, honest, best.Value,
            [
                ("bound down", true, c => Moved(c, "bound", -Unit)), ("bound up", false, c => Moved(c, "bound", Unit)), ("value up", true, c => Moved(c, "value", 10 * Unit)),
                ("level down", false, c => Moved(One(c, draw), "level", -Unit)), ("level far down", false, c => Moved(One(c, draw), "level", -1000 * Unit)), ("level up", false, c => Moved(One(c, draw), "level", Unit)),
                ("level between billionths", true, c => Moved(One(c, draw), "level", Unit / 10)), ("weight up", false, c => Moved(One(c, draw), counted, problem.Weights.Sum())), ("weight down", false, c => Moved(One(c, draw), counted, -1)), ("counted otherwise", false, c => Levels(c).All(level => Renamed(level!.AsObject(), counted))),
                ("from", true, c => { (One(c, draw)["from"], One(c, draw)["below"]) = ("0.001", new JsonArray()); return true; }), ("no prices", false, c => { One(c, draw)["proof"] = new JsonObject(); return true; }),
                ("no levels", true, c => { Levels(c).Clear(); return true; }), ("held", true, c => { One(c, draw)["proof"]!["held"] = new JsonArray(new JsonArray("0.00000001", 1)); return true; }),
            ]);
            (refused, standing) = (refused + judged.Refused, standing + judged.Standing);
        });
        Assert.True(made > 10 && refused > 80 && standing > 8, $"{made} made, {refused} refused, {standing} true all the same");
    }

    private static bool Renamed(JsonObject level, string counted)
    {
        level[counted == "bound" ? "places" : "bound"] = level[counted]!.GetValue<string>();
        return level.Remove(counted);
    }
}
