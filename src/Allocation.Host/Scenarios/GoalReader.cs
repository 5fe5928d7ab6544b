using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Reads what is maximised: an outcome, and one measure or a table of goals.</summary>
internal sealed class GoalReader(Reading reading)
{
    /// <summary>The goals in order, at least one; <paramref name="otherwise"/> where neither a measure nor goals are stated.</summary>
    /// <param name="head">Holds outcome and measure.</param>
    /// <param name="rows">The table of goals.</param>
    /// <param name="otherwise">At least one goal.</param>
    public Goal[] Read(Entry head, IReadOnlyList<Entry> rows, IReadOnlyList<Goal> otherwise)
    {
        var measure = head.Inner("measure");
        if (measure is not null && rows.Count > 0)
        {
            var at = new Subject("goals", -1, "", "twice");
            reading.Put(at, rows[0].Spot);
            reading.Add(Faults.MeasureAndGoals, at, "");
        }
        // A list of one is a measure, and is spoken of as one.
        if (rows.Count == 1) foreach (var key in FormatTables.Goals.Columns) reading.Put(head.Field($"measure.{key.Name}"), rows[0].SpotOf(key.Name));
        Goal[] stated = measure is not null ? [Measure(measure)] : rows.Count > 0 ? [.. rows.Select(r => Measure(r) with { MayGiveUp = r.Share("give_up") ?? 0 })] : [.. otherwise];
        if (head.Inner("outcome") is not { } outcome) return [.. stated.Select(g => g with { Outcome = otherwise[0].Outcome, NeedWeighted = otherwise[0].NeedWeighted })];
        var kind = outcome.Word("kind") switch { "benefit" => OutcomeKind.Benefit, "money" => OutcomeKind.Money, _ => OutcomeKind.Attainment };
        return [.. stated.Select(g => g with { Outcome = kind, NeedWeighted = outcome.YesNo("needWeighted") ?? false })];
    }

    // The name is any word here: the check of goals knows more about wrong ones than that they are unknown.
    private static Goal Measure(Entry stated)
    {
        var usual = new Goal();
        var name = stated.Has("name") ? stated.Id("name") : usual.Measure;
        return usual with
        {
            Measure = name, Parameter = stated.Amount("parameter") ?? Goal.UsualParameter(name), Weighting = stated.Word("weights") == "places" ? Weighting.Places : Weighting.Residents,
            Shift = stated.Amount("shift") ?? usual.Shift,
        };
    }
}
