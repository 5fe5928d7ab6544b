using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

// Plans that agree on shared projects by climbing at prices.
internal sealed partial class PriceSearch
{
    // A switch that loses more than so many times what projects cost on average is not tried.
    private const int Dear = 4;

    private const double Fresh = 0.1;
    private readonly double[] _mean;
    // Of many places a plan that was not climbed to yet gains less than the time it takes.
    private bool _climbed;
    // Of few places plans are also made that lean to more projects at first, or to fewer.
    private static readonly double[] Leanings = [0.25, 0.5, 2, 4];

    /// <summary>Plans that begin with what most of every project votes for, at the best prices and on the way there, and with the best plan: climbed at the prices whatever money it takes, brought back within the rules by what loses least,
    /// filled up, and climbed again within the rules.</summary>
    public void Climb(Func<bool> good)
    {
        if (Stopped || Tangled || good()) return;
        Best.CopyTo(_point);
        _dual.Evaluate(_point, _answer);
        var room = Room(_answer);
        var wishes = new List<int[]> { Voted(_answer.Vote), Voted(_mean) };
        if (_model.Places <= Few) foreach (var against in Leanings) wishes.Add(Voted(_mean, against));
        if ((_climbed || _model.Places <= Many) && Own() is { } own) wishes.Add(own);
        var made = new PlanState[wishes.Count];
        _dual.Each(made.Length, i => made[i] = Climbed(wishes[i], room));
        foreach (var state in made) if (state.Holds()) Hear(state);
        _climbed = true;
    }

    private PlanState Climbed(int[] wish, double room)
    {
        var state = new PlanBuilder(_model, _answer, _point, _stop) { Wish = wish }.Votes();
        state.Overspends = true;
        new PlanClimb(_model, state, _answer.OptionPrice, _stop).Run(room);
        state.Overspends = false;
        Within(state, _answer, room);
        return state;
    }

    // A plan made elsewhere, payments and all, filled up and climbed from within the rules.
    private void Rise(Plan plan)
    {
        var state = new PlanState(_model, _point);
        state.Load(plan);
        Within(state, _answer, Room(_answer));
        if (state.Holds()) Hear(state);
    }

    private double Room(PriceAnswer answer)
    {
        var room = 0d;
        foreach (var price in answer.OptionPrice) room += Dear * Math.Abs(price) / answer.OptionPrice.Length;
        return Found ? Math.Min(Bound - Value, room) : room;
    }

    // Brings a plan back within the rules, fills it up, and climbs within them.
    private void Within(PlanState state, PriceAnswer answer, double room)
    {
        var within = new PlanClimb(_model, state, answer.OptionPrice, _stop) { Strict = true };
        within.Mend();
        new PlanBuilder(_model, answer, _point, _stop).Fill(state);
        within.Run(room);
    }

    // What copies voted for on the way, what is long ago counting less and less: nearer to a plan than the votes at any one price, which leap to and fro (Barahona and Anbil 2000).
    private void Average(PriceAnswer answer)
    {
        for (var o = 0; o < _mean.Length; o++) _mean[o] += Fresh * (answer.Vote[o] - _mean[o]);
    }
}
