namespace Allocation.Engine.Solving;

/// <summary>Of every project the mean of its options in a mixture of columns, counted from 1 on with out as 0, and of their squares.</summary>
internal sealed record LevelMixture(double[] Sum, double[] Squares)
{
    public LevelMixture(int projects) : this(new double[projects], new double[projects]) { }

    /// <summary>Counts an option (−1 = out) that is a part of the mixture.</summary>
    public void Count(int project, int option, double part)
    {
        Sum[project] += part * (option + 1);
        Squares[project] += part * (option + 1) * (option + 1);
    }
}
