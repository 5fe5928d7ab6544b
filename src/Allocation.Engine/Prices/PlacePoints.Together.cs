using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

// The services of a place together, and with them the copies that add to several of them or that rows tie to each other.
internal sealed partial class PlacePoints
{
    // [joint copy] the most that it and those after it can be worth under the line, as if nothing were full.
    private void Together(ReadOnlySpan<double> prices)
    {
        if (_ahead.Length <= _joint.Count) _ahead = new double[_joint.Count * 2 + 1];
        _ahead[_joint.Count] = 0;
        for (var j = _joint.Count - 1; j >= 0; j--)
        {
            var (p, top) = (model.ProjectOf(_joint[j]), double.NegativeInfinity);
            for (var o = model.Low[p]; o <= model.High[p]; o++) top = Math.Max(top, Alone(_joint[j], o, prices));
            _ahead[j] = _ahead[j + 1] + top;
        }
        _together = _ahead[0];
    }

    private double Alone(int copy, int option, ReadOnlySpan<double> prices)
    {
        if (option < 0) return 0;
        double gain = 0;
        foreach (var g in model.Gains(copy, option)) gain += g;
        return _slope * gain / OutcomeModel.Unit - prices[model.PricesFrom(copy) + option];
    }

    // Every combination of the joint copies that the line leaves in question.
    private bool Dive(int j, double above, Lost far, int[] groups, ReadOnlySpan<double> prices)
    {
        if (j == _joint.Count) return --_leaves >= 0 && Combine(far, groups, prices);
        var p = model.ProjectOf(_joint[j]);
        double others = _intercept + _slope * (model.Base[_place] / (double)OutcomeModel.Unit);
        for (var s = 0; s < _groups; s++) others += _most[s];
        for (var o = model.Low[p]; o <= model.High[p]; o++)
        {
            if (Closed(_joint[j], o)) continue;
            var (next, beyond) = (above + Alone(_joint[j], o, prices), With(far, _joint[j], o));
            if (others + next + _ahead[j + 1] < _best - _room + beyond.Least) continue;
            _options[_joint[j] - _first] = o;
            if (!model.Ties.HoldsUpTo(_place, _joint[j], _options, _first)) continue;
            if (!Dive(j + 1, next, beyond, groups, prices)) return false;
        }
        return true;
    }

    private bool Combine(Lost far, int[] groups, ReadOnlySpan<double> prices)
    {
        var unit = (double)OutcomeModel.Unit;
        Span<long> offset = _groups <= 64 ? stackalloc long[_groups] : new long[_groups];
        double price = 0, used = 0, city = 0;
        ulong said = 0;
        offset.Clear();
        foreach (var c in _joint)
        {
            var o = _options[c - _first];
            if (clusters.Width[c] > 0) said |= (ulong)(o + 1) << clusters.Shift[c];
            if (o < 0) continue;
            price += prices[model.PricesFrom(c) + o];
            used += clusters.Use[model.PricesFrom(c) + o];
            if (_asks) city += clusters.City[model.PricesFrom(c) + o];
            var slots = model.GroupsOfCopy(c);
            var gains = model.Gains(c, o);
            for (var i = 0; i < slots.Length; i++) offset[slots[i] - groups[0]] += gains[i];
        }
        double above = 0;
        for (var s = _groups - 1; s >= 0; s--)
        {
            _top[s] = above;
            var best = double.NegativeInfinity;
            for (var i = _front[s].Start; i < _front[s].End; i++)
                best = Math.Max(best, _slope * Math.Min(model.Room[groups[s]], _gain[i] + offset[s]) / unit - _price[i]);
            above += best;
        }
        return Walk(0, model.Base[_place], price, used, city, far, said, groups, offset, unit);
    }

    private bool Walk(int s, long outcome, double price, double used, double city, Lost far, ulong said, int[] groups, ReadOnlySpan<long> offset, double unit)
    {
        if (s == _groups)
        {
            if (--_leaves < 0) return false;
            var loss = _best - (worth.Of(_place, outcome) - price);
            if (loss > _room - far.Least) return true;
            for (var i = 0; i < _groups; i++) Read(_front[i].Start + _picked[i], _front[i].First, _front[i].Last);
            var copies = model.CopiesFrom(_place + 1) - _first;
            _found.Add(new(Math.Max(0, loss), used, city, said, _arena.Count, held is null ? 0 : _weight * held.Measure.Phi(outcome / unit)));
            for (var c = 0; c < copies; c++) _arena.Add(_options[c]);
            return true;
        }
        var least = _best - _room - _intercept - _top[s];
        for (var i = _front[s].Start; i < _front[s].End; i++)
        {
            var reached = outcome + Math.Min(model.Room[groups[s]], _gain[i] + offset[s]);
            var beyond = far.With(_far[i]);
            if (_slope * reached / unit - price - _price[i] < least + beyond.Least) continue;
            _picked[s] = i - _front[s].Start;
            if (!Walk(s + 1, reached, price + _price[i], used + _use[i], city + _city[i], beyond, said | _kept[i], groups, offset, unit)) return false;
        }
        return true;
    }

    private void Read(int point, int first, int last)
    {
        for (var s = last - 1; s >= first; s--)
        {
            _options[_stages[s].Copy - _first] = _option[point];
            point = _parent[point];
        }
    }

    // By kept projects; of the same, from the least use up, each worth more than all before it.
    private List<PlacePoint> Undominated()
    {
        _found.Sort((a, b) => a.Kept != b.Kept ? a.Kept.CompareTo(b.Kept) : Worth(a) != Worth(b) ? Worth(b).CompareTo(Worth(a)) : a.Use != b.Use ? a.Use.CompareTo(b.Use) : a.Options.CompareTo(b.Options));
        var (kept, from) = (0, 0);
        for (var i = 0; i < _found.Count; i++)
        {
            if (kept > 0 && _found[i].Kept != _found[kept - 1].Kept) from = kept;
            var beaten = false;
            for (var k = from; k < kept && !beaten; k++) beaten = _found[k].Use <= _found[i].Use && _found[k].City <= _found[i].City && _found[k].Held >= _found[i].Held;
            if (!beaten) _found[kept++] = _found[i];
        }
        _found.RemoveRange(kept, _found.Count - kept);
        return _found;
    }

    private double Worth(PlacePoint point) => _charge * point.Use + _toll * point.City - point.Loss - (held is null ? 0 : held.Price * point.Held);
}
