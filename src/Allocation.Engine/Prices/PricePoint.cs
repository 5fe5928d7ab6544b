namespace Allocation.Engine.Prices;

/// <summary>
/// Prices: one ≥ 0 per row, and for each copy and option of a project that reaches several places a transfer, adding up to 0 over the project's copies. The price of a copy's option is
/// its part of the option's price plus its transfer, so that over the copies they add up to the option's price, whatever the transfers are.
/// </summary>
internal sealed class PricePoint(PriceModel model)
{
    /// <summary>[row], scaled as <see cref="PriceRows"/> says.</summary>
    public double[] Rows { get; } = new double[model.Rows.Count];
    /// <summary>[copy option]; 0 throughout where a project has one copy.</summary>
    public double[] Transfers { get; } = new double[model.CopyOptions];

    public void CopyTo(PricePoint other)
    {
        Rows.CopyTo(other.Rows, 0);
        Transfers.CopyTo(other.Transfers, 0);
    }
}

/// <summary>What a set of prices says: the bound, each place's best answer, and how far the answers are from being one plan.</summary>
internal sealed class PriceAnswer(PriceModel model)
{
    /// <summary>An upper bound on Σωφ over every plan.</summary>
    public double Bound { get; set; }
    /// <summary>The bound before anything is kept exactly: what <see cref="Best"/> adds up to.</summary>
    public double Loose { get; set; }
    /// <summary>[place] at these prices alone.</summary>
    public double[] Best { get; } = new double[model.Places];
    /// <summary>[place] the outcome of its best answer at these prices alone.</summary>
    public double[] Outcome { get; } = new double[model.Places];
    /// <summary>[place] whether <see cref="Outcome"/> is that of a best answer; false where a bound stands in its place.</summary>
    public bool[] Exact { get; } = new bool[model.Places];
    /// <summary>[copy] the option chosen, −1 for out.</summary>
    public int[] Chosen { get; } = new int[model.Copies];
    /// <summary>[option] the price of every project's option.</summary>
    public double[] OptionPrice { get; } = new double[model.Options];
    /// <summary>[copy option] the price of every copy's option.</summary>
    public double[] CopyPrice { get; } = new double[model.CopyOptions];
    /// <summary>[option] how much of the project's copies, by their parts, choose it: 0 … 1.</summary>
    public double[] Vote { get; } = new double[model.Options];
    /// <summary>[row] limit − use, in the scale of <see cref="PriceRows"/>: how the bound changes with the row's price.</summary>
    public double[] Slack { get; } = new double[model.Rows.Count];

    public void CopyTo(PriceAnswer other)
    {
        (other.Bound, other.Loose) = (Bound, Loose);
        foreach (var (from, to) in (ReadOnlySpan<(Array, Array)>)[(Best, other.Best), (Outcome, other.Outcome), (Exact, other.Exact), (Chosen, other.Chosen), (OptionPrice, other.OptionPrice), (CopyPrice, other.CopyPrice), (Vote, other.Vote), (Slack, other.Slack)])
            from.CopyTo(to, 0);
    }
}
