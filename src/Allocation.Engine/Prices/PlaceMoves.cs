using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>What single places could do otherwise near the prices, with shared projects as a plan has them. One per thread.</summary>
internal sealed class PlaceMoves(PriceModel model, PriceAnswer answer, PlanState state)
{
    /// <summary>One combination: what it loses of the place's best, and the projects that it changes.</summary>
    public readonly record struct Combination(double Loss, (int Project, int Option)[] Changes);

    private const int MostLeaves = 512;
    private readonly BlockSolver _solver = new(model);
    private readonly List<(int Project, int Option)> _changes = [];
    private readonly List<(double Value, int From, int To)> _found = [];
    private readonly int[] _chosen = new int[Math.Max(1, Enumerable.Range(0, model.Places).Select(n => model.CopiesFrom(n + 1) - model.CopiesFrom(n)).DefaultIfEmpty(0).Max())];

    /// <summary>The combinations of a place that lose at most <paramref name="room"/>, at most so many, the least loss first; not the one that the plan has.</summary>
    public Combination[] Of(int place, double room, int most)
    {
        var (first, last) = (model.CopiesFrom(place), model.CopiesFrom(place + 1));
        if (first == last) return [];
        var outcome = model.Base[place] / (double)OutcomeModel.Unit;
        var top = _solver.Solve(place, answer.CopyPrice, ref outcome, _chosen, frozen: Frozen);
        if (double.IsNegativeInfinity(top)) return [];
        _found.Clear();
        _changes.Clear();
        _solver.All(place, answer.CopyPrice, outcome, top - room, Frozen, MostLeaves, (value, options) =>
        {
            var from = _changes.Count;
            for (var c = first; c < last; c++)
            {
                var p = model.ProjectOf(c);
                if (model.CopiesOf(p).Length == 1 && options[c - first] != state[p]) _changes.Add((p, options[c - first]));
            }
            if (_changes.Count > from) _found.Add((value, from, _changes.Count));
        });
        _found.Sort((a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.From.CompareTo(b.From));
        var kept = new Combination[Math.Min(_found.Count, most)];
        for (var i = 0; i < kept.Length; i++) kept[i] = new(top - _found[i].Value, [.. _changes[_found[i].From.._found[i].To]]);
        return kept;
    }

    /// <summary>What a place answers where a copy of a shared project has an option, added to the changes; nothing where nothing keeps its rows.</summary>
    public void Answer(int copy, int option, List<(int Project, int Option)> changes)
    {
        var n = model.PlaceOf(copy);
        var (first, count) = (model.CopiesFrom(n), model.CopiesFrom(n + 1) - model.CopiesFrom(n));
        var outcome = model.Base[n] / (double)OutcomeModel.Unit;
        if (double.IsNegativeInfinity(_solver.Solve(n, answer.CopyPrice, ref outcome, _chosen, frozen: other => other == copy ? option : Frozen(other)))) return;
        for (var k = 0; k < count; k++)
        {
            var q = model.ProjectOf(first + k);
            if (model.CopiesOf(q).Length == 1 && _chosen[k] != state[q]) changes.Add((q, _chosen[k]));
        }
    }

    private int Frozen(int copy)
    {
        var p = model.ProjectOf(copy);
        return model.CopiesOf(p).Length > 1 ? state[p] : -2;
    }
}
