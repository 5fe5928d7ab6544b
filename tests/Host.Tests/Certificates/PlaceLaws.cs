using Allocation.Check.Meaning;
using Allocation.Check.Proof;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

/// <summary>What the checker says one place can be worth, against trying everything.</summary>
public sealed class PlaceLaws
{
    private const int Grain = 40, Services = 2;

    private sealed record Drawn(Welfare Welfare, long Weight, long Start, long[] Room, Item[] Items)
    {
        public double Scale => Math.ScaleB(Weight, Grain);

        public double Best()
        {
            var best = double.NegativeInfinity;
            var gained = new long[Services];
            Walk(0, 0);
            return best;

            void Walk(int i, long charge)
            {
                if (i == Items.Length)
                {
                    best = Math.Max(best, Welfare.Above(Start + gained.Select((g, s) => Math.Min(Room[s], g)).Sum(), Scale) - charge);
                    return;
                }
                for (var k = 0; k < Items[i].Choices; k++)
                {
                    for (var slot = 0; slot < Items[i].Services.Length; slot++) gained[Items[i].Services[slot]] += Items[i].Gain(k, slot);
                    Walk(i + 1, charge + Items[i].Charges[k]);
                    for (var slot = 0; slot < Items[i].Services.Length; slot++) gained[Items[i].Services[slot]] -= Items[i].Gain(k, slot);
                }
            }
        }
    }

    [Theory]
    [InlineData(false, 400)]
    [InlineData(true, 30)]
    public void The_most_a_place_is_worth_is_what_its_best_choice_is_worth(bool manySteps, int draws)
    {
        var known = 0;
        Gen.ULong.Select(seed => new Draw(new PCG(5, seed))).Holds(draw =>
        {
            var place = Place(draw, manySteps);
            var (best, near) = (place.Best(), place.Scale / (1L << 36));
            if (best < Welfare.Nothing / 2) return;
            var asked = new Question(place.Welfare, place.Weight, place.Start, place.Start);
            var ready = BlockBound.Of(place.Room, place.Items, null, asked);
            Near(new BlockBound().Best(asked, ready!));
            // Not told in advance what will be asked.
            Near(new BlockBound().Best(asked, BlockBound.Of(place.Room, place.Items, null)!));
            // With something known that is a little less, and a little more.
            var less = asked with { Known = (long)(best - (draw.From(1, 1000) * near)), At = place.Start + draw.From(0, 1_000_000_000) };
            var made = new KnownFrontiers();
            for (var round = 0; round < 2; round++) Near(new BlockBound().Best(less, BlockBound.Of(place.Room, place.Items, null, less, made)!));
            var more = less with { Known = (long)(best + (draw.From(1, 1000) * near)) };
            if (BlockBound.Of(place.Room, place.Items, null, more) is { } other) Assert.Equal(more.Known, new BlockBound().Best(more, other));
            known++;

            void Near(long said) => Assert.InRange(said, best - near, best + near);
        }, draws);
        Assert.True(known > draws / 2, $"{known}");
    }

    private static Drawn Place(Draw draw, bool manySteps)
    {
        var (measure, parameter) = draw.One(("mean", 1m), ("atkinson", 0.5m), ("atkinson", 1m), ("atkinson", 2m), ("shortfall", 0.6m), ("shortfall", 0.000000001m), ("squared-shortfall", 0.7m), ("headcount", 0.5m));
        var welfare = new Welfare(new Goal(OutcomeKind.Attainment, false, measure, parameter, 0, true), Grain);
        long weight = draw.From(1, 5000);
        var worth = Math.ScaleB(weight, Grain) * (measure == "shortfall" ? (double)parameter : 0.5);
        long start = draw.From(0, 3) == 0 ? 0 : draw.From(1, 500_000_000);
        long[] room = [.. Enumerable.Range(0, Services).Select(_ => (long)draw.From(0, 700_000_000))];
        Item[] items = manySteps ? [Divisible(0), Divisible(0), Divisible(0), Whole([1]), Whole([0, 1])] : [.. Enumerable.Range(0, draw.From(1, 6)).Select(_ => Whole(draw.One<int[]>([0], [1], [0, 1], [])))];
        return new(welfare, weight, start, room, items);

        Item Whole(int[] services)
        {
            var choices = draw.From(2, 4);
            long[] charges = [0, .. Enumerable.Range(1, choices - 1).Select(_ => (long)(worth * draw.From(-100, 500) / 1000))];
            return new(services, charges, [.. Enumerable.Range(0, choices * services.Length).Select(i => i < services.Length ? 0L : draw.From(0, 400_000_000))], true);
        }

        // 31 × 31 × 31 combinations: more than are kept without looking.
        Item Divisible(int service)
        {
            long gain = draw.From(1, 20_000_000), charge = (long)(worth * draw.From(1, 40) / 1000);
            return new([service], [.. Enumerable.Range(0, 31).Select(k => k * charge)], [.. Enumerable.Range(0, 31).Select(k => k * gain)], true);
        }
    }
}
