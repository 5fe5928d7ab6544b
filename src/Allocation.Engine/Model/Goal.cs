namespace Allocation.Engine.Model;

/// <summary>What a neighbourhood ends up with, per resident.</summary>
public enum OutcomeKind
{
    /// <summary>Weighted share of the standards reached, in [0, 1]; what is beyond a standard does not count.</summary>
    Attainment,
    /// <summary>Points (or votes) per resident.</summary>
    Benefit,
    /// <summary>Money units per resident, by reach.</summary>
    Money,
}

/// <summary>Whose outcome counts how much in a measure.</summary>
public enum Weighting { Residents, Places }

/// <summary>
/// What is maximised: a measure over outcomes. <see cref="Measure"/> is one of the registered names; <see cref="Parameter"/> is Atkinson's ε ≥ 0, or the
/// line z &gt; 0 of the shortfall measures and of headcount, the share q in (0, 1] of worst-share, the difference Δ ≥ 0 of threshold (at least 0.001 of threshold-leximin), or the resolution r &gt; 0 of leximin, in the outcome's own unit.
/// <see cref="Shift"/> (in the outcome's unit, ≥ 0) is added to every outcome first; ε &gt; 0 needs every outcome plus shift to be above 0, because the slope of the
/// measure has no limit at 0.
/// </summary>
public sealed record Goal
{
    public OutcomeKind Outcome { get; init; } = OutcomeKind.Attainment;
    /// <summary>Money outcome only: divide by residents × deprivation instead of residents.</summary>
    public bool NeedWeighted { get; init; }
    public string Measure { get; init; } = "atkinson";
    public decimal Parameter { get; init; } = 1;
    public Weighting Weighting { get; init; } = Weighting.Residents;
    public decimal Shift { get; init; }
    /// <summary>What goals after this one may take of its best value, as a share of it in [0, 1): 0.02 is two per cent.</summary>
    public decimal MayGiveUp { get; init; }

    /// <summary>The measures a goal may name (<see cref="MeasureForm"/>).</summary>
    public static IReadOnlyList<string> MeasureNames { get; } = [.. MeasureForm.All.Select(f => f.Name)];

    /// <summary>Measures that tell apart plans of the same value, so that the value alone does not say which of two plans is fairer; and the measure that looks at the value alone.</summary>
    public static IReadOnlyList<(string Name, string Number)> Orders { get; } = [.. MeasureForm.All.Where(f => f.Order is not null).Select(f => (f.Name, f.Order!.Number))];

    /// <summary>True where the measure is one of <see cref="Orders"/>.</summary>
    public bool IsOrder => MeasureForm.Of(Measure)?.Order is not null;

    /// <summary>Indices that can get better while somebody loses and nobody gains: what to maximise instead, and the index that an inequality rule limits. They are reported, may be limits, and are never goals.</summary>
    public static IReadOnlyList<(string Name, string Instead, string Cap)> Refused { get; } =
    [
        ("gini", "gini-welfare", "gini"), ("hoover", "gini-welfare", "hoover"), ("concentration", "atkinson", "concentration"), ("range", "worst-off", "range"), ("fifths-ratio", "worst-share", "fifths-ratio"),
        ("theil", "atkinson", "gini"), ("jain", "atkinson", "gini"), ("palma", "worst-share", "fifths-ratio"), ("variance", "squared-shortfall", "range"),
    ];

    /// <summary>The parameter of a measure where none is stated.</summary>
    public static decimal UsualParameter(string measure) => MeasureForm.Of(measure)?.Parameter?.Usual ?? 1;

    /// <summary>The same outcomes and weights under another measure, its usual parameter where none is given; shifted as before where that measure shifts outcomes.</summary>
    internal Goal Under(string measure, decimal? parameter) =>
        this with { Measure = measure, Parameter = parameter ?? UsualParameter(measure), Shift = MeasureForm.Of(measure) is { Shifts: true } ? Shift : 0 };
}
