namespace Allocation.Check.Meaning;

internal sealed record Place(string Id, string District, long Residents, decimal Deprivation);

internal sealed record Service(string Id, decimal Standard, long Weight);

internal sealed record Level(long Cost, decimal Benefit, (string Service, decimal Amount)[] Outputs);

/// <summary>A project with its reach in millionths per place (ascending) and its site, −1 for none. Choices run from <see cref="Least"/> to <see cref="Most"/>, and 0.</summary>
internal sealed record Project(string Id, string Sector, bool CarryOver, bool Divisible, int Steps, int Least, int Most, Level[] Levels, (int Place, int Millionths)[] Reach, int Site)
{
    public long CostOf(int choice) => choice == 0 ? 0 : Divisible ? Levels[0].Cost / Steps * choice : Levels[choice - 1].Cost;
}

internal sealed record Fund(string Id, long Amount, bool InKind, Scope For, (long Pays, long ForEvery)? Match)
{
    /// <summary>The most of a cost that the fund may pay.</summary>
    public long Part(long cost) => Match is { } m ? (long)((Int128)cost * m.Pays / ((Int128)m.Pays + m.ForEvery)) : cost;
}

internal abstract record Rule(string Id);
internal sealed record MoneyRule(string Id, Scope Scope, long? Floor, long? Ceiling) : Rule(Id);
internal sealed record PerHeadRule(string Id, Scope Scope, bool PerDistrict, decimal Amount) : Rule(Id);
internal sealed record ShareRule(string Id, Scope Part, Scope Whole, decimal? AtLeast, decimal? AtMost) : Rule(Id);
internal sealed record LockRule(string Id, string Project, int Least, int Most) : Rule(Id);
internal sealed record NeedsRule(string Id, string Project, string[] Requires) : Rule(Id);
internal sealed record CountRule(string Id, Scope Scope, int? AtLeast, int? AtMost) : Rule(Id);

internal enum OutcomeKind { Attainment, Benefit, Money }

internal sealed record Goal(OutcomeKind Outcome, bool NeedWeighted, string Measure, decimal Parameter, decimal Shift, bool ByResidents)
{
    /// <summary>What a place counts for in sums; a measure by ceilings knows no weights.</summary>
    public long Weight(Place place) => ByResidents && !NamedMeasure.ByCeilings(Measure) ? place.Residents : 1;
}

/// <summary>What a scenario folder says, looked up and spread.</summary>
internal sealed class City
{
    public const int Million = 1_000_000;

    public required string Id { get; init; }
    public required Goal Goal { get; init; }
    public required Service[] Services { get; init; }
    public required Place[] Places { get; init; }
    public required Project[] Projects { get; init; }
    public required Fund[] Funds { get; init; }
    public required Rule[] Rules { get; init; }
    /// <summary>[place, service] what there is today, in the service's unit.</summary>
    public required decimal[,] Stock { get; init; }
    /// <summary>[place, service] the weight: residents' need, else the service's own.</summary>
    public required long[,] Weight { get; init; }
    public required Dictionary<string, int> ProjectAt { get; init; }
    public required Dictionary<string, int> FundAt { get; init; }
    public required Dictionary<string, int> PlaceAt { get; init; }
    public required Dictionary<string, int> ServiceAt { get; init; }

    /// <summary>[project] the funds that may pay for it, ascending.</summary>
    public int[][] Payers => field ??= [.. Projects.Select(p => Enumerable.Range(0, Funds.Length).Where(f => Funds[f].For.Holds(this, p)).ToArray())];
}
