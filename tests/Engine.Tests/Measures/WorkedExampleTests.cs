using System.Globalization;
using System.Numerics;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;
using Xunit;

namespace Allocation.Engine.Tests.Measures;

/// <summary>The example worked by hand in docs/mathematics.md, section 3: every number there is what the arithmetic beside it gives, what the measure gives, and what the verifier reads.</summary>
public sealed class WorkedExampleTests
{
    private static readonly string[][] s_places = MathematicsPage.Table("place", "residents");
    private static readonly long[] s_outcomes = [.. s_places.Select(p => MathematicsPage.Outcome(p[2]))];
    private static readonly long[] s_ceilings = [.. s_places.Select(p => MathematicsPage.Outcome(p[3]))];
    private static readonly Neighbourhood[] s_neighbourhoods =
        [.. s_places.Select(p => new Neighbourhood(p[0], Text.Same(p[0]), "d", long.Parse(p[1], CultureInfo.InvariantCulture), MathematicsPage.Number(p[4]), Provenance.Unstated))];
    private static readonly long[] s_residents = [.. s_neighbourhoods.Select(n => n.Residents)];

    [Fact]
    public void Every_measure_is_worked_by_hand() =>
        Assert.Equal(MeasureCatalogue.Names.Order(StringComparer.Ordinal), MathematicsPage.Table("measure", "by hand").Select(r => MathematicsPage.Name(r[0])).Distinct().Order(StringComparer.Ordinal));

    public static TheoryData<string, string, string> Measures => [.. MathematicsPage.Table("measure", "by hand").Select(r => (r[0], r[1], r[2]))];

    [Theory, MemberData(nameof(Measures))]
    public void A_value_is_what_its_arithmetic_the_measure_and_the_verifier_give(string measure, string byHand, string value)
    {
        var goal = MathematicsPage.GoalIn(measure);
        var weights = goal.Weighting == Weighting.Residents ? s_residents : [.. s_residents.Select(_ => 1L)];
        Agrees(byHand, value, MeasureCatalogue.For(goal, s_ceilings).Of(s_outcomes, weights));
        Agrees(byHand, value, MeasureReading.Of(goal, s_neighbourhoods, [.. s_outcomes.Select(u => (BigInteger)u)], () => [.. s_ceilings.Select(c => (BigInteger)c)]));
    }

    public static TheoryData<string, string> Orders => [.. MathematicsPage.Table("order", "at or above").Select(r => (r[0], r[1]))];

    [Theory, MemberData(nameof(Orders))]
    public void What_an_order_compares_is_the_weight_at_or_above_each_level_where_some_fall_behind(string order, string levels)
    {
        var leximin = MeasureCatalogue.For(MathematicsPage.GoalIn(order)) switch { Leximin measure => measure, ThresholdLeximin measure => measure.Then, var other => throw new NotSupportedException(other.Name) };
        var profile = leximin.Profile(s_outcomes, s_residents);
        Assert.Equal(levels, string.Join(", ", profile.Select(s => string.Create(CultureInfo.InvariantCulture, $"{Leximin.ValueOf(s.Level)}: {s.AtOrAbove}"))));
        // Counted: whoever has the level or more.
        Assert.All(profile, s => Assert.Equal(Enumerable.Range(0, s_outcomes.Length).Where(n => s_outcomes[n] >= s.Level).Sum(n => s_residents[n]), s.AtOrAbove));
    }

    public static TheoryData<string, string, string> Indices => [.. MathematicsPage.Table("index", "by hand").Select(r => (r[0], r[1], r[2]))];

    [Theory, MemberData(nameof(Indices))]
    public void An_index_is_what_its_arithmetic_and_the_report_give(string index, string byHand, string value) => Agrees(byHand, value, index switch
    {
        "Gini" => Inequality.Gini(s_outcomes, s_residents),
        "concentration" => Inequality.Concentration(s_outcomes, s_residents, [.. s_neighbourhoods.Select(n => n.Deprivation)]),
        "Hoover" => Inequality.Hoover(s_outcomes, s_residents),
        "Theil" => Inequality.Theil(s_outcomes, s_residents),
        "Atkinson, ε = 1" => Inequality.Atkinson(s_outcomes, s_residents, 1),
        _ => throw new NotSupportedException($"The index '{index}' is not known here."),
    });

    [Theory]
    [InlineData("1 − 2·(3 + 1)/4² − 0.5", 0)]
    [InlineData("√(0.04)·10^(1/2)^2 + ln(1) + min(4, 2·1.5, 5)", 3.3556558820077844)]
    public void Arithmetic_is_read_with_the_usual_precedence(string text, double value) => Assert.Equal(value, Arithmetic.Of(text), 12);

    [Theory]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("1 2x")]
    public void What_is_no_sum_is_refused(string text) => Assert.Throws<FormatException>(() => Arithmetic.Of(text));

    private static void Agrees(string byHand, string value, double worked)
    {
        Assert.Equal(worked, Arithmetic.Of(byHand), 9);
        Assert.Equal((decimal)worked, MathematicsPage.Number(value), 6);
        Assert.True(value.Length > 7 || Math.Abs(worked - (double)MathematicsPage.Number(value)) < 1e-9, $"{value} is exact only where it is written out");
    }
}
