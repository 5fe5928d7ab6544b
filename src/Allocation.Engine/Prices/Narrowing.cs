using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// The problem narrowed to the choices near the prices. An option that loses more at the prices than bound − value cannot be in a better plan, so that little is left where prices are good; what is
/// left is small enough for the whole model, which minds every rule at once.
/// </summary>
internal sealed class Narrowing(PriceModel model, PriceAnswer answer, Dual dual)
{
    private const int Few = 6, Many = 8;
    private readonly double[] _loss = new double[model.Options + model.Projects + 1];

    /// <summary>How many projects are left open by the narrowing last asked for.</summary>
    public int Open { get; private set; }

    /// <summary>How many the room alone would have left open.</summary>
    public int Wanted { get; private set; }

    /// <summary>The projects that are not locked to one choice.</summary>
    public static int Undecided(PriceModel model) => Enumerable.Range(0, model.Projects).Count(p => model.Low[p] < model.High[p]);

    /// <summary>Works out what every option loses at the answer's prices: at least so much is lost by every plan that has it. Of so many projects only, if <paramref name="nearest"/> says so: those that lose least by changing along
    /// straight lines; the others are taken for far away.</summary>
    public void Measure(CancellationToken stop, int nearest = int.MaxValue)
    {
        var asked = Enumerable.Range(0, model.Projects).Where(p => model.Low[p] < model.High[p]).ToArray();
        if (asked.Length > nearest)
        {
            Array.Sort(Array.ConvertAll(asked, Roughly), asked);
            foreach (var p in asked.AsSpan(nearest))
                for (var (o, best) = (model.Low[p], Best(p)); o <= model.High[p]; o++) _loss[At(p, o)] = o == best ? 0 : double.PositiveInfinity;
            asked = asked[..nearest];
        }
        dual.Each(asked.Length, (i, solver) => { if (!stop.IsCancellationRequested) Measure(asked[i], solver); });
    }

    // What a project loses at least by another option than its best, where outcomes count as at the places' bests.
    private double Roughly(int p)
    {
        var (best, least) = (Best(p), double.PositiveInfinity);
        for (var o = model.Low[p]; o <= model.High[p]; o++)
        {
            if (o == best) continue;
            double loss = 0;
            foreach (var c in model.CopiesOf(p)) loss += Math.Max(0, Along(c, best) - Along(c, o));
            least = Math.Min(least, loss);
        }
        return least;
    }

    private double Along(int copy, int option)
    {
        if (option < 0) return 0;
        var n = model.PlaceOf(copy);
        double gain = 0;
        foreach (var g in model.Gains(copy, option)) gain += g;
        return model.Weights[n] * model.Measure.Slope(answer.Outcome[n]) * gain / OutcomeModel.Unit - answer.CopyPrice[model.PricesFrom(copy) + option];
    }

    private void Measure(int p, BlockSolver solver)
    {
        // A project of many places is left open: they are few, and weighing one is as much work as weighing all others.
        if (model.CopiesOf(p).Length > Many) return;
        // Of many steps those are asked that lie 1, 4, 16, … from the best; what lies between loses no more than the farther one, nearly.
        var (low, high, best) = (model.Low[p], model.High[p], Best(p));
        if (high - low < Few) { for (var o = low; o <= high; o++) _loss[At(p, o)] = Loss(p, o, solver); return; }
        _loss[At(p, best)] = Loss(p, best, solver);
        for (var (o, step) = (best, 1); o < high; step *= 4) Fill(p, o, o = Math.Min(high, best + step), solver);
        for (var (o, step) = (best, 1); o > low; step *= 4) Fill(p, o, o = Math.Max(low, best - step), solver);
    }

    /// <summary>What every plan loses at least that has a project (or, with <paramref name="into"/> false, leaves it out): exactly; 0 where it would take long to say, infinite where no choice of it is allowed.</summary>
    public double Turned(int p, bool into, BlockSolver solver)
    {
        var (from, to) = into ? (Math.Max(0, model.Low[p]), model.High[p]) : (model.Low[p], Math.Min(-1, model.High[p]));
        if (from > to) return double.PositiveInfinity;
        if (model.CopiesOf(p).Length > Many || to - from >= Few) return 0;
        var least = double.PositiveInfinity;
        for (var o = from; o <= to; o++) least = Math.Min(least, Loss(p, o, solver));
        return least;
    }

    private void Fill(int p, int from, int to, BlockSolver solver)
    {
        var loss = Loss(p, to, solver);
        for (var o = to; o != from; o += Math.Sign(from - to)) _loss[At(p, o)] = loss;
    }

