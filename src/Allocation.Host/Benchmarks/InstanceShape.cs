namespace Allocation.Host.Benchmarks;

/// <summary>
/// What makes one family of instances hard in its own way. Percentages unless said otherwise; <see cref="Number"/> goes into the seed and never changes.
/// </summary>
internal sealed record InstanceShape(string Name, int Number)
{
    /// <summary>Of all projects, how many reach one to three neighbours.</summary>
    public int Shared { get; init; } = 30;
    /// <summary>The budget, of the cost of all projects.</summary>
    public int Budget { get; init; } = 30;
    /// <summary>A district's cap, of its residents' part of the budget: from this …</summary>
    public int CapFrom { get; init; } = 90;
    /// <summary>… to less than this.</summary>
    public int CapBelow { get; init; } = 150;
    /// <summary>Of all projects, how many are large: five times the size, reaching three neighbours.</summary>
    public int Large { get; init; }
    /// <summary>Projects (not per cent) that reach the whole city; they come last.</summary>
    public int CityWide { get; init; }
    /// <summary>Phased and divisible projects, prerequisites, either/ors, three funds and more rules.</summary>
    public bool Mixed { get; init; }

    public static readonly IReadOnlyList<InstanceShape> All =
    [
        new("plain", 1),
        new("shared-few", 2) { Shared = 5 },
        new("shared-many", 3) { Shared = 70 },
        new("tight", 4) { Budget = 12, CapFrom = 60, CapBelow = 100 },
        new("loose", 5) { Budget = 60, CapFrom = 150, CapBelow = 250 },
        new("lumpy", 6) { Large = 10 },
        new("citywide", 7) { CityWide = 8 },
        new("mixed", 8) { Mixed = true },
    ];

    /// <summary>The shape of that name, or null.</summary>
    public static InstanceShape? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}

/// <summary>One instance: <paramref name="Places"/> neighbourhoods (at least <see cref="FewestPlaces"/>) and <paramref name="Projects"/> projects (at least 20).</summary>
internal sealed record InstanceSpec(int Places, int Projects, InstanceShape Shape, int Seed)
{
    public const int FewestPlaces = 6;
    public const int FewestProjects = 20;

    public string Size => $"{Places}x{Projects}";
    public string Id => $"bench-{Size}-{Shape.Name}-{Seed}";
}
