using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// A problem in flat arrays, ready for prices. A project has <i>options</i> (its allowed and payable choices above 0; "out" is option −1 where it may stay out) and one <i>copy</i> in every
/// place that it can improve. Copies stand together by place. A project that improves no place has no copy: only its price counts.
/// </summary>
internal sealed class PriceModel
{
    private readonly int[] _copyProject, _copyPlace, _copySlots, _slotGroup, _copyGains, _placeCopies, _projectCopies, _copiesOf, _copyOptions, _options, _choices;
    private readonly long[] _gains, _costs;

    private PriceModel(Problem problem)
    {
        Problem = problem;
        Scenario = problem.Scenario;
        Measure = problem.Measure as ConcaveMeasure ?? new Mean();
        var (scenario, outcomes) = (problem.Scenario, problem.Outcomes);
        int projects = scenario.Projects.Count, places = scenario.Neighbourhoods.Count;
        Int128 all = 0;
        foreach (var w in problem.Weights) all += w;
        Weights = [.. problem.Weights.Select(w => w / (double)all)];
        Base = [.. outcomes.Base];
        (Room, Most) = ([.. outcomes.Room], new long[outcomes.Room.Count]);
        GroupsOf = [.. outcomes.GroupsOf];

        (Low, High) = (new int[projects], new int[projects]);
        _options = new int[projects + 1];
        var (choices, costs) = (new List<int>(projects), new List<long>(projects));
        for (var p = 0; p < projects; p++)
        {
            Low[p] = problem.Least[p] == 0 ? -1 : 0;
            var project = scenario.Projects[p];
            for (var k = Math.Max(problem.Least[p], project.LeastChoice); k <= Math.Min(problem.Most[p], project.Choices); k++)
            {
                var cost = project.CostOf(k);
                if (Payable(p, cost)) { choices.Add(k); costs.Add(cost); }
            }
            _options[p + 1] = choices.Count;
            High[p] = _options[p + 1] - _options[p] - 1;
            Impossible |= Low[p] > High[p];
        }
        (_choices, _costs) = ([.. choices], [.. costs]);

        // Copies by project first, then put in order of places.
        var found = new List<(int Place, int Project)>();
        var seen = new int[places];
        Array.Fill(seen, -1);
        for (var p = 0; p < projects; p++)
            for (var o = _options[p]; o < _options[p + 1]; o++)
                foreach (var (group, units) in outcomes.Gains(p, _choices[o]))
                {
                    var place = outcomes.PlaceOf[group];
                    if (units > 0 && seen[place] != p) { seen[place] = p; found.Add((place, p)); }
                }
        found.Sort();
        var copies = found.Count;
        (_copyProject, _copyPlace, _placeCopies) = (new int[copies], new int[copies], new int[places + 1]);
        (_projectCopies, _copiesOf, _copySlots, _copyGains, _copyOptions) = (new int[projects + 1], new int[copies], new int[copies + 1], new int[copies + 1], new int[copies + 1]);
        for (var c = 0; c < copies; c++)
        {
            (_copyPlace[c], _copyProject[c]) = found[c];
            _placeCopies[_copyPlace[c] + 1]++;
            _projectCopies[_copyProject[c] + 1]++;
            _copyOptions[c + 1] = _copyOptions[c] + _options[_copyProject[c] + 1] - _options[_copyProject[c]];
        }
        for (var n = 0; n < places; n++) _placeCopies[n + 1] += _placeCopies[n];
        for (var p = 0; p < projects; p++) _projectCopies[p + 1] += _projectCopies[p];
        var next = _projectCopies.AsSpan(0, projects).ToArray();
        for (var c = 0; c < copies; c++) _copiesOf[next[_copyProject[c]]++] = c;

        // Gains: per copy a table [option, slot], a slot being one group of the place that some option of the copy improves.
        var (slotGroups, gains) = (new List<int>(copies), new List<long>(copies));
        var slotOf = new int[outcomes.Groups];
        Array.Fill(slotOf, -1);
        for (var c = 0; c < copies; c++)
        {
            var (p, place) = (_copyProject[c], _copyPlace[c]);
            for (var o = _options[p]; o < _options[p + 1]; o++)
                foreach (var (group, units) in GainsAt(p, _choices[o], place))
                    if (units > 0 && slotOf[group] < 0) { slotOf[group] = slotGroups.Count - _copySlots[c]; slotGroups.Add(group); }
            _copySlots[c + 1] = slotGroups.Count;
            var (slots, start) = (slotGroups.Count - _copySlots[c], gains.Count);
            for (var i = 0; i < slots * (_options[p + 1] - _options[p]); i++) gains.Add(0);
            for (var o = _options[p]; o < _options[p + 1]; o++)
                foreach (var (group, units) in GainsAt(p, _choices[o], place))
                    if (units > 0) gains[start + (o - _options[p]) * slots + slotOf[group]] += units * outcomes.Times(p, _choices[o]);
            _copyGains[c + 1] = gains.Count;
            for (var s = _copySlots[c]; s < slotGroups.Count; s++) slotOf[slotGroups[s]] = -1;
        }
        (_slotGroup, _gains) = ([.. slotGroups], [.. gains]);
        Rows = PriceRows.For(this);
        Ties = PlaceTies.For(this);
        (Least, Ceiling) = Extremes();
    }

