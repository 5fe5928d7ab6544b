using System.Numerics;
using Allocation.Check.Reading;

namespace Allocation.Check.Meaning;

/// <summary>What one choice (one step of a divisible project) adds to one service of one place, in billionths.</summary>
internal readonly record struct Gain(int Place, int Service, long Units);

/// <summary>Outcomes in whole billionths: what there is, how much each service can still add, what each project adds. Benefit and money have one service, without a cap.</summary>
internal sealed class Gains
{
    public const long Unit = 1_000_000_000;
    public const long NoCap = long.MaxValue / 4;
    private readonly City _city;
    private readonly Gain[][][] _gains;

    public Gains(City city)
    {
        _city = city;
        Services = city.Goal.Outcome == OutcomeKind.Attainment ? city.Services.Length : 1;
        (Start, Room) = (new long[city.Places.Length], [.. city.Places.Select(_ => new long[Services])]);
        var weights = new long[city.Places.Length];
        for (var n = 0; n < weights.Length; n++) for (var s = 0; s < city.Services.Length; s++) weights[n] += city.Weight[n, s];
        for (var n = 0; n < weights.Length; n++)
            for (var s = 0; s < Services; s++)
            {
                if (city.Goal.Outcome != OutcomeKind.Attainment) { Room[n][s] = NoCap; continue; }
                if (city.Weight[n, s] == 0) continue;
                var cap = Round((BigInteger)Unit * city.Weight[n, s], weights[n]);
                var held = BigInteger.Min(cap, Served(n, s, city.Stock[n, s], City.Million, 1, weights[n]));
                Start[n] += (long)held;
                Room[n][s] = (long)(cap - held);
            }
        _gains = [.. city.Projects.Select(p => p.Levels.Select(level => Of(p, level, weights).ToArray()).ToArray())];
    }

    // What it was with every place read by its own ceiling.
    private Gains(Gains plain, long[] ceilings)
    {
        (_city, Services) = (plain._city, plain.Services);
        Start = [.. plain.Start.Select((u, n) => ceilings[n] > 0 ? Part(n, u) : Unit)];
        Room = [.. plain.Room.Select((room, n) => room.Select(r => r == NoCap ? NoCap : Part(n, r)).ToArray())];
        _gains = [.. plain._gains.Select(levels => levels.Select(gains => gains.Select(g => g with { Units = Part(g.Place, g.Units) }).ToArray()).ToArray())];

        long Part(int place, long units) => ceilings[place] > 0 ? (long)((((BigInteger)units * Unit) + ceilings[place] - 1) / ceilings[place]) : 0;
    }

    // What it was with every place beginning so much higher.
    private Gains(Gains plain, Func<int, long> higher) => (_city, Services, _gains, Room, Start) = (plain._city, plain.Services, plain._gains, plain.Room, [.. plain.Start.Select((u, n) => checked(u + higher(n)))]);

    public int Services { get; }
    /// <summary>[place] the outcome before any project.</summary>
    public long[] Start { get; }
    /// <summary>[place, service] the most it can still add.</summary>
    public long[][] Room { get; }

    /// <summary>What a choice above 0 adds: the entries count <see cref="Times"/> times.</summary>
    public Gain[] At(int project, int choice) => _gains[project][_city.Projects[project].Divisible ? 0 : choice - 1];
    public int Times(int project, int choice) => _city.Projects[project].Divisible ? choice : 1;

    /// <summary>[place] outcomes under the choices.</summary>
    public long[] Under(int[] choices)
    {
        var added = new long[Start.Length, Services];
        for (var p = 0; p < choices.Length; p++)
            if (choices[p] > 0) foreach (var (n, s, units) in At(p, choices[p])) added[n, s] += units * Times(p, choices[p]);
        return After(added);
    }

    /// <summary>[place] no outcome is above this, whatever is chosen.</summary>
    public long[] Most()
    {
        var added = new long[Start.Length, Services];
        for (var p = 0; p < _city.Projects.Length; p++)
        {
            var project = _city.Projects[p];
            var most = new Dictionary<(int, int), long>();
            for (var k = project.Divisible ? project.Most : 1; k <= project.Most; k++)
                foreach (var one in At(p, k).GroupBy(g => (g.Place, g.Service)))
                    most[one.Key] = Math.Max(most.GetValueOrDefault(one.Key), one.Sum(g => g.Units) * Times(p, k));
            foreach (var ((n, s), units) in most) added[n, s] += units;
        }
        return After(added);
    }

    /// <summary>As proofs read outcomes: under a measure by ceilings in billionths of each place's own ceiling (<see cref="Most"/>), every figure rounded up, so that no outcome is less than its part of the ceiling; else as they are.</summary>
    public Gains AsProven() => NamedMeasure.ByCeilings(_city.Goal.Measure) ? new(this, Most()) : this;

    /// <summary>The same where all places but some begin so many billionths higher.</summary>
    public Gains Raised(long by, IReadOnlySet<int> but) => new(this, n => but.Contains(n) ? 0 : by);

    // [place] outcomes where so much is added to a service of a place, of which no more counts than it has room for.
    private long[] After(long[,] added)
    {
        var after = (long[])Start.Clone();
        for (var n = 0; n < after.Length; n++) for (var s = 0; s < Services; s++) after[n] += Math.Min(Room[n][s], added[n, s]);
        return after;
    }

    private IEnumerable<Gain> Of(Project project, Level level, long[] weights)
    {
        var (top, bottom) = Figures.Fraction(_city.Goal.Outcome == OutcomeKind.Benefit ? level.Benefit : level.Cost);
        foreach (var (n, millionths) in project.Reach)
        {
            if (_city.Goal.Outcome != OutcomeKind.Attainment)
            {
                var (need, needs) = _city.Goal is { Outcome: OutcomeKind.Money, NeedWeighted: true } ? Figures.Fraction(_city.Places[n].Deprivation) : (1, 1);
                // The scenario's own check says so with the line; whoever checks a certificate alone hears it here.
                if (need == 0) throw new UnreadableException($"{_city.Places[n].Id} has a deprivation of 0, by which outcomes weighed by need cannot be divided");
                var units = Round(Unit * top * millionths * needs, bottom * City.Million * _city.Places[n].Residents * project.Steps * need);
                if (units > 0) yield return new(n, 0, (long)units);
                continue;
            }
            foreach (var (service, amount) in level.Outputs)
            {
                var s = _city.ServiceAt[service];
                if (Room[n][s] == 0) continue;
                var units = Served(n, s, amount, millionths, project.Steps, weights[n]);
                if (units > 0) yield return new(n, s, (long)units);
            }
        }
    }

    private BigInteger Served(int n, int s, decimal amount, int millionths, int steps, long weights)
    {
        var ((top, bottom), (standard, parts)) = (Figures.Fraction(amount), Figures.Fraction(_city.Services[s].Standard));
        return Round(Unit * (BigInteger)_city.Weight[n, s] * top * millionths * parts, (BigInteger)City.Million * weights * bottom * standard * _city.Places[n].Residents * steps);
    }

    private static BigInteger Round(BigInteger top, BigInteger bottom) => ((2 * top) + bottom) / (2 * bottom);
}
