using System.Numerics;

namespace Allocation.Engine.Prices;

/// <summary>
/// What proves the price engine's bound, in the terms of <c>docs/certificates.md</c>: prices in leaves, under forks over one project's choice. Amounts are in the scale of
/// F = Σωφ(u), ω being residents or 1.
/// </summary>
/// <param name="Grain">Splits are whole multiples of 2^−grain.</param>
/// <param name="Root">A leaf, or a fork.</param>
/// <param name="Bound">The bound on the measure that follows from it: the run's own, or a higher one where the run's would take too many leaves to write down.</param>
public sealed record PriceCertificateData(int Grain, PriceProof Root, double Bound)
{
    /// <summary>What places keep together at every leaf; empty where prices alone prove the bound.</summary>
    public IReadOnlyList<KeptTogether> Clusters { get; init; } = [];
    /// <summary>The row that joins the clusters, or null.</summary>
    public string? City { get; init; }

    /// <summary>How many leaves there are.</summary>
    public int Leaves => Count(Root);

    private static int Count(PriceProof proof)
    {
        var (leaves, open) = (0, new Stack<PriceProof>([proof]));
        while (open.TryPop(out var next))
            if (next is PriceFork fork) { open.Push(fork.Below); open.Push(fork.Above); }
            else if (next is PriceLevels levels) leaves += levels.All.Sum(l => l.Proof.Leaves);
            else leaves++;
        return leaves;
    }
}

/// <summary>Places in order, the projects that choose alike in all of them, the rows of ceilings with the places where they count, and rows over who is in.</summary>
public sealed record KeptTogether(IReadOnlyList<int> Places, IReadOnlyList<int> Projects, IReadOnlyList<KeyValuePair<string, IReadOnlyList<int>>> Ceilings, IReadOnlyList<string> Rows);

/// <summary>A leaf or a fork of a proof, or proofs at several levels.</summary>
public abstract record PriceProof;

/// <summary>Every plan chooses less than <paramref name="From"/> for the project, or at least that.</summary>
public sealed record PriceFork(int Project, int From, PriceProof Below, PriceProof Above) : PriceProof;

/// <summary>Prices: of rows by their names (rows not named are free), and how the price of a project that reaches several places is split over them.</summary>
public sealed record PriceLeaf(IReadOnlyList<RowPrice> Rows, IReadOnlyList<PriceSplit> Splits) : PriceProof
{
    /// <summary>Of leximin: lower levels, rising, at which the plan's own weight is held.</summary>
    public IReadOnlyList<WorthHeld> Held { get; init; } = [];
}

/// <summary>The price of one unit of a row as <see cref="Formulation.RuleRow"/> writes it: numerator / denominator, at least 0.</summary>
public readonly record struct RowPrice(string Row, BigInteger Numerator, BigInteger Denominator);

/// <summary>The parts of one project's price: one entry per place.</summary>
public sealed record PriceSplit(int Project, IReadOnlyList<PlacePart> Parts);

/// <summary>What a place is charged, in multiples of 2^−grain: one number for a whole project, one per level for a phased one, two numbers a and b for a divisible one, meaning a + b·choice.</summary>
public sealed record PlacePart(int Neighbourhood, IReadOnlyList<BigInteger> Numbers);

/// <summary>Of a worst share: a proof of the shortfall at each of some levels, rising; between them it follows. Of the relative measure: at one level that is out of reach. Of leximin: how much weight can be at or above each level.</summary>
public sealed record PriceLevels(IReadOnlyList<PriceLevel> All) : PriceProof;

/// <summary>The proof of a bound on the shortfall below a level, in the outcome's own unit; for the levels from <see cref="From"/> on, where that is not the level itself.</summary>
public sealed record PriceLevel(decimal Level, PriceCertificateData Proof)
{
    /// <summary>The lowest level that the proof speaks of.</summary>
    public decimal From { get; init; } = Level;
    /// <summary>True of the relative measure where the proof is one of how many places can be at or above the level.</summary>
    public bool CountsPlaces { get; init; }
    /// <summary>Neighbourhoods told to be below; all others begin Level − From higher in the proof. Empty where there is one level.</summary>
    public IReadOnlyList<int> Below { get; init; } = [];
}

/// <summary>What a unit of weight at or above a level is worth, in multiples of 2^−grain; the level in the outcome's own unit.</summary>
public readonly record struct WorthHeld(decimal Level, BigInteger Worth);
