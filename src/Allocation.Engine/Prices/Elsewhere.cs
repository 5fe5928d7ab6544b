namespace Allocation.Engine.Prices;

/// <summary>
/// What an option of a kept project loses at least in each place of a cluster. A choice in one place is of use only where the places that share its projects can follow it within what may be lost altogether, which leaves
/// far fewer choices to walk through where many projects are shared. One per thread.
/// </summary>
internal sealed class Elsewhere(PriceModel model, Clusters clusters, IPlaceWorth worth)
{
    // Projects of more options are not asked about.
    private const int MostOptions = 8;

    private readonly HashSet<Clusters.Cluster> _known = [];
    // [copy option, out first] what is lost in its place, in all places of the cluster, and of what other places lose the part that counts beside other projects of its place.
    private readonly double[] _own = new double[model.CopyOptions + model.Copies], _all = new double[model.CopyOptions + model.Copies], _part = new double[model.CopyOptions + model.Copies];
    // [option, out first] of the cluster asked about.
    private readonly double[] _sum = new double[model.Options + model.Projects];
    private readonly Dictionary<int, int> _sharing = [];

    /// <summary>Says that prices have changed.</summary>
    public void Forget() => _known.Clear();

    public bool Knows(Clusters.Cluster cluster) => _known.Contains(cluster);

    /// <summary>What is lost in all places of the cluster where the project of a copy has an option.</summary>
    public double All(int copy, int option) => Kept(copy) ? _all[At(copy, option)] : 0;

    /// <summary>What is lost in all of them but that of the copy.</summary>
    public Lost Beyond(int copy, int option) => Kept(copy) ? new(_all[At(copy, option)] - _own[At(copy, option)], _part[At(copy, option)]) : default;

    /// <summary>Solves every place with every option of its kept projects.</summary>
    public void Ask(Clusters.Cluster cluster, in Asked asked)
    {
        foreach (var (c, p, o) in Options(cluster)) _sum[model.OptionsFrom(p) + p + o + 1] = 0;
        foreach (var (c, p, o) in Options(cluster))
        {
            var n = model.PlaceOf(c);
            _sum[model.OptionsFrom(p) + p + o + 1] += _own[At(c, o)] = Math.Max(0, asked.Best[n] - worth.Best(n, asked.Prices, asked.At[n], c, o));
        }
        foreach (var (c, p, o) in Options(cluster)) _all[At(c, o)] = _sum[model.OptionsFrom(p) + p + o + 1];
        foreach (var n in cluster.Places) Split(n);
        _known.Add(cluster);
    }

    // A place that several projects of one place reach loses at least what any one of them asks, and so their mean: each counts for its part.
    private void Split(int place)
    {
        _sharing.Clear();
        for (var c = model.CopiesFrom(place); c < model.CopiesFrom(place + 1); c++)
            foreach (var other in Others(c)) _sharing[model.PlaceOf(other)] = _sharing.GetValueOrDefault(model.PlaceOf(other)) + 1;
        for (var c = model.CopiesFrom(place); c < model.CopiesFrom(place + 1); c++)
        {
            if (!Kept(c)) continue;
            for (var (p, o) = (model.ProjectOf(c), model.Low[model.ProjectOf(c)]); o <= model.High[p]; o++)
            {
                double part = 0;
                foreach (var other in Others(c)) part += _own[At(other, o)] / _sharing[model.PlaceOf(other)];
                _part[At(c, o)] = part;
            }
        }
    }

    private IEnumerable<(int Copy, int Project, int Option)> Options(Clusters.Cluster cluster) =>
        from n in cluster.Places from c in Enumerable.Range(model.CopiesFrom(n), model.CopiesFrom(n + 1) - model.CopiesFrom(n)) where Kept(c)
        let p = model.ProjectOf(c) from o in Enumerable.Range(model.Low[p], model.High[p] - model.Low[p] + 1) select (c, p, o);

    // The other places of the cluster that share a copy's project.
    private List<int> Others(int copy)
    {
        var others = new List<int>();
        if (Kept(copy)) foreach (var other in model.CopiesOf(model.ProjectOf(copy)))
            if (other != copy && clusters.ClusterOf[model.PlaceOf(other)] == clusters.ClusterOf[model.PlaceOf(copy)]) others.Add(other);
        return others;
    }

    private bool Kept(int copy) => clusters.Width[copy] > 0 && model.OptionCount(model.ProjectOf(copy)) <= MostOptions;

    private int At(int copy, int option) => model.PricesFrom(copy) + copy + option + 1;
}

/// <summary>What choices of several projects lose elsewhere at least: the most that one of them does, or the sum of their parts.</summary>
internal readonly record struct Lost(double Most, double Sum)
{
    public double Least => Math.Max(Most, Sum);
    public Lost With(Lost other) => new(Math.Max(Most, other.Most), Sum + other.Sum);
}
