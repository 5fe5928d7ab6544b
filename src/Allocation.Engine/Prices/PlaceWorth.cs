using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>What outcomes of places are worth, to whoever looks through the choices of a cluster.</summary>
internal interface IPlaceWorth
{
    double Of(int place, long outcome);

    /// <summary>A line above that: its slope, by the outcome's own unit, and its height where the outcome is 0.</summary>
    /// <param name="place">The place.</param>
    /// <param name="prices">[copy option]</param>
    /// <param name="at">The outcome of the place's best at these prices (the outcome's own unit).</param>
    (double Slope, double Height) Line(int place, ReadOnlySpan<double> prices, double at);

    /// <summary>The most that the place can be worth above its prices with one copy held to an option (−1 = out).</summary>
    double Best(int place, ReadOnlySpan<double> prices, double at, int copy, int option);
}

/// <summary>ω·φ(u), φ being the measure's.</summary>
internal sealed class MeasureWorth(PriceModel model) : IPlaceWorth
{
    private readonly int[] _chosen = new int[Enumerable.Range(0, model.Places).Select(n => model.CopiesFrom(n + 1) - model.CopiesFrom(n)).DefaultIfEmpty(0).Max()];
    // Made where it is first asked: most clusters never do.
    private BlockSolver? _solver;

    public double Of(int place, long outcome) => model.Weights[place] * model.Measure.Phi(outcome / (double)OutcomeModel.Unit);

    public (double Slope, double Height) Line(int place, ReadOnlySpan<double> prices, double at)
    {
        var slope = model.Weights[place] * model.Measure.Slope(at);
        return (slope, model.Weights[place] * model.Measure.Phi(at) - slope * at);
    }

    public double Best(int place, ReadOnlySpan<double> prices, double at, int copy, int option) => (_solver ??= new(model)).Solve(place, prices, ref at, _chosen, copy, option, option);
}

/// <summary>What levels are worth at the prices of a question about them.</summary>
internal sealed class LevelsWorth(PriceModel model, double[] weights) : IPlaceWorth
{
    private readonly LevelBlock _block = new(model);

    /// <summary>The question, and its prices.</summary>
    public required LevelQuote Quote { get; set; }

    public double Of(int place, long outcome) => Worth(place).Of(outcome);
    public (double Slope, double Height) Line(int place, ReadOnlySpan<double> prices, double at) => _block.Line(Worth(place), prices);
    public double Best(int place, ReadOnlySpan<double> prices, double at, int copy, int option) => _block.Best(Worth(place), prices, [], copy, option, option);

    private LevelWorth Worth(int place) => new(Quote, place, weights[place]);
}
