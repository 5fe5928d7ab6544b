using System.Numerics;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Certificates;
using CsCheck;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

/// <summary>Forks carry prices for what is under them: every leaf still has exactly its own.</summary>
public sealed class SharedPricesLaws
{
    [Fact]
    public void What_forks_carry_leaves_every_leaf_its_own_prices_and_says_nothing_twice()
    {
        var saved = 0;
        Gen.ULong.Select(seed => new Draw(new PCG(7, seed))).Holds(draw =>
        {
            PriceLeaf[] prices = [.. Enumerable.Range(0, draw.From(1, 4)).Select(_ => Leaf(draw))];
            var (root, said, stated) = (Tree(draw, prices, draw.From(1, 12)), 0, 0);
            var shared = new SharedPrices(root);
            Walk(root, null, ([], []));
            Assert.True(said <= stated);
            if (said < stated) saved++;

            void Walk(PriceProof node, SharedPrices.Carried? above, (Dictionary<string, RowPrice> Rows, Dictionary<int, PriceSplit> Splits) so)
            {
                var (written, carried) = shared.At(node, above);
                said += written.Rows.Count + written.Splits.Count;
                so = (new(so.Rows), new(so.Splits));
                foreach (var row in written.Rows) so.Rows[row.Row] = row;
                foreach (var split in written.Splits) so.Splits[split.Project] = split;
                if (node is PriceFork fork)
                {
                    Walk(fork.Below, carried, so);
                    Walk(fork.Above, carried, so);
                    return;
                }
                var leaf = (PriceLeaf)node;
                stated += leaf.Rows.Count + leaf.Splits.Count;
                Assert.Equal(leaf.Rows.OrderBy(r => r.Row, StringComparer.Ordinal), so.Rows.Values.OrderBy(r => r.Row, StringComparer.Ordinal));
                Assert.Equal(leaf.Splits.OrderBy(s => s.Project).Select(Text), so.Splits.Values.OrderBy(s => s.Project).Select(Text));
            }
        }, 300);
        Assert.True(saved > 150, $"{saved}");
    }

    private static string Text(PriceSplit split) => $"{split.Project}: {string.Join("; ", split.Parts.Select(p => $"{p.Neighbourhood} {string.Join(' ', p.Numbers)}"))}";

    // Some rows have no price in some leaves.
    private static PriceLeaf Leaf(Draw draw) => new(
        [.. draw.Some(["a", "b", "c"], 80).Select(row => new RowPrice(row, draw.From(1, 2), 3))],
        [.. Enumerable.Range(0, 5).Select(p => new PriceSplit(p, [new(draw.From(0, 1), [new BigInteger(draw.From(0, 2))])]))]);

    private static PriceProof Tree(Draw draw, PriceLeaf[] prices, int leaves)
    {
        // Alike, and not only the very same.
        if (leaves == 1) return Copy(draw.One(prices));
        var below = draw.From(1, leaves - 1);
        return new PriceFork(0, 1, Tree(draw, prices, below), Tree(draw, prices, leaves - below));
    }

    private static PriceLeaf Copy(PriceLeaf leaf) => new([.. leaf.Rows], [.. leaf.Splits.Select(s => new PriceSplit(s.Project, [.. s.Parts]))]);
}
