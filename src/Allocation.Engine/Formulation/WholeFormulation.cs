using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>
/// A whole problem as one linear model: choices and payments (<see cref="ChoiceColumns"/>), every rule row, outcomes by place, and the measure. Inside the model outcomes are stretched
/// so that the widest range is <see cref="Widest"/> (a solver's tolerances are absolute); weights add up to 1, and the objective is the mean of φ (or the worst outcome) in its own unit.
/// </summary>
internal sealed class WholeFormulation
{
    private const double Unit = OutcomeModel.Unit;
    private const double Widest = 100;
    private readonly double _stretch;

    private WholeFormulation(Problem problem, LinearModel model, ChoiceColumns choices, IReadOnlyList<int> ruleRows, IReadOnlyList<int> roomRows, LinearSum[] outcomes, double stretch) =>
        (Problem, Model, Choices, RuleRows, RoomRows, Outcomes, _stretch) = (problem, model, choices, ruleRows, roomRows, outcomes, stretch);

    public Problem Problem { get; }
    public LinearModel Model { get; }
    public ChoiceColumns Choices { get; }
    /// <summary>[row of the problem] its row in the model.</summary>
    public IReadOnlyList<int> RuleRows { get; }
    /// <summary>[group] the row that says what is gained there of what choices give, −1 where outcomes count the choices themselves.</summary>
    public IReadOnlyList<int> RoomRows { get; }
    /// <summary>[neighbourhood] its outcome, stretched, or less: rooms are filled by columns that may stay below what the choices give.</summary>
    private LinearSum[] Outcomes { get; }

    /// <summary>A place's outcome, or less, in the model's own stretched unit (<see cref="Stretched"/>).</summary>
    public LinearSum StretchedOutcome(int n) => Outcomes[n];

    /// <summary>Σ ω u / Σ ω in the stretched unit, times a factor.</summary>
    public LinearSum StretchedMean(IReadOnlyList<long> weights, double times = 1)
    {
        var (mean, all) = (new LinearSum(), weights.Sum(w => (double)w));
        for (var n = 0; n < Outcomes.Length; n++) mean.Plus(Outcomes[n], weights[n] / all * times);
        return mean;
    }

    /// <summary>[neighbourhood] the outcomes that a solution stands for, in outcome units; it may be one in fractions.</summary>
    public long[] OutcomesUnder(IReadOnlyList<double> values) =>
        [.. Outcomes.Select(sum => (long)Math.Round((sum.Constant + sum.Terms.Sum(t => t.Coefficient * values[t.Column])) / Stretched(1)))];

    /// <summary>Outcome units as this model counts them.</summary>
    public double Stretched(long units) => units * (_stretch / Unit);

    /// <summary>Choices, payments and rules alone, for who asks whether any plan keeps them.</summary>
    public static WholeFormulation Rules(Problem problem, bool digits)
    {
        var model = new LinearModel();
        var choices = new ChoiceColumns(ChoicesAlone.Keep(problem), model, digits);
        var rows = new List<int>();
        foreach (var row in problem.Rows.Rows)
        {
            RowSums.Require(model, choices, row, null);
            rows.Add(model.Rows.Count - 1);
        }
        return new(problem, model, choices, rows, [], [], 1);
    }

    /// <param name="problem">The problem.</param>
    /// <param name="digits"><see cref="ChoiceColumns.Digits"/>.</param>
    /// <param name="apart">Whether every group has a row of its own, so that the row's price says what a unit is worth there.</param>
    /// <returns>Choices, payments, rules and outcomes; no objective yet.</returns>
    public static WholeFormulation Of(Problem problem, bool digits, bool apart = false)
    {
        var rules = Rules(problem, digits);
        var (model, choices) = (rules.Model, rules.Choices);
        var widest = Ranges(problem).Max(r => r.To - r.From);
        var stretch = widest > 0 ? Widest / widest : 1;
        var (outcomes, rooms) = AddOutcomes(problem, model, choices, Unit / stretch, apart);
        var form = new WholeFormulation(problem, model, choices, rules.RuleRows, rooms, outcomes, stretch);
        if (problem.Limits.All.Count > 0)
        {
            var ranges = Ranges(problem);
            foreach (var limit in problem.Limits.All) limit.AddTo(form, ranges);
        }
        return form;
    }

