namespace Allocation.Engine.Prices;

/// <summary>
/// The Pareto frontiers of one place's services: for each, every (outcome units gained, price) that no other combination of copies beats, by rising gain and price.
/// Points of all stages stand in one arena with the point they came from, so that a combination can be read back. Reused from block to block.
/// </summary>
internal sealed class BlockFrontiers
{
    /// <summary>A frontier that grows past this many points is thinned: two neighbours become one point with the gain of the better and the price of the cheaper,
    /// which can only over-estimate the block.</summary>
    public const int MostPoints = 1 << 13;

    private long[] _gain = new long[1024], _spareGain = new long[1024];
    private double[] _price = new double[1024], _sparePrice = new double[1024];
    private int[] _parent = new int[1024], _option = new int[1024], _spareParent = new int[1024], _spareOption = new int[1024];
    private readonly List<(int Copy, int End)> _stages = [];
    private int _count, _frontStart, _frontEnd, _firstStage;

    public long[] Gain => _gain;
    public double[] Price => _price;

    public void Clear() { _count = 0; _stages.Clear(); }

    /// <summary>Begins the frontier of a new group with the point that gains nothing at no price.</summary>
    public void Begin()
    {
        Grow(_count + 1);
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
        for (var o = low; o <= high; o++)
        {
            var (gain, price) = o < 0 ? (0, 0) : (gains[o * stride + slot], prices[o]);
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
            var at = start + size++;
            (_gain[at], _price[at], _parent[at], _option[at]) = (Math.Min(room, _gain[i] + gain), _price[i] + price, i, option);
            if (_gain[at] == room) break; // the frontier rises in price: the first to fill the room is the cheapest
        }
        return size;
    }

    // What stands at start.. and the front shifted by one more option become one frontier.
    private int Merge(int start, int size, long gain, double price, int option, long room)
    {
        if (_spareGain.Length < _gain.Length)
        {
            _spareGain = new long[_gain.Length]; _sparePrice = new double[_gain.Length]; _spareParent = new int[_gain.Length]; _spareOption = new int[_gain.Length];
        }
        _gain.AsSpan(start, size).CopyTo(_spareGain); _price.AsSpan(start, size).CopyTo(_sparePrice);
        _parent.AsSpan(start, size).CopyTo(_spareParent); _option.AsSpan(start, size).CopyTo(_spareOption);
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
            }
            // A point that costs no more and gains no less drives out those before it; one that gains nothing more is not kept.
            while (to > start && _price[to - 1] >= p) to--;
            if (to > start && _gain[to - 1] >= g) continue;
            (_gain[to], _price[to], _parent[to], _option[to]) = (g, p, parent, chosen);
            to++;
        }
        return to - start;
    }

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
