using System.Globalization;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Benchmarks;

/// <summary>A size as it is written on the command line: neighbourhoods × projects.</summary>
internal readonly record struct BenchSize(int Places, int Projects)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Places}x{Projects}");

    /// <summary>"60x400", or null where it is nothing like that or below the generator's least.</summary>
    public static BenchSize? Parse(string text)
    {
        var parts = text.Split('x', '×');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var places)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var projects)
            && places >= InstanceSpec.FewestPlaces && projects >= InstanceSpec.FewestProjects ? new(places, projects) : null;
    }
}

/// <summary>A measure as it is written on the command line: its name, after a colon its parameter, and after another "places" where every place counts alike (else residents do).</summary>
internal sealed record BenchMeasure(string Text, Goal Goal)
{
    public static BenchMeasure? Parse(string text)
    {
        var parts = text.Split(':');
        const string Places = "places";
        var byPlaces = parts.Length == 3 && parts[2] == Places;
        if ((parts.Length > 2 && !byPlaces) || !MeasureCatalogue.Names.Contains(parts[0])) return null;
        var goal = new Goal { Measure = parts[0], Parameter = Goal.UsualParameter(parts[0]), Weighting = byPlaces ? Weighting.Places : Weighting.Residents };
        if (parts.Length == 1) return new(text, goal);
        return decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parameter) ? new(text, goal with { Parameter = parameter }) : null;
    }
}

/// <summary>One run: a method on an instance under a measure.</summary>
internal sealed record BenchCase(BenchSize Size, InstanceShape Shape, int Seed, BenchMeasure Measure, string Method)
{
    public InstanceSpec Instance => new(Size.Places, Size.Projects, Shape, Seed);
}

/// <summary>Everything that a bench is asked to do.</summary>
internal sealed record BenchRequest
{
    public required IReadOnlyList<BenchSize> Sizes { get; init; }
    public required IReadOnlyList<InstanceShape> Shapes { get; init; }
    public required IReadOnlyList<int> Seeds { get; init; }
    public required IReadOnlyList<BenchMeasure> Measures { get; init; }
    public required IReadOnlyList<string> Methods { get; init; }
    /// <summary>Seconds each method may take, its formulation included.</summary>
    public required double Limit { get; init; }
    public int Threads { get; init; } = 2;

    /// <summary>Instance by instance, and on each the methods side by side.</summary>
    public IEnumerable<BenchCase> Cases() =>
        from size in Sizes from shape in Shapes from seed in Seeds from measure in Measures from method in Methods
        select new BenchCase(size, shape, seed, measure, method);
}
