using Allocation.Engine.Model;

namespace Allocation.Engine.Measures;

/// <summary>What one choice-unit of a project adds to one <see cref="OutcomeModel"/> group, in outcome units.</summary>
public readonly record struct Gain(int Group, long Units);

/// <summary>
/// The outcomes of a scenario in whole numbers: the model of record.
/// <para>The outcome of neighbourhood n under a plan is <c>u[n] = Base[n] + Σ_{groups g of n} min(Room[g], Σ_p gain[p, choice, g])</c>, in
/// <see cref="Unit"/>ths of the outcome's own unit (full attainment, one point per resident, one money unit per resident).</para>
/// <para>Each stock, standard and output is turned into whole outcome units once, rounding half up, here and nowhere else; from then on all is exact.
/// Groups are (neighbourhood, service) pairs that a plan can still improve; benefit and money outcomes have one group per neighbourhood without a limit.</para>
/// </summary>
public sealed class OutcomeModel
{
    /// <summary>Outcome units in one: outcomes are whole billionths.</summary>
    public const long Unit = 1_000_000_000;
    /// <summary>A room that no plan can fill.</summary>
    public const long NoLimit = long.MaxValue / 4;

    private readonly Gain[][][] _gains;
    private readonly Lazy<long[]> _ceilings;

    internal OutcomeModel(Scenario scenario, long[] @base, int[] places, int[] services, long[] room, Gain[][][] gains)
    {
        (Scenario, Base, PlaceOf, ServiceOf, Room, _gains) = (scenario, @base, places, services, room, gains);
        _ceilings = new(FindCeilings);
        var groups = new List<int>[scenario.Neighbourhoods.Count];
        for (var n = 0; n < groups.Length; n++) groups[n] = [];
        for (var g = 0; g < places.Length; g++) groups[places[g]].Add(g);
        GroupsOf = [.. groups.Select(g => g.ToArray())];
    }

    public Scenario Scenario { get; }
    /// <summary>[neighbourhood] the outcome before any project.</summary>
    public IReadOnlyList<long> Base { get; }
    /// <summary>[group] its neighbourhood.</summary>
    public IReadOnlyList<int> PlaceOf { get; }
    /// <summary>[group] its service, or −1 for benefit and money outcomes.</summary>
    public IReadOnlyList<int> ServiceOf { get; }
    /// <summary>[group] the most it can add to its neighbourhood.</summary>
    public IReadOnlyList<long> Room { get; }
    /// <summary>[neighbourhood] its groups.</summary>
    public IReadOnlyList<int[]> GroupsOf { get; }
    public int Groups => PlaceOf.Count;

    /// <summary>[neighbourhood] the outcome with every project that reaches it at its best, rules and money aside: no plan lifts it higher. Worked out when first asked for.</summary>
    public IReadOnlyList<long> Ceilings => _ceilings.Value;

    /// <summary>What a project adds at a level: for whole and phased projects at that choice; for divisible ones <b>per step</b> (every step adds the same).
    /// <paramref name="choice"/> is at least 1.</summary>
    public IReadOnlyList<Gain> Gains(int project, int choice) => _gains[project][Scenario.Projects[project].Kind == ProjectKind.Divisible ? 0 : choice - 1];

    /// <summary>How many times <see cref="Gains"/> counts at a choice: the number of steps for divisible projects, else 1.</summary>
    public int Times(int project, int choice) => Scenario.Projects[project].Kind == ProjectKind.Divisible ? choice : 1;

    /// <summary>[neighbourhood] outcomes under the given choices, in outcome units.</summary>
    public long[] Of(IReadOnlyList<int> choices)
    {
        var gained = new long[Groups];
        for (var p = 0; p < choices.Count; p++)
        {
            if (choices[p] == 0) continue;
            var times = Times(p, choices[p]);
            foreach (var (group, units) in Gains(p, choices[p])) gained[group] += units * times;
        }
        var outcomes = Base.ToArray();
        for (var g = 0; g < gained.Length; g++) outcomes[PlaceOf[g]] += Math.Min(Room[g], gained[g]);
        return outcomes;
    }

    /// <summary>
    /// The same outcomes, each place's in billionths of its own ceiling: base, rooms and gains rounded up one by one, so that no outcome is lower here than its share of the ceiling. A place with the ceiling 0 is at its ceiling.
    /// </summary>
    internal OutcomeModel ByCeilings()
    {
        long Share(int place, long units) => Ceilings[place] > 0 ? (long)((((Int128)units * Unit) + Ceilings[place] - 1) / Ceilings[place]) : 0;
        long[] @base = [.. Base.Select((b, n) => Ceilings[n] > 0 ? Share(n, b) : Unit)], room = [.. Room.Select((r, g) => r == NoLimit ? NoLimit : Share(PlaceOf[g], r))];
        return new(Scenario, @base, [.. PlaceOf], [.. ServiceOf], room, [.. _gains.Select(levels => levels.Select(gains => gains.Select(g => g with { Units = Share(PlaceOf[g.Group], g.Units) }).ToArray()).ToArray())]);
    }

    /// <summary>The same outcomes, each place's higher by so many units from the start.</summary>
    /// <param name="by">[neighbourhood]</param>
    internal OutcomeModel Raised(IReadOnlyList<long> by) => new(Scenario, [.. Base.Zip(by, (b, more) => b + more)], [.. PlaceOf], [.. ServiceOf], [.. Room], _gains);

    private long[] FindCeilings()
    {
        var gained = new Int128[Groups];
        for (var p = 0; p < Scenario.Projects.Count; p++)
        {
            var best = new Dictionary<int, long>();
            for (var c = 1; c <= _gains[p].Length; c++)
                foreach (var (group, units) in _gains[p][c - 1])
                    best[group] = Math.Max(best.GetValueOrDefault(group), units * (Scenario.Projects[p].Kind == ProjectKind.Divisible ? Scenario.Projects[p].Choices : 1));
            foreach (var (group, units) in best) gained[group] += units;
        }
        var ceilings = Base.ToArray();
        for (var g = 0; g < gained.Length; g++) ceilings[PlaceOf[g]] += (long)Int128.Min(gained[g], Room[g]);
        return ceilings;
    }

    public static OutcomeModel For(Scenario scenario) => OutcomeUnits.Build(scenario);
}
