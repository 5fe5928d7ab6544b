namespace Allocation.Engine.Formulation;

/// <summary>So much of the weight must be at or above a level (outcome units).</summary>
internal readonly record struct HeldLevel(long Level, long AtLeast);

/// <summary>What is known of one place before any model: its outcome without projects, and the most it can have (outcome units).</summary>
internal readonly record struct PlaceRange(long Least, long Most);

/// <summary>
/// Levels as rows: for levels L₁ &lt; L₂ &lt; … a binary b[n,j] says that place n is at or above L_j, b[n,j] ≤ b[n,j−1], and u_n ≥ f + Σ_j (L_j − L_{j−1})·b[n,j] with L₀ = f, the level
/// that it is at anyway. Held levels are Σ ω b ≥ what is held. Where a way to price a place's projects is given, with c_n(z) the least price at which place n reaches z,
/// Σ_p w[p,n]·x[p] ≥ c_n(f) + Σ_j (c_n(L_j) − c_n(L_{j−1}))·b[n,j] holds for whole plans and cuts off the fractions that the rooms let in.
/// </summary>
internal sealed class LevelRows
{
    private const double Steepest = 1e4;

    private readonly WholeFormulation _form;
    private readonly IReadOnlyList<PlaceRange> _ranges;
    private readonly List<(long Level, int Column)>[] _binaries;
    private readonly long[] _floor;

    private LevelRows(WholeFormulation form, IReadOnlyList<PlaceRange> ranges, IReadOnlyList<long>? floors)
    {
        (_form, _ranges) = (form, ranges);
        _floor = [.. ranges.Select((r, n) => Math.Max(r.Least, floors?[n] ?? r.Least))];
        _binaries = [.. ranges.Select(_ => new List<(long, int)>())];
    }

    /// <summary>Adds the rows and gives back the sum Σ ω b at the level asked about (null: none is), or null where what is held cannot be.</summary>
    /// <param name="form">The model.</param>
    /// <param name="ranges">[neighbourhood]</param>
    /// <param name="held">What must be kept.</param>
    /// <param name="asked">The level asked about.</param>
    /// <param name="prices">Ways to price what levels cost.</param>
    /// <param name="floors">[neighbourhood] the level that a place must be at or above by itself (outcome units); null where none must.</param>
    public static LinearSum? Add(WholeFormulation form, IReadOnlyList<PlaceRange> ranges, IReadOnlyList<HeldLevel> held, long? asked, IReadOnlyList<IPlacePrices> prices, IReadOnlyList<long>? floors = null)
    {
        var rows = new LevelRows(form, ranges, floors);
        if (!rows.Force(held)) return null;
        foreach (var (level, atLeast) in held) form.Model.Require(Name("level", level), rows.Count(level), atLeast, double.PositiveInfinity);
        var count = asked is { } z ? rows.Count(z) : new LinearSum();
        rows.Reach();
        foreach (var price in prices) rows.Price(price);
        return count;
    }

    // A level that needs everybody who can reach it needs no binaries.
    private bool Force(IReadOnlyList<HeldLevel> held)
    {
        foreach (var (level, atLeast) in held)
        {
            long can = 0;
            for (var n = 0; n < _ranges.Count; n++) if (_ranges[n].Most >= level) can += _form.Problem.Weights[n];
            if (can < atLeast) return false;
            for (var n = 0; n < _ranges.Count; n++)
                if (_ranges[n].Most >= level && can - _form.Problem.Weights[n] < atLeast) _floor[n] = Math.Max(_floor[n], level);
        }
        return true;
    }

    private LinearSum Count(long level)
    {
        var sum = new LinearSum();
        for (var n = 0; n < _ranges.Count; n++)
        {
            var weight = (double)_form.Problem.Weights[n];
            if (_floor[n] >= level) { sum.Plus(weight); continue; }
            if (_ranges[n].Most < level) continue;
            var at = _binaries[n].FindIndex(b => b.Level == level);
            if (at < 0) { at = _binaries[n].Count; _binaries[n].Add((level, _form.Model.Add($"at[{_form.Problem.Scenario.Neighbourhoods[n].Id},{level}]", 0, 1, whole: true))); }
            sum.Plus(_binaries[n][at].Column, weight);
        }
        return sum;
    }

    private void Reach()
    {
        for (var n = 0; n < _ranges.Count; n++)
        {
            _binaries[n].Sort();
            if (_floor[n] <= _ranges[n].Least && _binaries[n].Count == 0) continue;
            var id = _form.Problem.Scenario.Neighbourhoods[n].Id;
            var sum = new LinearSum().Plus(_form.StretchedOutcome(n));
            var last = _floor[n];
            for (var j = 0; j < _binaries[n].Count; j++)
            {
                var (level, column) = _binaries[n][j];
                sum.Plus(column, -(_form.Stretched(level) - _form.Stretched(last)));
                if (j > 0) _form.Model.Require($"order[{id},{level}]", new LinearSum().Plus(_binaries[n][j - 1].Column, 1).Plus(column, -1), 0, double.PositiveInfinity);
                last = level;
            }
            _form.Model.Require($"reach[{id}]", sum, _form.Stretched(_floor[n]), double.PositiveInfinity);
        }
    }

    private void Price(IPlacePrices prices)
    {
        for (var n = 0; n < _ranges.Count; n++)
        {
            if (_floor[n] <= _ranges[n].Least && _binaries[n].Count == 0) continue;
            var (from, most) = (prices.Cheapest(n, _floor[n]), prices.Cheapest(n, _binaries[n].Count == 0 ? _floor[n] : _binaries[n][^1].Level));
            if (!(most > 0) || !double.IsFinite(most)) continue;
            var sum = new LinearSum();
            foreach (var p in prices.ProjectsOf(n)) sum.Plus(_form.Choices.Over(p, c => prices.Price(n, p, c) / most));
            var last = from;
            foreach (var (level, column) in _binaries[n])
            {
                var next = prices.Cheapest(n, level);
                sum.Plus(column, -(next - last) / most);
                last = next;
            }
            // Where a level costs next to nothing beside a project, the row says next to nothing and its numbers are beyond the solver.
            if (sum.Terms.Any(t => Math.Abs(t.Coefficient) > Steepest)) continue;
            // A little less than is true, for the solver's arithmetic.
            _form.Model.Require($"price[{_form.Problem.Scenario.Neighbourhoods[n].Id}]", sum, (from / most) - 1e-9, double.PositiveInfinity);
        }
    }

    private static string Name(string what, long level) => $"{what}[{level}]";
}

/// <summary>Prices w[p,n] ≥ 0 of every place's projects, and the least that a place must pay in them to reach a level.</summary>
internal interface IPlacePrices
{
    /// <summary>The projects that place <paramref name="n"/> has a price for.</summary>
    IReadOnlyList<int> ProjectsOf(int n);
    double Price(int n, int project, int choice);
    /// <summary>No choices whose prices add up to less bring place <paramref name="n"/> to <paramref name="level"/> (outcome units); +∞ where none do.</summary>
    double Cheapest(int n, long level);
}
