using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Allocation.Check;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Host.Certificates;

/// <summary>Writes certificates (docs/certificates.md). The bound that is written is the one that the checker itself proves from the same prices, so that nothing is claimed that cannot be redone.</summary>
internal static class CertificateFile
{
    /// <summary>Forks stand inside forks; deeper trees are not written.</summary>
    public const int MostNested = 3000;

    /// <summary>The bytes of a certificate and the bound it proves.</summary>
    /// <param name="folder">The scenario's folder as it stands on disk.</param>
    /// <param name="hash">Of its files.</param>
    /// <param name="scenario">The same scenario, read.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="value">The measure of the plan.</param>
    /// <param name="proof">Prices, perhaps under forks.</param>
    /// <exception cref="InvalidOperationException">The prices prove nothing that a number could state, or that there is no plan.</exception>
    public static (byte[] Bytes, decimal Bound) Make(string folder, string hash, Scenario scenario, Plan plan, double value, PriceCertificateData proof)
    {
        if (proof.Root is PriceLevels levels)
        {
            var stated = Proven([.. levels.All.Select(l => (l.Proof, l.Level))], 0, asked => CertificateChecker.ProveLevels(folder, Written(0, asked)));
            var follows = Math.Max(CertificateChecker.Follows(folder, Written(0, stated)), Decimal(value));
            return (Written(follows, stated), follows);
        }
        // A bound a last digit below the plan's value, where both are equal but for rounding, is still true; the larger is too.
        var most = MeasureCatalogue.For(scenario.Goal).Most;
        var one = Proven([(proof, double.IsFinite(most) ? Decimal(most) : decimal.MaxValue)], Decimal(value), asked => [CertificateChecker.Prove(folder, Written(asked[0].Bound!.Value, asked))]);
        return (Written(one[0].Bound!.Value, one), one[0].Bound!.Value);

        byte[] Written(decimal bound, ProvenBound[] parts) => Write(hash, scenario, plan, value, bound, proof, parts);
    }

    // Bounds that the checker proves, and proves again. It looks no further than what it is asked to prove: the engine's bound, and a little above it for the rounding of both. How far clusters are looked at depends on that,
    // and where much is, some are too much to look at: so that less than what was asked for, though proven, might not be proven again. What was asked for is.
    // Nothing is asked for above the largest value that there can be.
    private static ProvenBound[] Proven((PriceCertificateData Proof, decimal Most)[] proofs, decimal least, Func<ProvenBound[], IReadOnlyList<ProvenBound>> prove)
    {
        ProvenBound[] asked = [.. proofs.Select(p => new ProvenBound(Math.Min(p.Most, Decimal(p.Proof.Bound + 1e-10 * (Math.Abs(p.Proof.Bound) + 1e-9))), []))];
        for (var (round, more) = (0, true); more && round < 2; round++)
        {
            var proven = prove(asked);
            ProvenBound[] stated = [.. proofs.Select((p, k) => proven[k] with
            {
                Bound = Math.Max(Math.Max(proven[k].Bound ?? throw new InvalidOperationException("The proof says that there is no plan."), least), p.Proof.Clusters.Count > 0 ? asked[k].Bound!.Value : 0),
            })];
            more = proofs.Where((p, k) => p.Proof.Clusters.Count > 0 && stated[k].Bound > asked[k].Bound).Any();
            asked = stated;
        }
        return asked;
    }

