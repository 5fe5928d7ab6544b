using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Xunit;

namespace Allocation.Engine.Tests.Measures;

/// <summary>
/// What the table of measures in docs/mathematics.md says of each is so: what it promises holds for random outcomes, and what it does not promise is seen to fail. Outcomes and ceilings are hundredths, weights 1 to 9,
/// three thousand cities of two to seven places; orders are compared as orders.
/// </summary>
public sealed class MeasureTableLaws
{
    private const double Close = 1e-12;
    private const long Hundredth = OutcomeModel.Unit / 100;

    private static readonly string[][] s_rows = MathematicsPage.Table("measure", "formula", "range");

    // The figures that are not at an end of their range, where a measure is another one.
    private static readonly Dictionary<string, decimal> s_figures = new(StringComparer.Ordinal)
        { ["atkinson"] = 2, ["shortfall"] = 0.5m, ["squared-shortfall"] = 0.5m, ["headcount"] = 0.5m, ["worst-share"] = 0.3m, ["leximin"] = 0.01m, ["threshold"] = 0.2m, ["threshold-leximin"] = 0.2m };

    private sealed record City(long[] Outcomes, long[] Ceilings, long[] Weights)
    {
        public int Places => Outcomes.Length;
        public long[] Alike => [.. Weights.Select(_ => 1L)];
    }

    public static TheoryData<string> Names => [.. s_rows.Select(r => MathematicsPage.Name(r[0]))];

    [Fact]
    public void The_table_has_every_measure_and_no_empty_cell()
    {
        Assert.Equal(MeasureCatalogue.Names.Order(StringComparer.Ordinal), s_rows.Select(r => MathematicsPage.Name(r[0])).Order(StringComparer.Ordinal));
        Assert.All(s_rows, r => { Assert.Equal(9, r.Length); Assert.DoesNotContain("", r); });
    }

