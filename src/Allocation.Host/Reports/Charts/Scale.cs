namespace Allocation.Host.Reports.Charts;

/// <summary>A scale from one round number to another, with a handful of round ticks.</summary>
internal sealed class Scale
{
    private const int AboutTicks = 5;
    private readonly double _step;

    public Scale(double least, double most)
    {
        // Where all values are one there is still a line to stand on.
        if (!(most > least)) most = least + 1;
        var span = Math.Max(most - least, 1e-9);
        var rough = span / AboutTicks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        _step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        Least = Math.Floor(least / _step) * _step;
        Most = Math.Ceiling(most / _step) * _step;
    }

    public double Least { get; }
    public double Most { get; }

    /// <summary>Where a value lies between the ends, 0 … 1.</summary>
    public double At(double value) => (value - Least) / (Most - Least);

    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((Most - Least) / _step);
            for (var i = 0; i <= count; i++) yield return Least + (i * _step);
        }
    }
}
