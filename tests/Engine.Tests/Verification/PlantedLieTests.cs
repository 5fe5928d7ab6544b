using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;
using Xunit;
using static Allocation.Engine.Tests.Verification.PlantedCity;

namespace Allocation.Engine.Tests.Verification;

/// <summary>Every kind of lie about choices, payments and claims, planted one at a time into a plan that holds.</summary>
public sealed class PlantedLieTests
{
    private static readonly Scenario Free = With();
    private static readonly double Value = Verifier.Check(Free, PlantedCity.Plan).Plan!.Value;

    [Fact]
    public void The_plan_holds_before_any_lie_is_planted()
    {
        var verdict = Verifier.Check(Free, PlantedCity.Plan, Value, Value);
        Assert.True(verdict.Holds);
        Assert.Equal([22L, 4, 2], verdict.Plan!.Funds.Select(f => (long)f.Used));
        // a: (10 + ½·6)/100, b: (12 + ½·6)/50; weighted by residents.
        Assert.Equal([130_000_000, 300_000_000], verdict.Plan.Places.Select(p => p.After));
        Assert.Equal((13 + 15) / 150d, verdict.Plan.Value, 1e-15);
    }

    public static TheoryData<string, int[], Payment[]> Lies => new()
    {
        { LieCodes.ChoiceCount, [1, 2, 3], Payments },
        { LieCodes.Choice, [2, 2, 3, 0], Payments },
        { LieCodes.Choice, [1, 3, 3, 0], Payments },
        { LieCodes.Choice, [1, 2, 1, 0], Payments },
        { LieCodes.Choice, [1, 2, 5, 0], Payments },
        { LieCodes.Choice, [-1, 2, 3, 0], Payments },
        { LieCodes.UnknownPayment, Choices, [.. Payments, new(4, City, 1)] },
        { LieCodes.UnknownPayment, Choices, [.. Payments, new(-1, City, 1)] },
        { LieCodes.UnknownPayment, Choices, [.. Payments, new(Hall, 3, 1)] },
        { LieCodes.NotPositive, Choices, [.. Payments, new(Park, City, 0)] },
        { LieCodes.NotPositive, Choices, [.. Paid(Hall, City, 11), new(Hall, Deed, -1)] },
        { LieCodes.Unfunded, Choices, [.. Payments, new(Garden, City, 5)] },
        { LieCodes.Ineligible, Choices, [.. Paid(Hall, City, 9), new(Hall, Grant, 1)] },
        { LieCodes.Ineligible, Choices, [.. Paid(Hall, City, 9), new(Hall, Deed, 1)] },
        { LieCodes.MatchCap, Choices, [.. Payments.Where(x => x.Project != Park), new(Park, City, 5), new(Park, Grant, 5), new(Park, Deed, 2)] },
        { LieCodes.Duplicate, Choices, [.. Paid(Hall, City, 9), new(Hall, City, 1)] },
        { LieCodes.NotPaidFor, Choices, Paid(Hall, City, 9) },
        { LieCodes.NotPaidFor, Choices, Paid(Hall, City, 11) },
        { LieCodes.NotPaidFor, Choices, [.. Payments.Where(x => x.Project != Hall)] },
        { LieCodes.NotPaidFor, [1, 2, 4, 0], Payments },
        { LieCodes.Overspent, Choices, [.. Payments.Where(x => x.Project != Park), new(Park, City, 3), new(Park, Grant, 4), new(Park, Deed, 5)] },
        { LieCodes.Overspent, Choices, Paid(Hall, City, 19) },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_lie_about_choices_or_money_is_refused_with_its_code(string code, int[] choices, Payment[] payments)
    {
        var verdict = Verifier.Check(Free, new Plan(choices, payments));
        Assert.False(verdict.Holds);
        Assert.Contains(verdict.Lies, lie => lie.Code == code);
    }

    [Fact]
    public void Payments_without_end_are_refused_and_do_not_overflow() =>
        Assert.Contains(Verifier.Check(Free, new Plan(Choices, [.. Payments, new(Hall, City, long.MaxValue), new(Road, City, long.MaxValue), new(Hall, City, long.MinValue)])).Lies,
            lie => lie.Code == LieCodes.Overspent);

    [Theory]
    [InlineData(1.000001, 2, LieCodes.Value)]
    [InlineData(0.999999, 2, LieCodes.Value)]
    [InlineData(double.NaN, 2, LieCodes.Value)]
    [InlineData(double.PositiveInfinity, 2, LieCodes.Value)]
    [InlineData(1, 0.999999, LieCodes.Bound)]
    [InlineData(1, double.NaN, LieCodes.Bound)]
    [InlineData(1, double.NegativeInfinity, LieCodes.Bound)]
    public void A_claim_that_is_not_so_is_refused(double value, double bound, string code) =>
        Assert.Equal([code], Verifier.Check(Free, PlantedCity.Plan, value * Value, bound * Value).Lies.Select(lie => lie.Code));

    [Fact]
    public void No_bound_at_all_is_no_lie() => Assert.True(Verifier.Check(Free, PlantedCity.Plan, Value, double.PositiveInfinity).Holds);

    [Fact]
    public void Outcomes_that_the_model_got_wrong_are_refused_and_so_is_the_measure_made_of_them()
    {
        var model = OutcomeModel.For(Free);
        Assert.Equal([LieCodes.Outcome, LieCodes.Measure], Codes(Falsified(model, @base: u => u + 1)));
        Assert.Equal([LieCodes.Outcome, LieCodes.Measure], Codes(Falsified(model, room: r => r / 4)));
        Assert.Equal([LieCodes.Outcome, LieCodes.Measure], Codes(Falsified(model, gain: g => g + 1)));
        Assert.True(Verifier.Check(Falsified(model), PlantedCity.Plan).Holds);

        static IEnumerable<string> Codes(OutcomeModel wrong) => Verifier.Check(wrong, PlantedCity.Plan).Lies.Select(l => l.Code).Distinct();
    }

    private static OutcomeModel Falsified(OutcomeModel of, Func<long, long>? @base = null, Func<long, long>? room = null, Func<long, long>? gain = null) => new(of.Scenario,
        [.. of.Base.Select(@base ?? (u => u))], [.. of.PlaceOf], [.. of.ServiceOf], [.. of.Room.Select(room ?? (r => r))],
        [.. of.Scenario.Projects.Select((p, i) => p.Levels.Select((_, level) => of.Gains(i, level + 1).Select(g => g with { Units = (gain ?? (u => u))(g.Units) }).ToArray()).ToArray())]);

    private static Payment[] Paid(int project, int fund, long amount) => [.. Payments.Select(p => p.Project == project && p.Fund == fund ? p with { Amount = amount } : p)];
}