    [Fact]
    public void Every_source_of_the_table_is_among_the_sources()
    {
        var sources = MathematicsPage.Section("Sources");
        Assert.All(s_rows, r => Assert.Contains(r[8], sources, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_value_is_within_the_range(string name) => Assert.All(Cities(), city =>
    {
        var value = Of(name, city).Of(city.Outcomes, city.Weights);
        double least = city.Outcomes.Min() / (double)OutcomeModel.Unit, line = (double)s_figures.GetValueOrDefault(name, 1);
        var (low, high) = Cell(name, 2) switch
        {
            "outcomes" => (least, city.Outcomes.Max() / (double)OutcomeModel.Unit), "[0, 1]" => (0, 1), "[0, z]" => (0, line), "[0, min u]" => (0, least),
            "[min u, mean]" => (least, new Mean().Of(city.Outcomes, city.Weights)), var other => throw new NotSupportedException(other),
        };
        Assert.InRange(value, low - Close, high + Close);
    });

    [Theory, MemberData(nameof(Names))]
    public void A_gain_is_answered_as_the_table_says(string name) => Answers(Cell(name, 3), Cities().SelectMany(city => Enumerable.Range(0, city.Places).Where(n => city.Outcomes[n] < city.Ceilings[n])
        .Select(n => Compare(name, city, Moved(city, [(n, Hundredth)]), city.Weights))));

    [Theory, MemberData(nameof(Names))]
    public void A_transfer_is_answered_as_the_table_says(string name) => Answers(Cell(name, 4), Transfers().Select(t => Compare(name, t.City, t.After, t.City.Alike)));

    [Fact]
    public void Transfers_at_an_end_or_within_a_part_of_the_range_are_answered_as_the_table_says()
    {
        (string Name, string Promise, decimal Figure, Func<City, int, int, bool> Among)[] parts =
        [
            ("atkinson", "(ε = 0: weak)", 0, (_, _, _) => true),
            ("squared-shortfall", "(to below z: strict)", 0.5m, (city, _, poor) => city.Outcomes[poor] < OutcomeModel.Unit / 2),
            ("threshold", "(within Δ of the worst-off: weak)", 0.2m, Within), ("threshold-leximin", "(within Δ of the worst-off: strict in steps of r)", 0.2m, Within),
        ];
        Assert.Equal(parts.Select(p => p.Name), s_rows.Where(r => r[4].Contains('(', StringComparison.Ordinal)).Select(r => MathematicsPage.Name(r[0])));
        foreach (var (name, promise, figure, among) in parts)
        {
            Assert.EndsWith(promise, Cell(name, 4), StringComparison.Ordinal);
            Answers(promise[(promise.IndexOf(':', StringComparison.Ordinal) + 2)..^1], Transfers().Where(t => among(t.City, t.Rich, t.Poor)).Select(t => Compare(name, t.City, t.After, t.City.Alike, figure)));
        }

        static bool Within(City city, int rich, int poor) => city.Outcomes[rich] <= city.Outcomes.Min() + (OutcomeModel.Unit / 5);
    }

    [Theory, MemberData(nameof(Names))]
    public void Halfway_is_no_less_than_the_mean_of_the_two_where_the_table_says_concave(string name)
    {
        if (Cell(name, 5) == "an order") return;
        var less = Cities().Any(city =>
        {
            var (other, measure) = (Other(city).Outcomes, Of(name, city));
            var half = city.Outcomes.Zip(other, (a, b) => (a + b) / 2).ToArray();
            return measure.Of(half, city.Weights) < ((measure.Of(city.Outcomes, city.Weights) + measure.Of(other, city.Weights)) / 2) - Close - (1 / (double)OutcomeModel.Unit);
        });
        Assert.Equal(Cell(name, 5) == "no", less);
    }

    [Theory, MemberData(nameof(Names))]
    public void Weights_matter_where_the_table_says_so(string name)
    {
        var matter = Cities().Any(city => Compare(name, city, Other(city), city.Weights) != Compare(name, city, Other(city), city.Alike));
        Assert.Equal(Cell(name, 6) == "yes", matter);
        if (!matter) Assert.All(Cities(), city => Assert.Equal(Of(name, city).Of(city.Outcomes, city.Alike), Of(name, city).Of(city.Outcomes, city.Weights)));
    }

    // Strict: better every time. Weak: never worse, and once no better. No: worse once.
    private static void Answers(string promise, IEnumerable<int> answers)
    {
        int[] seen = [.. answers];
        Assert.True(seen.Length > 100);
        var word = promise.Split(' ')[0];
        Assert.Equal(word switch { "strict" => 1, "weak" => 0, "no" => -1, _ => throw new NotSupportedException(promise) }, seen.Min());
    }

    private static int Compare(string name, City city, City after, long[] weights, decimal? figure = null)
    {
        var measure = Of(name, city, figure);
        if (measure is Leximin leximin) return Math.Sign(leximin.Compare(after.Outcomes, city.Outcomes, weights));
        var value = measure.Of(after.Outcomes, weights) - measure.Of(city.Outcomes, weights);
        if (Math.Abs(value) > Close) return Math.Sign(value);
        return measure is ThresholdLeximin order ? Math.Sign(order.Then.Compare(after.Outcomes, city.Outcomes, weights)) : 0;
    }

    // Each richer place gives a poorer one less than the difference, within its ceiling.
    private static IEnumerable<(City City, City After, int Rich, int Poor)> Transfers()
    {
        var random = new Random(5);
        foreach (var city in Cities())
        {
            for (var rich = 0; rich < city.Places; rich++)
            {
                for (var poor = 0; poor < city.Places; poor++)
                {
                    var most = Math.Min(((city.Outcomes[rich] - city.Outcomes[poor]) / Hundredth) - 1, (city.Ceilings[poor] - city.Outcomes[poor]) / Hundredth);
                    if (most < 1) continue;
                    var moved = random.NextInt64(1, most + 1) * Hundredth;
                    yield return (city, Moved(city, [(rich, -moved), (poor, moved)]), rich, poor);
                }
            }
        }
    }

    // Another plan for the same places: everybody has what is left to the ceiling.
    private static City Other(City city) => city with { Outcomes = [.. city.Outcomes.Zip(city.Ceilings, (u, c) => c - u)] };

    private static City Moved(City city, (int Place, long By)[] moves)
    {
        var outcomes = city.Outcomes.ToArray();
        foreach (var (place, by) in moves) outcomes[place] += by;
        return city with { Outcomes = outcomes };
    }

    private static IEnumerable<City> Cities()
    {
        var random = new Random(3);
        for (var c = 0; c < 3000; c++)
        {
            var places = random.Next(2, 8);
            long[] ceilings = [.. Enumerable.Range(0, places).Select(_ => random.NextInt64(4, 101) * Hundredth)];
            yield return new([.. ceilings.Select(most => random.NextInt64(2, most / Hundredth) * Hundredth)], ceilings, [.. ceilings.Select(_ => random.NextInt64(1, 10))]);
        }
    }

    private static Measure Of(string name, City city, decimal? figure = null) => MeasureCatalogue.For(new Goal { Measure = name, Parameter = figure ?? s_figures.GetValueOrDefault(name, 1) }, city.Ceilings);

    private static string Cell(string name, int column) => s_rows.Single(r => MathematicsPage.Name(r[0]) == name)[column];
}