    /// <summary>Cuts off choices that were found to be no plan: by the limit on outcomes that they break, which cuts off all like them, and by themselves where they can be told apart.</summary>
    public void Without(int[] choices)
    {
        if (Choices.Others(choices) is { } others) Model.Require("other", others, 1, double.PositiveInfinity);
        if (Problem.Limits.All.Count == 0) return;
        var outcomes = Problem.Outcomes.Of(choices);
        foreach (var limit in Problem.Limits.All) if (!limit.Keeps(outcomes)) limit.CutOff(this, outcomes);
    }

    /// <summary>[neighbourhood] the least and the most outcome that any choices could give, in the outcome's own unit.</summary>
    public static (double From, double To)[] Ranges(Problem problem)
    {
        var gained = new Int128[problem.Outcomes.Groups];
        for (var p = 0; p < problem.Scenario.Projects.Count; p++)
        {
            var best = new Dictionary<int, long>();
            foreach (var choice in Levels(problem, p))
                foreach (var (group, units) in problem.Outcomes.Gains(p, choice))
                    best[group] = Math.Max(best.GetValueOrDefault(group), units * problem.Outcomes.Times(p, problem.Scenario.Projects[p].Kind == ProjectKind.Divisible ? problem.Most[p] : choice));
            foreach (var (group, units) in best) gained[group] += units;
        }
        return [.. problem.Outcomes.Base.Select((b, n) => (b / Unit, (b + problem.Outcomes.GroupsOf[n].Sum(g => (double)Int128.Min(gained[g], problem.Outcomes.Room[g]))) / Unit))];
    }

    /// <summary>Adds columns for the pieces of each place's over-estimate and returns Σ ω φ̄(u) / Σ ω.</summary>
    public LinearSum Welfare(IReadOnlyList<Tangents> tangents)
    {
        var all = Problem.Weights.Sum(w => (double)w);
        var welfare = new LinearSum();
        for (var n = 0; n < tangents.Count; n++)
        {
            var share = Problem.Weights[n] / all;
            welfare.Plus(share * tangents[n].AtFrom);
            var pieces = tangents[n].Pieces();
            if (pieces.Count == 0) continue;
            var id = Problem.Scenario.Neighbourhoods[n].Id;
            var reached = new LinearSum().Plus(-tangents[n].From * _stretch);
            reached.Plus(Outcomes[n]);
            for (var k = 0; k < pieces.Count; k++)
            {
                var column = Model.Add($"piece[{id},{k + 1}]", 0, pieces[k].Length * _stretch);
                welfare.Plus(column, share * pieces[k].Slope / _stretch);
                reached.Plus(column, -1);
            }
            Model.Require($"outcome[{id}]", reached, 0, double.PositiveInfinity);
        }
        return welfare;
    }

    /// <summary>Σ ω u / Σ ω.</summary>
    public LinearSum Mean()
    {
        var all = Problem.Weights.Sum(w => (double)w);
        var mean = new LinearSum();
        for (var n = 0; n < Outcomes.Length; n++) mean.Plus(Outcomes[n], Problem.Weights[n] / all / _stretch);
        return mean;
    }

    /// <summary>The outcome of one neighbourhood, or less.</summary>
    public LinearSum Outcome(int place) => new LinearSum().Plus(Outcomes[place], 1 / _stretch);

    /// <summary>A column that no outcome is below.</summary>
    public LinearSum Worst(IReadOnlyList<(double From, double To)> ranges)
    {
        var worst = Model.Add("worst", ranges.Min(r => r.From) * _stretch, ranges.Min(r => r.To) * _stretch);
        for (var n = 0; n < Outcomes.Length; n++)
            if (ranges[n].From < ranges.Min(r => r.To))
                Model.Require($"above[{Problem.Scenario.Neighbourhoods[n].Id}]", new LinearSum().Plus(Outcomes[n]).Plus(worst, -1), 0, double.PositiveInfinity);
        return new LinearSum().Plus(worst, 1 / _stretch);
    }

