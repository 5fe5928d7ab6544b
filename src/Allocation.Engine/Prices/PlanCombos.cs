namespace Allocation.Engine.Prices;

/// <summary>
/// Makes a plan better by putting moves together: one, two or three of one home row, found by what is left of it, and pairs of such groups from different homes, found by what is left of the row that is everybody's.
/// A group is tried in the plan itself before it counts.
/// </summary>
internal sealed class PlanCombos(PlanMoves moves, PlanState state, int mostForPairs = 400, int mostForTriples = 160)
{
    private readonly record struct Group(double All, double Value, int Home, int A, int B, int C);

    private readonly List<Group> _groups = [];
    private readonly List<Group> _frontier = [];
    private PlanMove[] _sorted = [];
    private (double Value, int At)[] _tops = [];
    private double _least;
    private bool _mending;

    /// <summary>Makes every improvement found in one pass; returns what Σωφ gained.</summary>
    public double Pass(CancellationToken stop)
    {
        _least = 1e-13 * Math.Max(1e-6, Math.Abs(state.Value()));
        _frontier.Clear();
        _kept.Clear();
        double gained = 0;
        foreach (var home in moves.Homes.Keys.Order())
        {
            if (stop.IsCancellationRequested) return gained;
            var list = moves.Homes[home];
            if (list.Count == 0) continue;
            _mending = home >= 0 && state.Left(home) < 0;
            Combine(home, list);
            gained += _mending ? Mend(home) : MakeBest(home);
        }
        _mending = moves.Shared >= 0 && state.Left(moves.Shared) < 0;
        return gained + Across();
    }

    // All groups of one home that fit in what is left of its row.
    private void Combine(int home, List<PlanMove> list)
    {
        _groups.Clear();
        var left = home < 0 ? double.PositiveInfinity : (double)state.Left(home);
        var count = Math.Min(list.Count, mostForPairs);
        if (_sorted.Length < count) { _sorted = new PlanMove[count * 2]; _tops = new (double, int)[count * 6]; }
        list.CopyTo(0, _sorted, 0, count);
        // By what they take of the home row, or of everybody's where there is no home.
        double Takes(PlanMove m) => home < 0 ? m.All : m.Home;
        if (home < 0) left = moves.Shared < 0 ? double.PositiveInfinity : (double)state.Left(moves.Shared);
        Array.Sort(_sorted, 0, count, Comparer<PlanMove>.Create((a, b) => Takes(a) != Takes(b) ? Takes(a).CompareTo(Takes(b)) : a.From.CompareTo(b.From)));
        for (var i = 0; i < count; i++) if (Takes(_sorted[i]) <= left) Add(home, i, -1, -1);
        for (var i = 0; i < count; i++)
            for (var j = i + 1; j < count && Takes(_sorted[i]) + Takes(_sorted[j]) <= left; j++)
                if (Apart(i, j)) Add(home, i, j, -1);
        if (count > mostForTriples) return;
        // Of three, the third is the best of those that still fit: the tops of every prefix, three of different places.
        for (var k = 0; k < count; k++) Top(k);
        for (var i = 0; i < count; i++)
            for (var j = i + 1; j < count; j++)
            {
                if (!Apart(i, j)) continue;
                var room = left - Takes(_sorted[i]) - Takes(_sorted[j]);
                int low = 0, high = i; // the third comes first in order: every three is met once
                while (low < high) { var middle = (low + high) / 2; if (Takes(_sorted[middle]) <= room) low = middle + 1; else high = middle; }
                if (low == 0) continue;
                for (var t = 0; t < 3; t++)
                {
                    var (value, at) = _tops[(low - 1) * 3 + t];
                    if (at < 0 || !Apart(i, at) || !Apart(j, at)) continue;
                    Add(home, i, j, at);
                    break;
                }
            }
    }

    private void Top(int k)
    {
        for (var t = 0; t < 3; t++) _tops[k * 3 + t] = k == 0 ? (double.NegativeInfinity, -1) : _tops[(k - 1) * 3 + t];
        for (var t = 0; t < 3; t++)
        {
            var (value, at) = _tops[k * 3 + t];
            if (at >= 0 && _sorted[k].Value <= value) { if (!Apart(k, at)) return; continue; }
            var end = 2;
            for (var u = t; u < 3; u++) if (_tops[k * 3 + u].At >= 0 && !Apart(k, _tops[k * 3 + u].At)) { end = u; break; }
            for (var u = end; u > t; u--) _tops[k * 3 + u] = _tops[k * 3 + u - 1];
            _tops[k * 3 + t] = (_sorted[k].Value, k);
            return;
        }
    }

    // Different places; moves of shared projects are looked at by the plan itself.
    private bool Apart(int i, int j) => _sorted[i].Place < 0 || _sorted[j].Place < 0 ? i != j : _sorted[i].Place != _sorted[j].Place;

    private void Add(int home, int a, int b, int c)
    {
        var (all, value) = (_sorted[a].All, _sorted[a].Value);
        if (b >= 0) (all, value) = (all + _sorted[b].All, value + _sorted[b].Value);
        if (c >= 0) (all, value) = (all + _sorted[c].All, value + _sorted[c].Value);
        // Worth keeping: better than now, or giving back what another home may use.
        if (_mending || value > _least || all < 0) _groups.Add(new(all, value, home, a, b, c));
    }

    // Groups speak of the moves of one home until they are made or kept for other homes.
    private Group Keep(Group group) => group with { A = Index(group.A), B = Index(group.B), C = Index(group.C) };

