using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// The prices that a run ended with, for a variant to begin from: rows by name, copies by project and place. Where the goal is another, rows' prices are brought to its scale by what
/// the same gains are worth under both at the outcomes of the old plan, and copies' parts are made anew.
/// </summary>
internal sealed class PriceMemory
{
    private readonly PriceModel _model;
    private readonly PricePoint _point;
    private readonly double[] _part;
    private readonly double _money;
    private readonly long[] _outcomes;

    /// <param name="model">The problem that was solved, every option open.</param>
    /// <param name="point">Its best prices.</param>
    /// <param name="part">[copy] the parts that go with them.</param>
    /// <param name="money">What a unit of money is worth.</param>
    /// <param name="choices">The plan.</param>
    public PriceMemory(PriceModel model, PricePoint point, double[] part, double money, IReadOnlyList<int> choices)
    {
        (_model, _point, _part, _money) = (model, new(model), [.. part], money);
        point.CopyTo(_point);
        _outcomes = model.Problem.Outcomes.Of(choices);
    }

    /// <summary>Writes prices for a variant and the parts that go with them; returns what a unit of money is worth.</summary>
    public double Recall(PriceModel model, Dual dual, PricePoint point)
    {
        var scale = Scale(model);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < _model.Rows.Count; r++) rows.TryAdd(_model.Problem.Rows.Rows[r].Name, r);
        for (var r = 0; r < point.Rows.Length; r++)
            point.Rows[r] = rows.TryGetValue(model.Problem.Rows.Rows[r].Name, out var was) ? _point.Rows[was] * scale / _model.Rows.Scale[was] * model.Rows.Scale[r] : 0;
        if (SameGoal(model)) Copies(model, dual, point);
        else PriceStart.Divide(model, dual, n => OutcomeIn(model, n));
        return _money * scale;
    }

    private bool SameGoal(PriceModel model) => model.Scenario.Goal == _model.Scenario.Goal;

    private double Scale(PriceModel model)
    {
        if (SameGoal(model) && model.Scenario.Residents == _model.Scenario.Residents) return 1;
        double now = 0, then = 0;
        for (var c = 0; c < model.Copies; c++) now += PriceStart.Worth(model, c, OutcomeIn(model, model.PlaceOf(c)));
        for (var c = 0; c < _model.Copies; c++) then += PriceStart.Worth(_model, c, _outcomes[_model.PlaceOf(c)]);
        return now > 0 && then > 0 && double.IsFinite(now) && double.IsFinite(then) ? now / then : 1;
    }

    // Where the outcome itself is another (money instead of benefit), the old plan's says nothing: the place's own start does.
    private long OutcomeIn(PriceModel model, int place) =>
        model.Scenario.Goal.Outcome == _model.Scenario.Goal.Outcome && _model.Scenario.Ids.Neighbourhoods.TryGetValue(model.Scenario.Neighbourhoods[place].Id, out var was)
            ? Math.Max(_outcomes[was], model.Base[place]) : model.Base[place];

    private void Copies(PriceModel model, Dual dual, PricePoint point)
    {
        for (var p = 0; p < model.Projects; p++)
        {
            var copies = model.CopiesOf(p);
            if (copies.Length < 2 || !_model.Scenario.Ids.Projects.TryGetValue(model.Scenario.Projects[p].Id, out var old)) continue;
            double all = 0;
            foreach (var c in copies) all += dual.Part[c] = Old(model, old, c) is >= 0 and var was ? _part[was] : 1d / copies.Length;
            foreach (var c in copies) dual.Part[c] /= all;
            for (var o = 0; o < model.OptionCount(p); o++) Transfers(model, point, p, old, o);
        }
    }

    // A project's transfers add up to 0 whatever became of its copies: each bears its even part of what is left over, the first the rest.
    private void Transfers(PriceModel model, PricePoint point, int project, int old, int option)
    {
        var copies = model.CopiesOf(project);
        var was = _model.OptionAt(old, model.ChoiceOf(model.OptionsFrom(project) + option));
        double sum = 0;
        foreach (var c in copies)
            if (was >= 0 && Old(model, old, c) is >= 0 and var before && _model.CopiesOf(old).Length > 1)
                sum += point.Transfers[model.PricesFrom(c) + option] = _point.Transfers[_model.PricesFrom(before) + was];
        double others = 0;
        for (var k = 1; k < copies.Length; k++) others += point.Transfers[model.PricesFrom(copies[k]) + option] -= sum / copies.Length;
        point.Transfers[model.PricesFrom(copies[0]) + option] = -others;
    }

    private int Old(PriceModel model, int old, int copy)
    {
        if (!_model.Scenario.Ids.Neighbourhoods.TryGetValue(model.Scenario.Neighbourhoods[model.PlaceOf(copy)].Id, out var place)) return -1;
        foreach (var c in _model.CopiesOf(old)) if (_model.PlaceOf(c) == place) return c;
        return -1;
    }
}