    // What most of its copies choose, or what is cheapest where it has none.
    private int Best(int p)
    {
        var best = model.Low[p];
        if (model.CopiesOf(p).Length > 0) return Math.Clamp(answer.Chosen[model.CopiesOf(p)[0]], model.Low[p], model.High[p]);
        for (var o = Math.Max(0, best); o <= model.High[p]; o++)
            if ((best < 0 ? 0 : answer.OptionPrice[model.OptionsFrom(p) + best]) > answer.OptionPrice[model.OptionsFrom(p) + o]) best = o;
        return best;
    }

    /// <summary>Options that lose at most <paramref name="room"/>, those of the <paramref name="most"/> projects that lose least by changing, and what <paramref name="keep"/> ([project] a choice) has.
    /// A project keeps one range of choices.</summary>
    public Problem Near(double room, int most, IReadOnlyList<int>? keep)
    {
        var problem = model.Problem;
        var (least, high) = (problem.Least.ToArray(), problem.Most.ToArray());
        var nearest = new List<(double Loss, int Project)>();
        for (var p = 0; p < model.Projects; p++)
        {
            if (model.Low[p] >= model.High[p]) continue;
            double best = double.PositiveInfinity, second = double.PositiveInfinity;
            for (var o = model.Low[p]; o <= model.High[p]; o++)
                if (_loss[At(p, o)] is var loss && loss < best) (best, second) = (loss, best);
                else second = Math.Min(second, loss);
            if (second <= room) nearest.Add((second, p));
        }
        Wanted = nearest.Count;
        nearest.Sort();
        var open = new bool[model.Projects];
        foreach (var (_, p) in nearest.Take(most)) open[p] = true;
        Open = 0;
        for (var p = 0; p < model.Projects; p++)
        {
            if (model.OptionCount(p) == 0) { (least[p], high[p]) = (0, 0); continue; }
            int from = int.MaxValue, to = int.MinValue, best = model.Low[p];
            for (var o = model.Low[p]; o <= model.High[p]; o++)
            {
                if (_loss[At(p, o)] < _loss[At(p, best)]) best = o;
                if (open[p] && _loss[At(p, o)] <= room) Take(o);
            }
            Take(best);
            if (keep is not null && (keep[p] == 0 ? -1 : model.OptionAt(p, keep[p])) is var kept && kept >= model.Low[p] && kept <= model.High[p]) Take(kept);
            (least[p], high[p]) = (Choice(p, from), Choice(p, to));
            if (from < to) Open++;

            void Take(int o) => (from, to) = (Math.Min(from, o), Math.Max(to, o));
        }
        return problem with { Least = least, Most = high };
    }

    /// <summary>The same with every option that loses at most <paramref name="room"/>: no plan that loses less is left out.</summary>
    public Problem Exactly(double room, IReadOnlyList<int> keep)
    {
        var near = Near(room, model.Projects, keep);
        // Of many steps not all were asked.
        for (var p = 0; p < model.Projects; p++)
            if (model.High[p] - model.Low[p] >= Few) (near.Least[p], near.Most[p]) = (Choice(p, model.Low[p]), Choice(p, model.High[p]));
        return near;
    }

    private int Choice(int p, int option) => option < 0 ? 0 : model.ChoiceOf(model.OptionsFrom(p) + option);

    private int At(int p, int option) => model.OptionsFrom(p) + p + option + 1;

    private double Loss(int p, int option, BlockSolver solver) => Loss(model, answer, p, option, solver);

    /// <summary>What every plan loses at least at an answer's prices that has an option of a project (−1 = out).</summary>
    public static double Loss(PriceModel model, PriceAnswer answer, int p, int option, BlockSolver solver)
    {
        var from = model.OptionsFrom(p);
        var copies = model.CopiesOf(p);
        if (copies.Length == 0)
        {
            var best = double.NegativeInfinity;
            for (var o = model.Low[p]; o <= model.High[p]; o++) best = Math.Max(best, o < 0 ? 0 : -answer.OptionPrice[from + o]);
            return best - (option < 0 ? 0 : -answer.OptionPrice[from + option]);
        }
        double loss = 0;
        foreach (var c in copies)
        {
            if (answer.Chosen[c] == option) continue;
            var n = model.PlaceOf(c);
            loss += answer.Best[n] - solver.Value(n, answer.CopyPrice, c, option, option);
        }
        return loss;
    }
}
