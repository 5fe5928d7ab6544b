namespace Allocation.Engine.Measures;

/// <summary>How a <see cref="LevelStatement"/> is known.</summary>
public enum LevelGround
{
    /// <summary>Those below the level cannot reach it whatever else is done: each place's own ceiling says so.</summary>
    Ceilings,
    /// <summary>Prices of money, rules and shared projects, and of the levels below, say that no more can be paid for: of all plans, or of every side where projects are split.</summary>
    Prices,
    /// <summary>A model of all projects, with the levels below held, was solved to its end.</summary>
    Model,
    /// <summary>Not proven: the search was stopped.</summary>
    Open,
}

/// <summary>
/// "With the levels below held, at most <paramref name="AtMost"/> can be at or above <paramref name="Level"/>", of whom the plan has <paramref name="AtOrAbove"/>; the two are equal where it is
/// proven. Weight is residents or places, as the goal says; the level is in outcome units. <paramref name="Below"/>: the places that stay between the last level and this one.
/// </summary>
public sealed record LevelStatement(long Level, long AtOrAbove, long AtMost, LevelGround Ground, IReadOnlyList<int> Below)
{
    public bool Proven => Ground != LevelGround.Open;
}

/// <summary>
/// The proof of a leximin plan: its profile, level by level from the worst off as far as the order looks, exact down to <paramref name="Resolution"/> (outcome units). Statements are proven up to the first that is open.
/// </summary>
public sealed record LevelProof(long Resolution, long AllWeight, IReadOnlyList<LevelStatement> Levels)
{
    /// <summary>True where every level is proven: no plan is fairer.</summary>
    public bool Proven => Levels.All(l => l.Proven);

    /// <summary>So much of the weight, counted from the worst off, has what it has in every fairest plan.</summary>
    public long ProvenRanks => AllWeight - (Levels.FirstOrDefault(l => !l.Proven)?.AtMost ?? Levels[^1].AtOrAbove);

    /// <summary>Where not all is proven: how much more than under this plan the next rank could have, at most (outcome units); null where all is proven.</summary>
    public long? NextWithin { get; init; }

    /// <summary>[neighbourhood] the most that a place could have by itself, where it was worked out (outcome units).</summary>
    public required IReadOnlyList<long?> Ceilings { get; init; }

    /// <summary>The same statements about a plan of the same profile: who stays below is that plan's own.</summary>
    /// <param name="outcomes">[neighbourhood] in outcome units.</param>
    public LevelProof About(IReadOnlyList<long> outcomes)
    {
        var last = long.MinValue;
        var levels = new List<LevelStatement>();
        foreach (var said in Levels)
        {
            levels.Add(said with { Below = [.. Enumerable.Range(0, outcomes.Count).Where(n => outcomes[n] >= last && outcomes[n] < said.Level)] });
            last = said.Level;
        }
        return this with { Levels = levels };
    }
}
