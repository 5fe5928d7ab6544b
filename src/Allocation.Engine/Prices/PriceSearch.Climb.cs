namespace Allocation.Engine.Prices;

// Plans that agree on shared projects by climbing at prices.
internal sealed partial class PriceSearch
{
    // A switch that loses more than so many times what projects cost on average is not tried.
    private const int Dear = 4;

    /// <summary>Plans that begin with what most of every project votes for at the best prices, and with the best plan: climbed at the prices whatever money it takes, brought back within the rules by what loses least,
    /// filled up, and climbed again within the rules.</summary>
    public void Climb(Func<bool> good)
    {
        if (Stopped || Tangled || good()) return;
        Best.CopyTo(_point);
        _dual.Evaluate(_point, _answer);
        var room = 0d;
        foreach (var price in _answer.OptionPrice) room += Dear * Math.Abs(price) / _answer.OptionPrice.Length;
        if (Found) room = Math.Min(Bound - Value, room);
        var own = Plan is { } plan && _given is null ? Enumerable.Range(0, _model.Projects).Select(p => plan[p]).ToArray() : null;
        Climbed(Voted(_answer), room);
        if (own is not null && !good()) Climbed(own, room);
    }

    private void Climbed(int[] wish, double room)
    {
        var state = new PlanBuilder(_model, _answer, _point, _stop) { Wish = wish }.Votes();
        state.Overspends = true;
        new PlanClimb(_model, state, _answer.OptionPrice, _stop).Run(room);
        state.Overspends = false;
        var within = new PlanClimb(_model, state, _answer.OptionPrice, _stop) { Strict = true };
        within.Mend();
        new PlanBuilder(_model, _answer, _point, _stop).Fill(state);
        within.Run(room);
        if (state.Holds()) Hear(state);
    }
}
