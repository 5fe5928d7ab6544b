using System.Numerics;
using Allocation.Check.Meaning;
using Allocation.Check.Proof;
using Allocation.Check.Reading;

namespace Allocation.Check;

/// <summary>Checks certificates (docs/certificates.md) against scenario folders.</summary>
public static class CertificateChecker
{
    private const int ValueGrain = 120, Digits = 15;
    private const string NoBound = "The proof proves no bound that a number could state.";

    /// <summary>Reads both files and checks everything that the certificate says. Never throws for what the files hold.</summary>
    /// <param name="scenario">Its folder.</param>
    /// <param name="certificate">The file.</param>
    /// <param name="asked">A measure in place of the scenario's own, which the certificate must then be about; null = its own.</param>
    public static Verdict Run(string scenario, string certificate, AskedMeasure? asked = null)
    {
        try { return Run(scenario, File.ReadAllBytes(certificate), asked); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { return new Verdict.Unreadable(trouble.Message); }
    }

    /// <summary>As <see cref="Run(string, string, AskedMeasure?)"/>, for a certificate in memory.</summary>
    public static Verdict Run(string scenario, ReadOnlyMemory<byte> certificate, AskedMeasure? asked = null)
    {
        try
        {
            var files = ScenarioFiles.In(scenario);
            // Beside each other; what is wrong with the certificate is said first.
            var city = Task.Run(() => CityReader.Read(files, asked));
            var hash = Task.Run(() => files.Hash);
            var read = CertificateReader.Read(certificate);
            return read.Hash == hash.Result ? Run(city.GetAwaiter().GetResult(), read) : new Verdict.Refused($"the hash is of other files: this scenario's is {hash.Result}");
        }
        catch (UnreadableException trouble) { return new Verdict.Unreadable(trouble.Message); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { return new Verdict.Unreadable(trouble.Message); }
    }

    /// <summary>The least bound, to fifteen digits, that the proof of a certificate proves; null where it proves that there is no plan at all. For those who write certificates: whatever stands
    /// in the file as value does not matter here, its bound only says how low it is worth proving, and its measure is taken at its word.</summary>
    /// <exception cref="InvalidOperationException">The prices prove less than any number says.</exception>
    public static decimal? Proven(string scenario, ReadOnlyMemory<byte> certificate) => Prove(scenario, certificate).Bound;

    /// <summary>As <see cref="Proven"/>, with what the file may say to have it proven again sooner.</summary>
    /// <exception cref="InvalidOperationException">The prices prove less than any number says.</exception>
    public static ProvenBound Prove(string scenario, ReadOnlyMemory<byte> certificate) => ForWriting(scenario, certificate, (city, read) =>
    {
        var proven = Proven(city, new Rows(city), new Gains(city).AsProven(), new Welfare(city.Goal, read.Grain), RankWorth.Of(city), WithoutLevels(city, read));
        return LeximinOrder.Of(city) is { } order && proven.Bound is { } most ? proven with { Bound = order.Number(most) } : proven;
    });

    /// <summary>As <see cref="Prove"/> for the proof at every level, in order.</summary>
    /// <exception cref="InvalidOperationException">The prices prove less than any number says, or that there is no plan.</exception>
    public static IReadOnlyList<ProvenBound> ProveLevels(string scenario, ReadOnlyMemory<byte> certificate) => ForWriting<IReadOnlyList<ProvenBound>>(scenario, certificate, (city, read) =>
    {
        var (rows, gains) = (new Rows(city), new Gains(city).AsProven());
        var levels = LevelProofs.For(city, gains, read);
        return [.. read.Levels.Select((level, k) => Proven(city, rows, levels.At(k), levels.Worth(k, city.Goal, read.Grain), null, read.At(level), leaf => levels.Worth(k, leaf, read.Grain)))];
    });

    /// <summary>The bound that follows from what the certificate states of its levels, whether that is proven or not.</summary>
    /// <exception cref="InvalidOperationException">The levels are not such as anything follows from.</exception>
    public static decimal Follows(string scenario, ReadOnlyMemory<byte> certificate) => ForWriting(scenario, certificate, (city, read) => LevelProofs.For(city, new Gains(city).AsProven(), read).Follows());

    /// <summary>Of an order of plans, for whom it follows from what the certificate states of its levels, whether that is proven or not; null where the measure is a number alone.</summary>
    /// <exception cref="InvalidOperationException">The levels are not such as anything follows from.</exception>
    public static ProvenRanks? Ranks(string scenario, ReadOnlyMemory<byte> certificate) => ForWriting(scenario, certificate, (city, read) =>
        Ranks(city, read.Levels.Count == 0 ? null : LevelProofs.For(city, new Gains(city).AsProven(), read)));

    private static ProvenRanks? Ranks(City city, LevelProofs? levels) => levels is null ? LeximinOrder.Of(city)?.Nobody : levels.Ranks();

    // What bounds the worst-off bounds an order's number.
    private static Certificate WithoutLevels(City city, Certificate certificate) => LeximinOrder.Of(city) is { } order ? certificate with { Bound = order.Most(certificate.Bound) } : certificate;

    // The city under the measure that the certificate is about, and what is asked of both.
    private static T ForWriting<T>(string scenario, ReadOnlyMemory<byte> certificate, Func<City, Certificate, T> ask)
    {
        try
        {
            var read = CertificateReader.Read(certificate);
            return ask(CityReader.Read(ScenarioFiles.In(scenario), new(read.Measure, read.Parameter)), read);
        }
        catch (Exception trouble) when (trouble is OverflowException or AggregateException or RefusedException or UnreadableException) { throw new InvalidOperationException(NoBound, trouble); }
    }

    private static ProvenBound Proven(City city, Rows rows, Gains gains, Welfare welfare, RankWorth? ranks, Certificate read, Func<Node, (Welfare, BigInteger)>? held = null)
    {
        decimal? least = null;
        var shorts = new List<IReadOnlyList<long>>();
        var tree = new TreeBound(city, rows, gains, welfare, ranks, read, held);
        foreach (var leaf in tree.Leaves())
        {
            shorts.Add(leaf?.Shorts ?? []);
            if (leaf is not null && Least(welfare, leaf.Bound, tree.Weights) is var bound && (least is null || bound > least)) least = bound;
        }
        return new(least, shorts);
    }

    // From the rough inverse upwards in the last digit, until it is proven.
    private static decimal Least(Welfare welfare, BigInteger leaf, BigInteger weights)
    {
        if (welfare.Whole(welfare.Possible(leaf, weights)) is { } whole) return whole;
        var mean = (double)welfare.Possible(leaf, weights) / Math.ScaleB((double)weights, welfare.Grain);
        var value = welfare.Inverse(mean);
        if (!(Math.Abs(value) < 1e12)) throw new InvalidOperationException(NoBound);
        var step = (decimal)Math.Pow(10, Math.Max(-27, Math.Floor(Math.Log10(Math.Max(Math.Abs(value), (double)welfare.Offset) + 1e-12)) - Digits + 1));
        var bound = Math.Ceiling((decimal)value / step) * step;
        for (var i = 0; i < 60; i++, bound += step, step *= 2)
            if (welfare.Of(Figures.Fraction(bound), weights, out var low, out _) && welfare.Possible(leaf, weights) <= low) return bound;
        throw new InvalidOperationException(NoBound);
    }

    internal static Verdict Run(City city, Certificate certificate)
    {
        try
        {
            Same(city, certificate);
            var made = Task.Run(() => new Rows(city));
            var (gains, welfare) = (new Gains(city), new Welfare(city.Goal, certificate.Grain));
            var rows = made.GetAwaiter().GetResult();
            Value(city, gains, certificate, PlanCheck.Run(city, rows, certificate));
            gains = gains.AsProven();
            if (certificate.Levels.Count == 0 && ThresholdWorth.Of(city) is not null) throw new RefusedException("the threshold measure is proven by stretches of levels");
            var levels = certificate.Levels.Count == 0 ? null : LevelProofs.For(city, gains, certificate);
            if (levels is null) Proves(city, rows, gains, welfare, RankWorth.Of(city), WithoutLevels(city, certificate));
            else
            {
                if (levels.Follows() > certificate.Bound) throw new RefusedException("the bound does not follow from those at the levels");
                foreach (var (level, k) in certificate.Levels.Select((level, k) => (level, k))) Proves(city, rows, levels.At(k), levels.Worth(k, city.Goal, certificate.Grain), null, certificate.At(level), leaf => levels.Worth(k, leaf, certificate.Grain));
            }
            // What is above the largest value there can be says no more than that value.
            return new Verdict.Accepted(certificate.Value, Math.Min(certificate.Bound, welfare.Most ?? certificate.Bound)) { Ranks = Ranks(city, levels) };
        }
        catch (RefusedException trouble) { return new Verdict.Refused(trouble.Message); }
        catch (UnreadableException trouble) { return new Verdict.Unreadable(trouble.Message); }
        catch (Exception trouble) when (trouble is OverflowException or AggregateException)
        {
            return new Verdict.Refused(trouble.InnerException is RefusedException inner ? inner.Message : "the certificate's numbers are too large for its grain");
        }
    }

    private static void Proves(City city, Rows rows, Gains gains, Welfare welfare, RankWorth? ranks, Certificate certificate, Func<Node, (Welfare, BigInteger)>? held = null)
    {
        var bound = Figures.Fraction(certificate.Bound);
        var tree = new TreeBound(city, rows, gains, welfare, ranks, certificate, held);
        foreach (var leaf in tree.Leaves())
            if (leaf is not null && (!welfare.Of(bound, tree.Weights, out var low, out _) || welfare.Possible(leaf.Bound, tree.Weights) > low)) throw new RefusedException("a leaf of the proof does not prove the bound");
    }

    private static void Same(City city, Certificate c)
    {
        var goal = city.Goal;
        var own = c.Scenario == city.Id && string.Equals(c.Outcome, Enum.GetName(goal.Outcome), StringComparison.OrdinalIgnoreCase) && c.Measure == goal.Measure && c.Parameter == goal.Parameter
            && c.Shift == goal.Shift && c.Weights == (goal.ByResidents ? "residents" : "places");
        if (!own) throw new RefusedException(c.Measure != goal.Measure || c.Parameter != goal.Parameter
            ? $"it is about the measure {NamedMeasure.Said(c.Measure, c.Parameter)}, not about {NamedMeasure.Said(goal.Measure, goal.Parameter)}; a measure other than the scenario's own must be named"
            : "the id, the outcome or the weights are not the scenario's");
    }

    private static void Value(City city, Gains gains, Certificate certificate, int[] choices)
    {
        // Far finer than the tolerance, whatever the grain of the prices.
        var welfare = new Welfare(city.Goal, ValueGrain);
        var after = gains.Under(choices);
        var tolerance = (Math.Abs(certificate.Value) + welfare.Offset + 1e-9m) * 1e-9m;
        var (least, most) = (Figures.Fraction(certificate.Value - tolerance), Figures.Fraction(certificate.Value + tolerance));
        BigInteger low = 0, high = 0, all = 0;
        if (NamedMeasure.ByCeilings(city.Goal.Measure))
        {
            all = city.Places.Length;
            var worst = after.Zip(gains.Most(), (u, ceiling) => ceiling > 0 ? new Ratio(u, ceiling) : new Ratio(1, 1)).Min();
            (low, high) = (Enclosure.Floor(all * worst.Top << ValueGrain, worst.Bottom), Enclosure.Ceiling(all * worst.Top << ValueGrain, worst.Bottom));
        }
        else if (ThresholdWorth.Of(city) is { } threshold)
        {
            all = threshold.All;
            (low, high) = threshold.Value(after, ValueGrain);
        }
        else if (LeximinOrder.Of(city) is { } order)
        {
            all = order.All;
            (low, high) = order.Value(after, ValueGrain);
        }
        else if (RankWorth.Of(city) is { } ranks)
        {
            all = ranks.All;
            (low, high) = ranks.Value(after, ValueGrain);
        }
        else
            for (var n = 0; n < after.Length; n++)
            {
                var weight = city.Goal.Weight(city.Places[n]);
                if (!welfare.At(after[n], weight, out var from, out var to)) throw new RefusedException("the measure has no value for this plan");
                (low, high, all) = (low + from, high + to, all + weight);
            }
        // The plan's F must be able to lie between the two.
        var fits = welfare.Reaches(certificate.Value) && welfare.Of(most, all, out _, out var top) && high <= top && (!welfare.Of(least, all, out var bottom, out _) || low >= bottom);
        if (!fits) throw new RefusedException("the value is not what the plan is worth");
    }
}
