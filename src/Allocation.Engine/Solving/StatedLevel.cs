using System.Numerics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>What a certificate is to say of one level: of the plans that keep what is held, no more of the weight than <see cref="Enough"/> is at or above it.</summary>
/// <param name="Level">The level, in outcome units.</param>
/// <param name="Enough">Of the problem's own weights.</param>
/// <param name="Held">Lower levels, rising.</param>
/// <param name="Quote">What prices of all plans say.</param>
internal sealed record StatedLevel(long Level, long Enough, IReadOnlyList<HeldLevel> Held, LevelQuote Quote)
{
    /// <summary>Of one level.</summary>
    private const int MostLeaves = 2000;
    /// <summary>So far below the next whole number of the weight a proof need not be lowered.</summary>
    private const double Under = 0.5;

    /// <summary>What settles it, where that takes more prices than those of all plans.</summary>
    public LevelBranch? Tree { get; private init; }

    /// <summary>The prices that it rests on.</summary>
    public IEnumerable<LevelQuote> Quotes => Tree?.Quotes ?? [Quote];

    /// <summary>The same, settled by splitting projects; without a tree where the time or the leaves were not enough.</summary>
    public StatedLevel Split(LevelMaster master, Func<double> left) => this with { Tree = new LevelTree(master, Held, Level, Enough, left).Settle(LevelPart.Of(master.Problem), MostLeaves) };

    /// <summary>The statement as a certificate has it, and the weight that it says.</summary>
    public (PriceLevel Level, long Most) Written(LevelMaster master, int grain)
    {
        var (proof, most) = Written(master, Tree ?? new(Quote), grain);
        return (new(Units(Level), new(grain, proof, most)), most);
    }

    private (PriceProof Proof, long Most) Written(LevelMaster master, LevelBranch branch, int grain)
    {
        if (branch.Quote is { } quote)
        {
            var (leaf, proven) = master.Proof(quote, master.Weight(Enough + Under), grain: grain);
            return (leaf with { Held = [.. proven.Levels.Where(l => l.Level != Level).Select(l => new WorthHeld(Units(l.Level), new BigInteger(Math.ScaleB(l.Worth, grain))))] }, master.Whole(proven));
        }
        var (below, above) = (Written(master, branch.Below!, grain), Written(master, branch.Above!, grain));
        return (new PriceFork(branch.Project, branch.From, below.Proof, above.Proof), Math.Max(below.Most, above.Most));
    }

    private static decimal Units(long level) => level / (decimal)OutcomeModel.Unit;
}
