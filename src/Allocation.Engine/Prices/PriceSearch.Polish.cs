using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

// What the whole model makes of choices near the best prices.
internal sealed partial class PriceSearch
{
    /// <summary>So few projects, those that lose least by changing, the whole model may always be asked about.</summary>
    public const int Nearest = 40;
    private const int Small = 20, Margin = 3, Several = 5;

    private Problem? _polished;

    /// <summary>True where a project's money may come from several funds, and the whole model may be asked: moves meet the rows of all funds at once, and the whole model minds them better. Of few projects moves find the same sooner.</summary>
    public bool Exchanges => _whole is not null && _model.Rows.MostFunds > 1 && _model.Projects > Several * Nearest;

    /// <summary>The best plan among choices near the best prices, of at most so many projects; true where the best plan rose. Without a plan, more of them are tried until there is one;
    /// but once, if <paramref name="wish"/> ([project] choices that may break a rule) stands in for the plan.</summary>
    public bool Polish(int most, double gap, int[]? wish = null)
    {
        if (_whole is null || Stopped) return false;
        if (!Found && wish is null && Narrowing.Undecided(_model) <= most)
        {
            if (_whole(_model.Problem, null, gap) is { } first) Offer(first);
            return Found;
        }
        Best.CopyTo(_point);
        _dual.Evaluate(_point, _answer);
        var narrowing = new Narrowing(_model, _answer, _dual);
        narrowing.Measure(_stop, wish is null ? int.MaxValue : Margin * most);
        for (var open = most; !Stopped; open *= 2)
        {
            var near = narrowing.Near(Found ? Bound - Value : double.PositiveInfinity, open, Made?.Choices ?? wish);
            // Where plans are made from votes as well, the whole model is asked about what is small: it takes long over much, and moves do not.
            if (narrowing.Open == 0 || (!Tangled && most > Nearest && narrowing.Wanted > Small) || (_polished is { } last && last.Least.SequenceEqual(near.Least) && last.Most.SequenceEqual(near.Most))) return false;
            _polished = near;
            var before = Value;
            if (_whole(near, Made, gap) is { } plan) Offer(plan);
            if (Value > before) (Plan = new PlanState(_model, _point)).Load(_given!);
            // No plan among so few choices: more of them, until all are open.
            if (Found || wish is not null || narrowing.Open < open) return Value > before;
        }
        return false;
    }
}