    public Problem Problem { get; }
    public Scenario Scenario { get; }
    /// <summary>What places are worth, with <see cref="Weights"/>. Beside a measure by rank, the lines in hand (<see cref="RankBound"/>).</summary>
    public ConcaveMeasure Measure { get; set; }
    public PriceRows Rows { get; }
    /// <summary>The rows that places keep by themselves.</summary>
    public PlaceTies Ties { get; }
    /// <summary>True where a project must be in and no choice of it can be paid for.</summary>
    public bool Impossible { get; }
    /// <summary>[place] the measure's weights, adding up to 1.</summary>
    public double[] Weights { get; }
    /// <summary>[place] outcome before any project, in outcome units.</summary>
    public long[] Base { get; }
    /// <summary>[group]</summary>
    public long[] Room { get; }
    /// <summary>[group] the most that all its copies together could add.</summary>
    public long[] Most { get; }
    /// <summary>[place] its groups.</summary>
    public int[][] GroupsOf { get; }
    /// <summary>[project] the lowest option (−1 = out) and the highest that may be chosen now; a search narrows and restores them.</summary>
    public int[] Low { get; }
    public int[] High { get; }
    public int Places => Base.Length;
    public int Projects => Low.Length;
    public int Copies => _copyProject.Length;
    /// <summary>Options of all copies: the length of a vector of copy prices.</summary>
    public int CopyOptions => _copyOptions[^1];
    public int Options => _choices.Length;

    public int OptionsFrom(int project) => _options[project];
    public int OptionCount(int project) => _options[project + 1] - _options[project];
    public int ChoiceOf(int option) => _choices[option];
    public long CostOf(int option) => _costs[option];
    public int ProjectOf(int copy) => _copyProject[copy];
    public int PlaceOf(int copy) => _copyPlace[copy];
    /// <summary>Where the prices of a copy's options start in a vector of copy prices.</summary>
    public int PricesFrom(int copy) => _copyOptions[copy];
    public int CopiesFrom(int place) => _placeCopies[place];
    /// <summary>True for a shared project in steps: what its places are charged is a straight line over the steps (see <see cref="Along"/>), so that two numbers say it in a proof.</summary>
    public bool IsLine(int project) => OptionCount(project) > 2 && CopiesOf(project).Length > 1 && Scenario.Projects[project].Kind == ProjectKind.Divisible;

    /// <summary>How far an option of such a project lies from its first (0) to its last (1).</summary>
    public double Along(int project, int option)
    {
        double first = _choices[_options[project]], last = _choices[_options[project + 1] - 1];
        return (_choices[_options[project] + option] - first) / (last - first);
    }

