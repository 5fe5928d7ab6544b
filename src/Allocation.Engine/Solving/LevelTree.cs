using Allocation.Engine.Formulation;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>A quote that settles a question, or a project with the choice from which on it is split: two branches that settle it for what is below that and what is not.</summary>
internal sealed record LevelBranch(LevelQuote? Quote, int Project = -1, int From = 0, LevelBranch? Below = null, LevelBranch? Above = null)
{
    public IEnumerable<LevelQuote> Quotes => Quote is { } own ? [own] : Below!.Quotes.Concat(Above!.Quotes);
}

/// <summary>
/// Settles a question about a level by prices and projects (branch and price: Barnhart et al. 1998): what prices of all plans leave open is split by what a project has, the one about which the columns are least decided, until
/// prices of either side say that no more is there. Choices that the columns mix nothing of are told; what they reach is enough from then on.
/// </summary>
/// <param name="master">Whom prices are asked of.</param>
/// <param name="held">Levels that are held.</param>
/// <param name="level">The level asked about.</param>
/// <param name="enough">No more of the weight than this is to be there.</param>
/// <param name="left">The seconds that are left.</param>
internal sealed class LevelTree(LevelMaster master, IReadOnlyList<HeldLevel> held, long level, long enough, Func<double> left)
{
    private const int Deepest = 200;
    private int _most, _asked;

    /// <summary>What the branches say: no more than this is at the level.</summary>
    public long Enough => enough;
    /// <summary>Told of choices that the columns mix nothing of, though prices leave them open.</summary>
    public Action<int[]>? Found { get; init; }
    /// <summary>Told how many parts were asked about.</summary>
    public Action<int>? Told { get; init; }
    /// <summary>Whether clusters are asked what prices leave open, in a tree that narrows.</summary>
    public bool Joins { get; init; }
    /// <summary>The weight that some plan is known to have at the level.</summary>
    public Func<long>? Known { get; init; }
    /// <summary>Whether choices that lose too much at a branch's prices are left out below it: fewer branches, which are no certificate.</summary>
    public bool Narrows { get; init; }

    /// <summary>Null where it is not settled in so many questions and the time that is left.</summary>
    public LevelBranch? Settle(LevelPart part, int questions)
    {
        _most = questions;
        return Split(part, Deepest);
    }

    private LevelBranch? Split(LevelPart part, int deepest)
    {
        Learn();
        if (master.Ask(held, level, enough, part) is not { } quote || double.IsPositiveInfinity(quote.Bound)) return null;
        if (master.Whole(quote) <= enough) return new(quote);
        _asked++;
        Told?.Invoke(_asked);
        if (_asked > _most || deepest == 0 || left() <= 0) return null;
        if (master.Undecided() is not { } fork)
        {
            Found?.Invoke(master.Decided());
            Learn();
            return master.Whole(quote) <= enough ? new(quote) : null;
        }
        if (Narrows)
        {
            // Clusters say less, and often find the plan that has as much as they say.
            var joint = Joins ? master.Together(quote, enough) : null;
            if (joint is { Mixture: { } mixture } && master.Undecided(mixture) is var undecided)
            {
                if (undecided is null) Found?.Invoke(master.Decided(mixture));
                fork = undecided ?? fork;
                Learn();
            }
            if (joint is not null && master.Whole(joint) <= enough) return new(quote);
            quote = joint?.Quote ?? quote;
            if (master.Narrow(quote).Within(master.Room(quote, enough + 1), part, joint?.Losses) is not { } narrower) return new(quote);
            part = narrower;
        }
        var (project, from, last) = fork;
        return Side(0, last) is { } below && Side(from, int.MaxValue) is { } above ? new(null, project, from, below, above) : null;

        LevelBranch? Side(int least, int most) => Narrowed(part, project, least, most) is { } side ? Split(side, deepest - 1) : new(quote);
    }

    private void Learn() => enough = Math.Max(enough, Known?.Invoke() ?? enough);

    // Null where nothing is left of it.
    private static LevelPart? Narrowed(LevelPart part, int project, int from, int last)
    {
        int[] least = [.. part.Problem.Least], most = [.. part.Problem.Most];
        (least[project], most[project]) = (Math.Max(from, least[project]), Math.Min(last, most[project]));
        return least[project] > most[project] ? null : part with { Problem = part.Problem with { Least = least, Most = most } };
    }
}