    /// <summary>All money, in money units.</summary>
    public LinearSum Spent()
    {
        var spent = new LinearSum();
        for (var p = 0; p < Problem.Scenario.Projects.Count; p++) spent.Plus(Choices.Cost(p), Choices.Unit);
        return spent;
    }

    private static (LinearSum[] Outcomes, int[] Rooms) AddOutcomes(Problem problem, LinearModel model, ChoiceColumns choices, double unit, bool apart)
    {
        var (s, outcomes) = (problem.Scenario, problem.Outcomes);
        var gains = new LinearSum[outcomes.Groups];
        var most = new double[outcomes.Groups];
        for (var g = 0; g < gains.Length; g++) gains[g] = new();
        for (var p = 0; p < s.Projects.Count; p++)
        {
            var byGroup = Levels(problem, p).SelectMany(c => outcomes.Gains(p, c).Select(gain => (c, gain))).GroupBy(x => x.gain.Group);
            foreach (var group in byGroup)
            {
                // More than the room is no more than the room; per step the sum is what is bounded.
                var room = s.Projects[p].Kind == ProjectKind.Divisible ? double.PositiveInfinity : outcomes.Room[group.Key];
                var units = group.ToDictionary(x => x.c, x => Math.Min(room, x.gain.Units) / unit);
                gains[group.Key].Plus(choices.Over(p, c => units.GetValueOrDefault(c)));
                most[group.Key] += s.Projects[p].Kind == ProjectKind.Divisible ? units[1] * Math.Max(0, problem.Most[p]) : units.Values.Max();
            }
        }
        var (places, rooms) = (new LinearSum[s.Neighbourhoods.Count], new int[outcomes.Groups]);
        Array.Fill(rooms, -1);
        for (var n = 0; n < places.Length; n++)
        {
            places[n] = new LinearSum().Plus(outcomes.Base[n] / unit);
            foreach (var g in outcomes.GroupsOf[n])
            {
                if (gains[g].Terms.Count == 0) continue;
                if (!apart && most[g] <= outcomes.Room[g] / unit) { places[n].Plus(gains[g]); continue; }
                var name = $"{s.Neighbourhoods[n].Id}{(outcomes.ServiceOf[g] < 0 ? "" : "," + s.Services[outcomes.ServiceOf[g]].Id)}";
                var room = Math.Min(outcomes.Room[g] / unit, Math.Max(most[g], 0));
                var gained = model.Add($"gain[{name}]", 0, room);
                model.Require($"room[{name}]", new LinearSum().Plus(gains[g]).Plus(gained, -1), 0, double.PositiveInfinity);
                rooms[g] = model.Rows.Count - 1;
                if (problem.Limits.Exact)
                {
                    // The gain is all that the choices give, or the whole room: a limit that may be broken by giving more must not be kept by counting less.
                    var full = model.Add($"full[{name}]", 0, 1, whole: true);
                    model.Require($"filled[{name}]", new LinearSum().Plus(gained, 1).Plus(full, -room), 0, double.PositiveInfinity);
                    model.Require($"given[{name}]", new LinearSum().Plus(gained, 1).Plus(gains[g], -1).Plus(full, most[g] - room), 0, double.PositiveInfinity);
                }
                places[n].Plus(gained, 1);
            }
        }
        return (places, rooms);
    }

    // The levels a choice can be read at: for divisible projects the one that counts per step.
    private static IEnumerable<int> Levels(Problem problem, int p)
    {
        var project = problem.Scenario.Projects[p];
        if (problem.Most[p] < project.LeastChoice) return [];
        return project.Kind == ProjectKind.Divisible ? [1] : Enumerable.Range(Math.Max(1, problem.Least[p]), Math.Max(0, problem.Most[p] - Math.Max(1, problem.Least[p]) + 1));
    }
}