    private static byte[] Write(string hash, Scenario scenario, Plan plan, double value, decimal bound, PriceCertificateData proof, ProvenBound[] parts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MostNested + 10 }))
        {
            json.WriteStartObject();
            json.WriteNumber("certificate", 1);
            json.WriteString("scenario", scenario.Id);
            json.WriteString("hash", hash);
            json.WriteStartObject("measure");
            json.WriteString("outcome", scenario.Goal.Outcome switch { OutcomeKind.Attainment => "attainment", OutcomeKind.Benefit => "benefit", _ => "money" });
            json.WriteString("name", scenario.Goal.Measure);
            json.WriteString("parameter", Text(scenario.Goal.Parameter));
            json.WriteString("shift", Text(scenario.Goal.Shift));
            json.WriteString("weights", scenario.Goal.Weighting == Weighting.Residents ? "residents" : "places");
            json.WriteEndObject();
            json.WriteString("value", Text(Decimal(value)));
            json.WriteString("bound", Text(bound));
            Write(json, scenario, plan);
            json.WriteNumber("grain", proof.Grain);
            Write(json, scenario, proof.Clusters, proof.City);
            json.WritePropertyName("proof");
            if (proof.Root is PriceLevels several) Write(json, scenario, several, parts);
            else Write(json, scenario, proof.Root, null, new(proof.Root), new(parts[0].Shorts));
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Scenario scenario, PriceLevels levels, ProvenBound[] bounds)
    {
        json.WriteStartObject();
        json.WriteStartArray("levels");
        foreach (var (level, bound) in levels.All.Zip(bounds))
        {
            var proof = level.Proof;
            json.WriteStartObject();
            json.WriteString("level", Text(level.Level));
            if (level.From < level.Level)
            {
                json.WriteString("from", Text(level.From));
                List(json, "below", level.Below.Select(n => scenario.Neighbourhoods[n].Id));
            }
            json.WriteString(level.CountsPlaces ? "places" : "bound", Text(bound.Bound!.Value));
            Write(json, scenario, proof.Clusters, proof.City);
            json.WritePropertyName("proof");
            Write(json, scenario, proof.Root, null, new(proof.Root), new(bound.Shorts));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Scenario scenario, Plan plan)
    {
        json.WriteStartObject("plan");
        json.WriteStartObject("choices");
        for (var p = 0; p < plan.Choices.Count; p++) if (plan.Choices[p] > 0) json.WriteNumber(scenario.Projects[p].Id, plan.Choices[p]);
        json.WriteEndObject();
        json.WriteStartArray("payments");
        foreach (var payment in plan.Payments)
        {
            json.WriteStartArray();
            json.WriteStringValue(scenario.Projects[payment.Project].Id);
            json.WriteStringValue(scenario.Funds[payment.Fund].Id);
            json.WriteNumberValue(payment.Amount);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Scenario scenario, IReadOnlyList<KeptTogether> clusters, string? city)
    {
        if (clusters.Count == 0) return;
        json.WriteStartArray("clusters");
        foreach (var cluster in clusters)
        {
            json.WriteStartObject();
            List(json, "places", cluster.Places.Select(n => scenario.Neighbourhoods[n].Id));
            List(json, "projects", cluster.Projects.Select(p => scenario.Projects[p].Id));
            json.WriteStartObject("ceilings");
            foreach (var (row, places) in cluster.Ceilings) List(json, row, places.Select(n => scenario.Neighbourhoods[n].Id));
            json.WriteEndObject();
            List(json, "rows", cluster.Rows);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (city is not null) json.WriteString("city", city);
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
    }

    // Under a node that carries prices; with the shorts of leaves not yet written, in their order.
    private static void Write(Utf8JsonWriter json, Scenario scenario, PriceProof proof, SharedPrices.Carried? above, SharedPrices shared, Queue<IReadOnlyList<long>> shorts)
    {
        json.WriteStartObject();
        var (own, carried) = shared.At(proof, above);
        Write(json, scenario, own);
        if (proof is PriceFork fork)
        {
            json.WriteString("project", scenario.Projects[fork.Project].Id);
            json.WriteNumber("from", fork.From);
            json.WritePropertyName("below");
            Write(json, scenario, fork.Below, carried, shared, shorts);
            json.WritePropertyName("above");
            Write(json, scenario, fork.Above, carried, shared, shorts);
        }
        else
        {
            if (proof is PriceLeaf { Held: { Count: > 0 } held }) Write(json, held);
            if (shorts.TryDequeue(out var stated) && stated.Count > 0)
            {
                json.WriteStartArray("short");
                foreach (var number in stated) json.WriteNumberValue(number);
                json.WriteEndArray();
            }
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Scenario scenario, PriceLeaf prices)
    {
        if (prices.Rows.Count > 0)
        {
            json.WriteStartObject("rows");
            foreach (var (row, top, bottom) in prices.Rows) json.WriteString(row, bottom.IsOne ? Whole(top) : $"{Whole(top)}/{Whole(bottom)}");
            json.WriteEndObject();
        }
        if (prices.Splits.Count == 0) return;
        json.WriteStartObject("splits");
        foreach (var (project, parts) in prices.Splits)
        {
            json.WriteStartArray(scenario.Projects[project].Id);
            foreach (var (place, numbers) in parts)
            {
                json.WriteStartArray();
                json.WriteStringValue(scenario.Neighbourhoods[place].Id);
                foreach (var number in numbers) json.WriteRawValue(Whole(number));
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<WorthHeld> held)
    {
        json.WriteStartArray("held");
        foreach (var (level, worth) in held)
        {
            json.WriteStartArray();
            json.WriteStringValue(Text(level));
            json.WriteRawValue(Whole(worth));
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static decimal Decimal(double value) => decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
    private static string Whole(System.Numerics.BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
