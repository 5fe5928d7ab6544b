namespace Allocation.Engine.Prices;

/// <summary>
/// The Pareto frontiers of one place's services: for each, every (outcome units gained, price) that no other combination of copies beats, by rising gain and price.
/// Points of all stages stand in one arena with the point they came from, so that a combination can be read back. Reused from block to block.
/// </summary>
internal sealed class BlockFrontiers
{
    /// <summary>A copy with more than so many steps from its lowest option to its highest is taken for one of steps of a size.</summary>
    public int MostSingly { get; init; } = 32;

    /// <summary>A frontier that grows past this many points is thinned: two neighbours become one point with the gain of the better and the price of the cheaper,
    /// which can only over-estimate the block.</summary>
    public const int MostPoints = 1 << 13;

    private long[] _gain = new long[1024], _spareGain = new long[1024];
    private double[] _price = new double[1024], _sparePrice = new double[1024];
    private int[] _parent = new int[1024], _option = new int[1024], _spareParent = new int[1024], _spareOption = new int[1024];
    private int[] _order = [], _from = [], _to = [];
    private long[] _key = [];
    private readonly List<(int Copy, int End)> _stages = [];
    private int _count, _frontStart, _frontEnd, _firstStage;
    private double _slope, _regret, _top;

    public long[] Gain => _gain;
    public double[] Price => _price;

    public void Clear() { (_count, _slope, _regret) = (0, 0, double.PositiveInfinity); _stages.Clear(); }

    /// <summary>Leaves out, from now on, combinations that lose more than <paramref name="regret"/> under slope·gain − price against the most that every copy could come to alone.</summary>
    public void Prune(double slope, double regret) => (_slope, _regret) = (slope, regret);

    /// <summary>Begins the frontier of a new group with the point that gains nothing at no price.</summary>
    public void Begin()
    {
        Grow(_count + 1);
        _top = 0;
        (_gain[_count], _price[_count], _parent[_count], _option[_count]) = (0, 0, -1, -1);
        (_frontStart, _frontEnd, _firstStage) = (_count, ++_count, _stages.Count);
    }

    /// <summary>The frontier as it stands: positions into <see cref="Gain"/> and <see cref="Price"/>, and its stages for <see cref="Read"/>.</summary>
    public (int Start, int End, int FirstStage, int LastStage) End() => (_frontStart, _frontEnd, _firstStage, _stages.Count);

    /// <summary>Lets one more copy choose among options from <paramref name="low"/> (−1 = out) to <paramref name="high"/>; gains stop at the room.</summary>
    public void Add(int copy, int low, int high, ReadOnlySpan<long> gains, int stride, int slot, ReadOnlySpan<double> prices, long room)
    {
        var length = _frontEnd - _frontStart;
        Grow(_count + length * (high - low + 2));
        var (start, size) = (_count, 0);
        var top = double.NegativeInfinity;
        if (double.IsFinite(_regret))
        {
            for (var o = low; o <= high; o++) top = Math.Max(top, o < 0 ? 0 : _slope * gains[o * stride + slot] - prices[o]);
            _top += top;
        }
        if (high - low > MostSingly) size = Steps(start, low, high, gains, stride, slot, prices, room, top);
        else for (var o = low; o <= high; o++)
        {
            var (gain, price) = o < 0 ? (0, 0) : (gains[o * stride + slot], prices[o]);
            if (top - (_slope * gain - price) > _regret) continue;
            if (size == 0) size = Shift(start, gain, price, o, room);
            else size = Merge(start, size, gain, price, o, room);
        }
        if (size > MostPoints) size = Thin(start, size);
        _count = start + size;
        (_frontStart, _frontEnd) = (start, _count);
        _stages.Add((copy, _count));
    }

    /// <summary>Writes the options that lead to a point of a frontier.</summary>
    public void Read(int point, int firstStage, int lastStage, Span<int> options, int firstCopy)
    {
        for (var s = lastStage - 1; s >= firstStage; s--)
        {
            options[_stages[s].Copy - firstCopy] = _option[point];
            point = _parent[point];
        }
    }

    private int Shift(int start, long gain, double price, int option, long room)
    {
        var size = 0;
        for (var i = _frontStart; i < _frontEnd; i++)
        {
            var reached = Math.Min(room, _gain[i] + gain);
            if (!Lost(reached, _price[i] + price))
            {
                var at = start + size++;
                (_gain[at], _price[at], _parent[at], _option[at]) = (reached, _price[i] + price, i, option);
            }
            if (reached == room) break; // the frontier rises in price: the first to fill the room is the cheapest
        }
        return size;
    }

    // What stands at start.. and the front shifted by one more option become one frontier.
    private int Merge(int start, int size, long gain, double price, int option, long room)
    {
        Spare(start, size);
        int a = 0, b = _frontStart, to = start;
        while (a < size || b < _frontEnd)
        {
            long g; double p; int parent, chosen;
            var other = b < _frontEnd ? Math.Min(room, _gain[b] + gain) : long.MaxValue;
            var fromSpare = a < size && (_spareGain[a] < other || (_spareGain[a] == other && _sparePrice[a] <= _price[b] + price));
            if (fromSpare) (g, p, parent, chosen) = (_spareGain[a], _sparePrice[a], _spareParent[a], _spareOption[a++]);
            else
            {
                (g, p, parent, chosen) = (other, _price[b] + price, b, option);
                if (other == room) b = _frontEnd; else b++;
                if (Lost(g, p)) continue;
            }
            to = Put(start, to, g, p, parent, chosen);
        }
        return to - start;
    }

