using System.Globalization;
using System.Text.Json.Nodes;
using Allocation.Check;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

/// <summary>One thing bent in a certificate that was accepted. What makes a statement untrue or unproven is refused; what is accepted is true all the same.</summary>
public sealed class FalsifiedCertificates
{
    [Fact]
    public void Thousands_of_falsified_certificates_are_refused_and_what_is_accepted_is_true()
    {
        var (refused, standing) = (0, 0);
        OnDisk.Sample(TinyScenarios.Priced, 400, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best || Honest(scenario, folder, hash, draw, best) is not { } honest) return;
            Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, HandMade.Bytes(honest)));
            foreach (var (what, sure, bend) in Bends(scenario, draw))
            {
                var bent = honest.DeepClone().AsObject();
                if (!bend(bent)) continue;
                var verdict = CertificateChecker.Run(folder, HandMade.Bytes(bent));
                if (verdict is not Verdict.Accepted accepted) { refused++; continue; }
                Assert.False(sure, what);
                Assert.True((double)accepted.Bound >= best.Value - 1e-9, $"{what}: {accepted.Bound} is below {best.Value}");
                standing++;
            }
        });
        Assert.True(refused > 2800, $"{refused} refused, {standing} true all the same");
        Assert.True(standing < refused, $"{refused} refused, {standing} true all the same");
    }

    [Fact]
    public void Prices_that_no_longer_prove_the_bound_are_refused()
    {
        var (refused, kept) = (0, 0);
        OnDisk.Sample(TinyScenarios.Priced, 120, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best) return;
            var honest = HandMade.Certificate(scenario, hash, best.Plans[0], best.Value, HandMade.Leaf(scenario, draw));
            if (!Claim(folder, honest)) return;
            for (var i = 0; i < 6; i++)
            {
                var bent = honest.DeepClone().AsObject();
                var leaf = bent["proof"]!.AsObject();
                if (!(draw.Chance(50) ? Price(leaf, draw) : Split(leaf, draw))) continue;
                var claimed = double.Parse(bent["bound"]!.GetValue<string>(), CultureInfo.InvariantCulture);
                var proven = PlainBound.Of(scenario, leaf)!.Value;
                // What lies too close to tell in doubles is left out.
                if (Math.Abs(proven - claimed) < 1e-7 * (1 + Math.Abs(claimed))) continue;
                var accepted = CertificateChecker.Run(folder, HandMade.Bytes(bent)) is Verdict.Accepted;
                Assert.True(accepted == proven < claimed, $"{proven.ToString("R", CultureInfo.InvariantCulture)} proven, {claimed.ToString("R", CultureInfo.InvariantCulture)} claimed");
                _ = accepted ? kept++ : refused++;
            }
        });
        Assert.True(refused > 80, $"{refused}");
        Assert.True(kept > 20, $"{kept}");
    }

    private static JsonObject? Honest(Scenario scenario, string folder, string hash, Draw draw, Best best)
    {
        var certificate = HandMade.Certificate(scenario, hash, best.Plans[0], best.Value, HandMade.Tree(scenario, draw));
        return Claim(folder, certificate) ? certificate : null;
    }

    private static bool Claim(string folder, JsonObject certificate)
    {
        try { certificate["bound"] = HandMade.Text(CertificateChecker.Proven(folder, HandMade.Bytes(certificate))!.Value); }
        catch (InvalidOperationException) { return false; }
        return true;
    }

    // Each: what it is, whether it must be refused, and how; false where there is nothing to bend.
    private static string Longer(string number) => number + (number.Contains('.', StringComparison.Ordinal) ? "" : ".") + new string('0', 30) + "1";

    private static IEnumerable<(string What, bool Sure, Func<JsonObject, bool> Bend)> Bends(Scenario scenario, Draw draw)
    {
        yield return ("hash", true, c => Set(c, "hash", Flip(c["hash"]!.GetValue<string>(), draw.From(0, 63))));
        yield return ("scenario", true, c => Set(c, "scenario", "other"));
        yield return ("measure", true, c => Set(c["measure"]!.AsObject(), "name", c["measure"]!["name"]!.GetValue<string>() == "mean" ? "atkinson" : "mean"));
        yield return ("parameter", true, c => Set(c["measure"]!.AsObject(), "parameter", "0.123"));
        yield return ("weights", true, c => Set(c["measure"]!.AsObject(), "weights", c["measure"]!["weights"]!.GetValue<string>() == "places" ? "residents" : "places"));
        yield return ("value up", true, c => Moved(c, "value", 1e-5m, scenario));
        yield return ("value down", true, c => Moved(c, "value", -1e-5m, scenario));
        // Far out the measure is so flat that the grain cannot tell a bound from a slightly lower one: both are proven.
        yield return ("bound down", true, c => decimal.Parse(c["bound"]!.GetValue<string>(), CultureInfo.InvariantCulture) < 50 && Moved(c, "bound", -1e-5m, scenario));
        yield return ("more digits than are read exactly", true, c => Set(c, draw.From(0, 1) == 0 ? "bound" : "value", Longer(c["bound"]!.GetValue<string>())));
        yield return ("choice", true, c => Choice(c, scenario, draw));
        yield return ("choice left out", true, c => Drop(c["plan"]!["choices"]!.AsObject(), draw));
        yield return ("payment up", true, c => Payment(c, draw, p => p[2] = p[2]!.GetValue<long>() + 1));
        yield return ("payment down", true, c => Payment(c, draw, p => p[2] = p[2]!.GetValue<long>() - 1));
        yield return ("payment twice", true, c => c["plan"]!["payments"]!.AsArray() is { Count: > 0 } all && Done(() => all.Add(all[0]!.DeepClone())));
        yield return ("payment left out", true, c => c["plan"]!["payments"]!.AsArray() is { Count: > 0 } all && Done(() => all.RemoveAt(draw.From(0, all.Count - 1))));
        yield return ("payment by nobody", true, c => Payment(c, draw, p => p[1] = "nobody"));
        yield return ("payment by another fund", false, c => Payment(c, draw, p => p[1] = draw.One(scenario.Funds.ToArray()).Id));
        yield return ("unknown key", true, c => Set(c, "extra", "1"));
        yield return ("row of nobody", true, c => Set((HandMade.Leaves(c).First()["rows"] ??= new JsonObject()).AsObject(), "fund[nobody]", "1/2"));
        yield return ("price below 0", true, c => HandMade.Leaves(c).First()["rows"] is JsonObject { Count: > 0 } rows && Set(rows, rows.First().Key, "-1/2"));
        yield return ("price over 0", true, c => HandMade.Leaves(c).First()["rows"] is JsonObject { Count: > 0 } rows && Set(rows, rows.First().Key, "1/0"));
        yield return ("prices", false, c => Price(draw.One(HandMade.Leaves(c).ToArray()), draw));
        yield return ("splits", false, c => Split(draw.One(HandMade.Leaves(c).ToArray()), draw));
        yield return ("fork without a side", true, c => HandMade.Forks(c).FirstOrDefault() is { } fork && fork.Remove(draw.Chance(50) ? "above" : "below"));
        yield return ("fork moved", false, c => HandMade.Forks(c).FirstOrDefault() is { } fork && Done(() => fork["from"] = fork["from"]!.GetValue<int>() + draw.One(-1, 1)));
        yield return ("fork turned", false, c => HandMade.Forks(c).FirstOrDefault() is { } fork && Done(() => (fork["below"], fork["above"]) = (fork["above"]!.DeepClone(), fork["below"]!.DeepClone())));
        yield return ("fork over another", false, c => HandMade.Forks(c).FirstOrDefault() is { } fork && Done(() => fork["project"] = draw.One(scenario.Projects.ToArray()).Id));
        yield return ("fork over nothing", true, c => HandMade.Forks(c).FirstOrDefault() is { } fork && Set(fork, "project", "nothing"));
        yield return ("coarser grain", false, c => Done(() => c["grain"] = HandMade.Grain - draw.From(1, 8)));
    }

    private static bool Choice(JsonObject c, Scenario scenario, Draw draw)
    {
        var choices = c["plan"]!["choices"]!.AsObject();
        var project = draw.One(scenario.Projects.ToArray());
        var now = choices[project.Id]?.GetValue<int>() ?? 0;
        choices[project.Id] = now == project.Choices ? (now > 1 ? now - 1 : now + 1) : now + 1;
        return true;
    }

    private static bool Payment(JsonObject c, Draw draw, Action<JsonArray> bend)
    {
        var payments = c["plan"]!["payments"]!.AsArray();
        if (payments.Count == 0) return false;
        var payment = payments[draw.From(0, payments.Count - 1)]!.AsArray();
        var before = payment.ToJsonString();
        bend(payment);
        return payment.ToJsonString() != before;
    }

    private static bool Price(JsonObject leaf, Draw draw)
    {
        if (leaf["rows"] is not JsonObject { Count: > 0 } rows) return false;
        var row = draw.One(rows.Select(r => r.Key).ToArray());
        var parts = rows[row]!.GetValue<string>().Split('/');
        rows[row] = $"{Math.Max(0, long.Parse(parts[0], CultureInfo.InvariantCulture) * draw.From(0, 30) / 10).ToString(CultureInfo.InvariantCulture)}/{parts[1]}";
        return true;
    }

    private static bool Split(JsonObject leaf, Draw draw)
    {
        if (leaf["splits"]?.AsObject().Select(s => s.Value!.AsArray()).Where(s => s.Count > 0).ToArray() is not { Length: > 0 } splits) return false;
        var split = draw.One(splits);
        var part = split[draw.From(0, split.Count - 1)]!.AsArray();
        part[draw.From(1, part.Count - 1)] = part[^1]!.GetValue<long>() + (draw.From(-40, 40) * (1L << HandMade.Grain) / 10);
        return true;
    }

    private static bool Moved(JsonObject c, string key, decimal by, Scenario scenario)
    {
        var value = decimal.Parse(c[key]!.GetValue<string>(), CultureInfo.InvariantCulture);
        return Set(c, key, HandMade.Text(value + (by * (Math.Abs(value) + scenario.Goal.Shift + scenario.Goal.Parameter + 1))));
    }

    private static bool Drop(JsonObject from, Draw draw) => from.Count > 0 && from.Remove(draw.One(from.Select(m => m.Key).ToArray()));

    private static string Flip(string hash, int at) => hash[..at] + (hash[at] == '0' ? '1' : '0') + hash[(at + 1)..];

    private static bool Set(JsonObject piece, string key, string value) => Done(() => piece[key] = value);

    private static bool Done(Action bend)
    {
        bend();
        return true;
    }
}
