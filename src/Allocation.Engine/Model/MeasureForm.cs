namespace Allocation.Engine.Model;

/// <summary>
/// What the format, the command line and words for people need to know of a measure: one row for each, in <see cref="All"/>. It stands with the model because files are read before any measure is made; what the measure is worth
/// stands in its own class, and a test holds these rows equal to the catalogue of those.
/// </summary>
/// <param name="Name">The name used in files and on the command line.</param>
internal sealed record MeasureForm(string Name)
{
    /// <summary>No line, shift or difference is larger, in the outcome's own unit.</summary>
    public const decimal MostOutcome = 1_000_000_000;
    // Outcomes are whole billionths, each rounded several times on the way: nothing much finer than this can be told apart.
    private const decimal LeastResolution = 0.000001m;
    // What threshold-leximin compares outcomes in: a smaller difference would leave it nothing to compare.
    private const decimal LeastDifference = 0.001m;

    // Only the city can draw a line: there is no usual one.
    private static readonly ParameterForm s_line = new("z", null, null, MostOutcome);

    /// <summary>Every measure that a goal may name. A new measure adds one row here, and its class to the catalogue.</summary>
    public static IReadOnlyList<MeasureForm> All { get; } =
    [
        new("mean"),
        new("worst-off"),
        new("atkinson") { Parameter = new("ε", 1, 0, ParameterForm.MostPlain), Shifts = true },
        new("shortfall") { Parameter = s_line },
        new("squared-shortfall") { Parameter = s_line },
        new("headcount") { Parameter = s_line, IsShare = true },
        new("worst-share") { Parameter = new("q", 0.2m, null, 1) },
        new("gini-welfare"),
        new("leximin") { Parameter = new("r", 0.001m, LeastResolution, MostOutcome), Order = new("worst-off", Within: false) },
        new("threshold") { Parameter = new("Δ", 0.1m, 0, MostOutcome) },
        new("threshold-leximin") { Parameter = new("Δ", 0.1m, LeastDifference, MostOutcome), Order = new("threshold", Within: true) },
        new("relative") { IsShare = true },
    ];

    private static readonly Dictionary<string, MeasureForm> s_byName = All.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The row of a name; null where no measure has it.</summary>
    public static MeasureForm? Of(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>Its parameter; null where there is nothing to be set.</summary>
    public ParameterForm? Parameter { get; init; }

    /// <summary>True where its values are shares of all, whatever outcomes are counted in.</summary>
    public bool IsShare { get; init; }

    /// <summary>True where outcomes are shifted first, because with a parameter above 0 its slope has no limit at an outcome of 0.</summary>
    public bool Shifts { get; init; }

    /// <summary>How it tells apart plans of the same value; null where the value says all there is to say.</summary>
    public OrderForm? Order { get; init; }
}

/// <summary>What may stand as the parameter of a measure.</summary>
/// <param name="Symbol">By what formulas know it.</param>
/// <param name="Usual">Where none is stated; null where one must be stated on the command line.</param>
/// <param name="Least">The least; null: all above 0.</param>
/// <param name="Most">The most.</param>
internal sealed record ParameterForm(string Symbol, decimal? Usual, decimal? Least, decimal Most)
{
    /// <summary>The most where the parameter is in no unit, and where it says nothing.</summary>
    public const decimal MostPlain = 100;
}

/// <summary>A measure that is an order of plans, so that its value alone does not say which of two is fairer.</summary>
/// <param name="Number">The measure that looks at the value alone.</param>
/// <param name="Within">True where the parameter says how far above the worst-off the order looks; false where it looks at all, in whole steps of the parameter.</param>
internal sealed record OrderForm(string Number, bool Within);
