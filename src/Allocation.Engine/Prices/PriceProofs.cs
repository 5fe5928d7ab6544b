using System.Numerics;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>Turns prices in numbers of the machine into the exact ones of a certificate: every row's price as the very fraction it is, splits rounded down to the grain.</summary>
internal sealed class PriceProofs(PriceModel model, Dual dual)
{
    public const int Grain = 40;
    private readonly double[] _unit = new double[Math.Max(1, model.Rows.MostFunds)], _prices = new double[Math.Max(1, Enumerable.Range(0, model.Projects).Select(model.OptionCount).DefaultIfEmpty(0).Max())];
    private readonly int[] _order = new int[Math.Max(1, model.Rows.MostFunds)];
    private readonly BigInteger _weights = model.Problem.Weights.Aggregate(BigInteger.Zero, (a, w) => a + w);

    /// <summary>What clusters keep, as a certificate says it.</summary>
    public IReadOnlyList<KeptTogether> Together(Clusters clusters) => [.. clusters.All.Select(c => Of(c, clusters))];

    /// <summary>The name of a row, or null for −1.</summary>
    public string? NameOf(int row) => row < 0 ? null : model.Problem.Rows.Rows[row].Name;

    private KeptTogether Of(Clusters.Cluster cluster, Clusters clusters)
    {
        var projects = new SortedSet<int>();
        foreach (var n in cluster.Places)
            for (var c = model.CopiesFrom(n); c < model.CopiesFrom(n + 1); c++) if (clusters.Width[c] > 0) projects.Add(model.ProjectOf(c));
        var ceilings = new List<KeyValuePair<string, IReadOnlyList<int>>>();
        foreach (var row in cluster.Row.Where(r => r >= 0).Distinct())
            ceilings.Add(new(NameOf(row)!, [.. cluster.Places.Where((_, i) => cluster.Row[i] == row)]));
        return new(cluster.Places, [.. projects], ceilings, [.. cluster.Checked.SelectMany(c => c.Select(r => NameOf(r.Row)!))]);
    }

    public PriceLeaf Leaf(PricePoint point)
    {
        var rows = new List<RowPrice>();
        for (var r = 0; r < point.Rows.Length; r++)
        {
            if (point.Rows[r] <= 0) continue;
            var (top, bottom) = Fraction(point.Rows[r]);
            (top, bottom) = (top * _weights, bottom * new BigInteger(model.Rows.Scale[r]));
            var common = BigInteger.GreatestCommonDivisor(top, bottom);
            rows.Add(new(model.Problem.Rows.Rows[r].Name, top / common, bottom / common));
        }
        var splits = new List<PriceSplit>();
        for (var p = 0; p < model.Projects; p++)
        {
            var copies = model.CopiesOf(p);
            // A project with one copy that reaches one place is charged there without being told.
            if (copies.Length == 0 || model.OptionCount(p) == 0 || (copies.Length == 1 && model.Scenario.ReachOf(p).Count == 1)) continue;
            var prices = _prices.AsSpan(0, model.OptionCount(p));
            model.Rows.Price(p, point.Rows, prices, _unit, _order);
            var parts = new List<PlacePart>();
            foreach (var c in copies) parts.Add(new(model.PlaceOf(c), Numbers(p, c, copies.Length, prices, point)));
            splits.Add(new(p, parts));
        }
        return new(rows, splits);
    }

    private BigInteger[] Numbers(int p, int copy, int copies, ReadOnlySpan<double> prices, PricePoint point)
    {
        var (project, from) = (model.Scenario.Projects[p], model.OptionsFrom(p));
        var at = model.PricesFrom(copy);
        if (project.Kind == ProjectKind.Divisible)
        {
            var last = prices.Length - 1;
            var (low, high) = (Part(0, prices), Part(last, prices));
            var (first, steps) = (model.ChoiceOf(from), model.ChoiceOf(from + last) - model.ChoiceOf(from));
            var slope = steps == 0 ? BigInteger.Zero : BigInteger.Divide(high - low, steps);
            return [low - slope * first, slope];
        }
        var numbers = new BigInteger[project.Choices];
        for (var o = 0; o < prices.Length; o++) numbers[model.ChoiceOf(from + o) - 1] = Part(o, prices);
        return numbers;

        BigInteger Part(int o, ReadOnlySpan<double> all)
        {
            var (top, bottom) = Fraction(copies == 1 ? all[o] : all[o] * dual.Part[copy] + point.Transfers[at + o]);
            var (whole, rest) = BigInteger.DivRem(top * _weights << Grain, bottom);
            return rest.Sign < 0 ? whole - 1 : whole;
        }
    }

    /// <summary>A finite number of the machine as the fraction it is.</summary>
    private static (BigInteger Top, BigInteger Bottom) Fraction(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0) exponent++; else mantissa |= 1L << 52;
        exponent -= 1075;
        BigInteger top = value < 0 ? -mantissa : mantissa;
        return exponent >= 0 ? (top << exponent, BigInteger.One) : (top, BigInteger.One << -exponent);
    }
}