    // A copy of many options, mostly steps of one size: a point of the front need not be tried with those steps that another point, some steps further on or back, makes as good for no more, or for less.
    private int Steps(int start, int low, int high, ReadOnlySpan<long> gains, int stride, int slot, ReadOnlySpan<double> prices, long room, double top)
    {
        var length = _frontEnd - _frontStart;
        if (_from.Length < length) (_from, _to) = (new int[length * 2], new int[length * 2]);
        var first = Math.Max(0, low);
        _from.AsSpan(0, length).Fill(first); _to.AsSpan(0, length).Fill(high);
        var (least, most, cheapest, dearest) = (long.MaxValue, 0L, double.PositiveInfinity, double.NegativeInfinity);
        for (var o = first + 1; o <= high; o++)
        {
            var (gain, price) = (gains[o * stride + slot] - gains[(o - 1) * stride + slot], prices[o] - prices[o - 1]);
            (least, most, cheapest, dearest) = (Math.Min(least, gain), Math.Max(most, gain), Math.Min(cheapest, price), Math.Max(dearest, price));
        }
        for (var steps = least > 0 ? high - first : 0; steps > 0; steps /= 2)
        {
            var (before, after) = (_frontStart, _frontStart);
            for (var i = _frontStart; i < _frontEnd; i++)
            {
                while (_gain[before] < _gain[i] - steps * least) before++;
                if (before < i && _price[before] + steps * dearest <= _price[i]) _from[i - _frontStart] = Math.Max(_from[i - _frontStart], high - steps + 1);
                while (after < _frontEnd && _gain[after] < _gain[i] + steps * most) after++;
                if (after > i && after < _frontEnd && _price[after] - steps * cheapest < _price[i]) _to[i - _frontStart] = Math.Min(_to[i - _frontStart], first + steps - 1);
            }
        }
        var to = start;
        for (var i = _frontStart; i < _frontEnd; i++)
        {
            if (low < 0) to = Candidate(to, i, 0, 0, -1, room);
            for (var o = _from[i - _frontStart]; o <= _to[i - _frontStart]; o++)
                if (top - (_slope * gains[o * stride + slot] - prices[o]) <= _regret) to = Candidate(to, i, gains[o * stride + slot], prices[o], o, room);
        }
        return Pareto(start, to - start);
    }

    private int Candidate(int at, int point, long gain, double price, int option, long room)
    {
        (_gain[at], _price[at], _parent[at], _option[at]) = (Math.Min(room, _gain[point] + gain), _price[point] + price, point, option);
        return Lost(_gain[at], _price[at]) ? at : at + 1;
    }

    // Puts points in order and leaves those that no other beats.
    private int Pareto(int start, int size)
    {
        if (_order.Length < size) (_order, _key) = (new int[size * 2], new long[size * 2]);
        for (var i = 0; i < size; i++) (_order[i], _key[i]) = (i, _gain[start + i]);
        Array.Sort(_key, _order, 0, size);
        Spare(start, size);
        var to = start;
        for (var i = 0; i < size; i++)
        {
            var a = _order[i];
            to = Put(start, to, _spareGain[a], _sparePrice[a], _spareParent[a], _spareOption[a]);
        }
        return to - start;
    }

    // A point that costs no more and gains no less drives out those before it; one that gains nothing more is not kept.
    private int Put(int start, int to, long gain, double price, int parent, int option)
    {
        while (to > start && _price[to - 1] >= price) to--;
        if (to > start && _gain[to - 1] >= gain) return to;
        (_gain[to], _price[to], _parent[to], _option[to]) = (gain, price, parent, option);
        return to + 1;
    }

    // Copies points out of the way of what is made of them.
    private void Spare(int start, int size)
    {
        if (_spareGain.Length < _gain.Length)
        {
            _spareGain = new long[_gain.Length]; _sparePrice = new double[_gain.Length]; _spareParent = new int[_gain.Length]; _spareOption = new int[_gain.Length];
        }
        _gain.AsSpan(start, size).CopyTo(_spareGain); _price.AsSpan(start, size).CopyTo(_sparePrice);
        _parent.AsSpan(start, size).CopyTo(_spareParent); _option.AsSpan(start, size).CopyTo(_spareOption);
    }

    private bool Lost(long gain, double price) => _top - (_slope * gain - price) > _regret;

    private int Thin(int start, int size)
    {
        var to = start;
        for (var i = start; i < start + size; i += 2)
        {
            var better = Math.Min(i + 1, start + size - 1);
            (_gain[to], _price[to], _parent[to], _option[to]) = (_gain[better], _price[i], _parent[better], _option[better]);
            to++;
        }
        return to - start;
    }

    private void Grow(int size)
    {
        if (size <= _gain.Length) return;
        var length = Math.Max(size, _gain.Length * 2);
        Array.Resize(ref _gain, length); Array.Resize(ref _price, length); Array.Resize(ref _parent, length); Array.Resize(ref _option, length);
    }
}