    public ReadOnlySpan<int> CopiesOf(int project) => _copiesOf.AsSpan(_projectCopies[project], _projectCopies[project + 1] - _projectCopies[project]);
    /// <summary>The groups that a copy improves.</summary>
    public ReadOnlySpan<int> GroupsOfCopy(int copy) => _slotGroup.AsSpan(_copySlots[copy], _copySlots[copy + 1] - _copySlots[copy]);
    /// <summary>What a copy's option (counted from 0) adds to each of <see cref="GroupsOfCopy"/>, in outcome units.</summary>
    public ReadOnlySpan<long> Gains(int copy, int option)
    {
        var slots = _copySlots[copy + 1] - _copySlots[copy];
        return _gains.AsSpan(_copyGains[copy] + option * slots, slots);
    }

    /// <summary>What a place has with options of its copies ([copy], −1 = out), in outcome units.</summary>
    public long OutcomeOf(int place, ReadOnlySpan<int> chosen)
    {
        var groups = new Dictionary<int, long>();
        for (var c = CopiesFrom(place); c < CopiesFrom(place + 1); c++)
        {
            if (chosen[c] < 0) continue;
            var slots = GroupsOfCopy(c);
            for (var s = 0; s < slots.Length; s++) groups[slots[s]] = groups.GetValueOrDefault(slots[s]) + Gains(c, chosen[c])[s];
        }
        return Base[place] + groups.Sum(g => Math.Min(g.Value, Room[g.Key]));
    }

    /// <summary>All of a copy's gains: [option × slot].</summary>
    public ReadOnlySpan<long> GainTable(int copy) => _gains.AsSpan(_copyGains[copy], _copyGains[copy + 1] - _copyGains[copy]);

    /// <summary>The option (counted from 0) of a choice, −1 for out or for a choice that is not allowed.</summary>
    public int OptionAt(int project, int choice)
    {
        for (var o = _options[project]; o < _options[project + 1]; o++) if (_choices[o] == choice) return o - _options[project];
        return -1;
    }

    /// <summary>Σωφ where every place has all that its copies could give: nothing is above it, and prices far off can be.</summary>
    public double Ceiling { get; }
    /// <summary>Below Σωφ where nothing is done, by more than rounding may come to even where all terms are 0: no plan is as low.</summary>
    public double Least { get; }

    /// <summary>A bound on Σωφ as a bound on the measure.</summary>
    public double ToMeasure(double meanPhi) => Measure.FromMeanPhi(Math.Min(meanPhi, Ceiling));

    public static PriceModel For(Problem problem) => new(problem);

    private const double Margin = 1e-12;

    private (double Least, double Ceiling) Extremes()
    {
        var most = Most;
        for (var c = 0; c < Copies; c++)
        {
            var slots = GroupsOfCopy(c);
            for (var s = 0; s < slots.Length; s++)
            {
                long largest = 0;
                for (var o = 0; o < OptionCount(_copyProject[c]); o++) largest = Math.Max(largest, Gains(c, o)[s]);
                most[slots[s]] = Math.Min(Room[slots[s]], most[slots[s]] + largest);
            }
        }
        var (least, sum) = (new Accurate(), new Accurate());
        for (var n = 0; n < Places; n++)
        {
            least.Add(Weights[n] * Measure.Phi(Base[n] / (double)OutcomeModel.Unit));
            var outcome = Base[n];
            foreach (var g in GroupsOf[n]) outcome += most[g];
            sum.Add(Weights[n] * Measure.Phi(outcome / (double)OutcomeModel.Unit));
        }
        return (least.Total - 100 * least.Error - Margin, sum.Total + sum.Error);
    }

    private bool Payable(int project, long cost)
    {
        Int128 most = 0;
        foreach (var f in Scenario.EligibleFunds(project)) most += Scenario.MostFrom(Scenario.Funds[f], cost);
        return cost == 0 || most >= cost;
    }

    private IEnumerable<Gain> GainsAt(int project, int choice, int place)
    {
        var outcomes = Problem.Outcomes;
        var gains = outcomes.Gains(project, choice);
        // Gains are made in order of places, so that a project that reaches the whole city is not walked through for every place.
        int low = 0, high = gains.Count;
        while (low < high) { var middle = (low + high) / 2; if (outcomes.PlaceOf[gains[middle].Group] < place) low = middle + 1; else high = middle; }
        for (; low < gains.Count && outcomes.PlaceOf[gains[low].Group] == place; low++) yield return gains[low];
    }
}