    private int Index(int at)
    {
        if (at < 0) return -1;
        _kept.Add(_sorted[at]);
        return _kept.Count - 1;
    }

    private readonly List<PlanMove> _kept = [];

    private double MakeBest(int home)
    {
        _groups.Sort((a, b) => a.All != b.All ? a.All.CompareTo(b.All) : b.Value.CompareTo(a.Value));
        var left = moves.Shared < 0 ? double.PositiveInfinity : (double)state.Left(moves.Shared);
        // The best that fits everybody's row is made at once, the frontier of the rest is kept for pairs of homes.
        foreach (var group in _groups.Where(g => g.Value > _least && g.All <= left).OrderByDescending(g => g.Value).Take(24))
        {
            var mark = _kept.Count;
            if (Make(Keep(group), null) is > 0 and var gain) return gain;
            _kept.RemoveRange(mark, _kept.Count - mark);
        }
        var best = double.NegativeInfinity;
        foreach (var group in _groups)
        {
            if (group.Value <= best) continue;
            best = group.Value;
            _frontier.Add(Keep(group));
        }
        return 0;
    }

    // The home's row is broken: the group that mends it for the least, everybody's row at its price; else the one that eases it most cheaply.
    private double Mend(int home)
    {
        foreach (var group in _groups.OrderByDescending(g => g.Value - moves.SharedPrice * g.All).Take(24))
            if (Make(Keep(group), null) is not 0 and var gain) return gain;
        var eased = 0d;
        for (var round = 0; round < 200 && state.Left(home) < 0; round++)
        {
            var best = -1;
            var ratio = double.NegativeInfinity;
            var list = moves.Homes[home];
            for (var i = 0; i < list.Count; i++)
                if (list[i].Home < 0 && (list[i].Value - moves.SharedPrice * list[i].All) / -list[i].Home is var r && r > ratio) (best, ratio) = (i, r);
            if (best < 0) break;
            _kept.Add(list[best]);
            eased += Make(new(0, 0, home, _kept.Count - 1, -1, -1), null);
            list.RemoveAt(best);
        }
        return eased;
    }

    private double Across()
    {
        var gained = 0d;
        for (var round = 0; round < (_mending ? 200 : 8 + moves.Homes.Count / 4); round++)
        {
            if (_mending && state.Left(moves.Shared) >= 0) return gained;
            var left = moves.Shared < 0 ? double.PositiveInfinity : (double)state.Left(moves.Shared);
            _frontier.Sort((a, b) => a.All != b.All ? a.All.CompareTo(b.All) : b.Value.CompareTo(a.Value));
            var (count, candidates) = (_frontier.Count, new List<(double Value, int A, int B)>());
            // The two best of different homes in every prefix.
            var tops = new (int First, int Second)[count];
            var (first, second) = (-1, -1);
            for (var i = 0; i < count; i++)
            {
                if (first < 0 || _frontier[i].Value > _frontier[first].Value)
                {
                    if (first >= 0 && _frontier[first].Home != _frontier[i].Home) second = first;
                    first = i;
                }
                else if (_frontier[i].Home != _frontier[first].Home && (second < 0 || _frontier[i].Value > _frontier[second].Value)) second = i;
                tops[i] = (first, second);
            }
            for (var i = 0; i < count; i++)
            {
                int low = 0, high = count;
                while (low < high) { var middle = (low + high) / 2; if (_frontier[middle].All <= left - _frontier[i].All) low = middle + 1; else high = middle; }
                if (low == 0) continue;
                var (a, b) = tops[low - 1];
                var partner = a >= 0 && _frontier[a].Home != _frontier[i].Home ? a : b;
                if (_mending && _frontier[i].All <= left) candidates.Add((_frontier[i].Value, i, -1));
                if (partner >= 0 && (_mending || _frontier[i].Value + _frontier[partner].Value > _least)) candidates.Add((_frontier[i].Value + _frontier[partner].Value, i, partner));
            }
            var made = 0d;
            foreach (var (_, a, b) in candidates.OrderByDescending(c => c.Value).ThenBy(c => c.A).Take(24))
            {
                made = Make(_frontier[a], b < 0 ? null : _frontier[b]);
                if (made == 0) continue;
                var (one, two) = (_frontier[a].Home, _frontier[b < 0 ? a : b].Home);
                _frontier.RemoveAll(g => g.Home == one || g.Home == two); // stale now
                break;
            }
            if (made == 0 && _mending)
            {
                // Nothing mends it at one stroke: what eases it most cheaply goes first.
                var best = -1;
                for (var i = 0; i < _frontier.Count; i++)
                    if (_frontier[i].All < 0 && (best < 0 || _frontier[i].Value / -_frontier[i].All > _frontier[best].Value / -_frontier[best].All)) best = i;
                if (best < 0) break;
                made = Make(_frontier[best], null);
                _frontier.RemoveAt(best);
                if (made == 0) continue;
            }
            if (made == 0) break;
            gained += made;
        }
        _kept.Clear();
        return gained;
    }

    // Makes both groups if the plan really gains and every rule holds.
    private double Make(Group one, Group? two)
    {
        var before = state.Running;
        state.Begin();
        if (Set(one.A) && Set(one.B) && Set(one.C) && (two is not { } other || (Set(other.A) && Set(other.B) && Set(other.C))) && state.Broken() < 0)
        {
            var gain = state.Running - before;
            if (gain > _least || _mending) return gain == 0 ? double.Epsilon : gain;
        }
        state.Undo();
        return 0;
    }

    private bool Set(int kept) => kept < 0 || moves.Set(_kept[kept]);
}
