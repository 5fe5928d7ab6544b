using Allocation.Engine.Formulation;

namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>How large a model was handed to a solver.</summary>
internal sealed record ModelSize(int Columns, int Rows, long Nonzeros);

/// <summary>What a general solver said, in the measure's unit: its choices (null = no plan), its bound (+∞ = none), and how it ended.</summary>
internal sealed record TextbookAnswer(int[]? Choices, double Bound, RunEnd End, ModelSize Size)
{
    /// <summary>Of a measure that is an order: how many ranks are proven; null of any other.</summary>
    public BenchRanks? Ranks { get; init; }
    /// <summary>What is wrong with the answer, or nothing.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A claim on the way, in the measure's unit: seconds since the solver was called, best value and bound (NaN = none yet).</summary>
internal readonly record struct TextbookClaim(double Seconds, double Value, double Bound);

/// <summary>A general solver that takes the textbook model.</summary>
internal interface ITextbookSolver
{
    /// <summary>Every general solver is asked for this relative gap in its own objective, and given as many threads as it takes up to <see cref="Threads"/>.</summary>
    const double RelativeGap = 1e-6;
    const int Threads = 2;

    /// <summary>Formulates and solves until <see cref="RelativeGap"/> or <paramref name="seconds"/>. SCIP and CBC make no claims while they run but write a log to standard
    /// output, which <see cref="SolverLog"/> reads in the parent process.</summary>
    TextbookAnswer Solve(Problem problem, double seconds, Action<TextbookClaim> claims);
}
