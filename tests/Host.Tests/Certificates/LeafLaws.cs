using Allocation.Check.Meaning;
using Allocation.Check.Proof;
using Allocation.Check.Reading;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

/// <summary>Leaves that are checked one after another share what they have in common; each proves what it proves alone.</summary>
public sealed class LeafLaws
{
    [Fact]
    public void What_is_remembered_of_other_leaves_changes_nothing_about_one()
    {
        var (looked, changed) = (0, 0);
        OnDisk.Sample(TinyScenarios.Priced, 120, (scenario, folder, hash, draw) =>
        {
            var city = CityReader.Read(ScenarioFiles.In(folder));
            // Measures by rank remember projects alone, and take long over each leaf.
            if (RankWorth.Of(city) is not null) return;
            var (rows, gains) = (new Rows(city), new Gains(city).AsProven());
            long[] weights = [.. city.Places.Select(city.Goal.Weight)];
            Node[] drawn = [.. Enumerable.Range(0, 3).Select(_ => CertificateReader.Read(HandMade.Bytes(HandMade.Certificate(scenario, hash, Plan.Nothing(scenario), 0, HandMade.Leaf(scenario, draw)))).Proof)];
            var shared = Fresh();
            string? before = null;
            for (var round = 0; round < 12; round++)
            {
                // Whole prices again, or every split from somewhere else; locks and forks alike.
                var node = draw.One(drawn) with { Shorts = null };
                if (draw.Chance(50)) node = node with { Splits = node.Splits.ToDictionary(s => s.Key, s => draw.One(drawn).Splits.GetValueOrDefault(s.Key, s.Value), StringComparer.Ordinal) };
                if (draw.Chance(30)) node = node with { Rows = draw.One(drawn).Rows };
                int[] least = [.. rows.Least], most = [.. rows.Most];
                foreach (var p in draw.Some([.. Enumerable.Range(0, least.Length)], 30))
                {
                    var at = draw.From(1, city.Projects[p].Most);
                    if (draw.Chance(50)) least[p] = Math.Max(least[p], at); else most[p] = Math.Min(most[p], at - 1);
                }
                var alone = Said(() => Fresh().Of(node, weights, least, most, null));
                Assert.Equal(alone, Said(() => shared.Of(node, weights, least, most, null)));
                looked++;
                if (before is not null && before != alone) changed++;
                before = alone;
            }

            LeafBound Fresh() => new(city, rows, gains, new Welfare(city.Goal, HandMade.Grain), null, null);
        });
        Assert.True(looked > 600 && changed > 300, $"{looked} leaves, {changed} unlike the one before");
    }

    private static string Said(Func<ProvenLeaf?> prove)
    {
        try { return prove() is { } leaf ? $"{leaf.Bound}" : "no plan"; }
        catch (RefusedException trouble) { return trouble.Message; }
        catch (AggregateException trouble) when (trouble.InnerException is RefusedException inner) { return inner.Message; }
    }
}
