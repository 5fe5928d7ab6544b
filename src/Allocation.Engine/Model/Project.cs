namespace Allocation.Engine.Model;

/// <summary>How a project may be funded.</summary>
public enum ProjectKind
{
    /// <summary>All or nothing.</summary>
    Whole,
    /// <summary>At most one of several levels, each with its own cost and outputs; levels rise in cost.</summary>
    Phased,
    /// <summary>Nothing, or any whole number of equal steps from a least number up to all of them.</summary>
    Divisible,
}

/// <summary>What a project adds of one service, in the service's unit.</summary>
public sealed record Output(string Service, decimal Amount);

/// <summary>One way to carry a project out: its cost in whole money units, what it adds, and its benefit in points (or votes).</summary>
public sealed record Level(Text Name, long Cost, IReadOnlyList<Output> Outputs, decimal Benefit);

/// <summary>What a reach row points at.</summary>
public enum ReachKind
{
    /// <summary>One neighbourhood.</summary>
    Neighbourhood,
    /// <summary>Every neighbourhood of a district, in proportion to residents.</summary>
    District,
    /// <summary>Every neighbourhood of the city, in proportion to residents.</summary>
    Everywhere,
    /// <summary>The city as a whole: counted as money, attributed to no neighbourhood.</summary>
    CityWide,
}

/// <summary>The share of a project's outputs (0 &lt; share ≤ 1, at most six decimals) that goes to a place. A project's shares add up to 1.</summary>
public sealed record Reach(ReachKind Kind, string Place, decimal Share);

/// <summary>
/// A project (پروژه) that the council may fund. <see cref="Levels"/> has one entry for whole and divisible projects (the full project) and
/// one per phase for phased ones. A divisible project is cut into <see cref="Steps"/> equal steps of which it needs at least
/// <see cref="LeastSteps"/>; its cost is a multiple of its steps, so that every step is a whole amount.
/// A <i>choice</i> of a project is a whole number: 0 = not funded, k = level k (phased) or k steps (divisible).
/// </summary>
public sealed record Project
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public required string Sector { get; init; }
    public required ProjectKind Kind { get; init; }
    public required IReadOnlyList<Level> Levels { get; init; }
    public int Steps { get; init; } = 1;
    public int LeastSteps { get; init; } = 1;
    public required IReadOnlyList<Reach> Reach { get; init; }
    /// <summary>Begun in an earlier year (نیمه‌تمام).</summary>
    public bool CarryOver { get; init; }
    public Provenance Provenance { get; init; } = Provenance.Unstated;

    /// <summary>The highest choice: 1, the number of phases, or the number of steps.</summary>
    public int Choices => Kind switch { ProjectKind.Whole => 1, ProjectKind.Phased => Levels.Count, _ => Steps };

    /// <summary>The lowest choice above 0.</summary>
    public int LeastChoice => Kind == ProjectKind.Divisible ? LeastSteps : 1;

    /// <summary>Money units that choice <paramref name="choice"/> costs; 0 for choice 0.</summary>
    public long CostOf(int choice) => choice == 0 ? 0 : Kind switch
    {
        ProjectKind.Divisible => Levels[0].Cost / Steps * choice,
        _ => Levels[choice - 1].Cost,
    };

    /// <summary>The cost of the whole project.</summary>
    public long FullCost => CostOf(Choices);

    /// <summary>True where <paramref name="choice"/> is one that this project allows, 0 included.</summary>
    public bool Allows(int choice) => choice == 0 || (choice >= LeastChoice && choice <= Choices);
}
