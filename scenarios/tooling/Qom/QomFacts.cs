using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>
/// The published figures this scenario stands on, each with where it was read; "derived" ones are arithmetic over published ones. Everything else in the scenario is invented.
/// Money is in million rial throughout; 1 billion rial = 1,000.
/// </summary>
internal static class QomFacts
{
    public const long Neighbourhoods = 120;
    public const string NeighbourhoodsSource = "gooyeh-qom.com/2022/11/28/5850";
    public const long Residents = 1_201_158;
    public const string CensusSource = "census 1395, amar.qom-mporg.ir pageid=423";

    /// <summary>Approved budget of 1401, and its current costs.</summary>
    public const long Approved = 42_530_000, CurrentCosts = 11_630_000;
    public const string BudgetSource = "qomshora.ir/7360, shahr20.ir/48165";

    /// <summary>In 1402 the districts' civil money was about 1,700 of about 6,000 billion toman; 1401 is taken to be alike: ⌊42,530 · 1,700 / 6,000⌋ billion rial.</summary>
    public const long Shared = Approved / 1000 * 1_700 / 6_000 * 1000;

    public const int CarryOvers = 17;
    public const string CarryOverSource = "17 half-finished projects had first priority: tabnak 1037196";

    /// <summary>Census population by district. 7 and 8 were counted together (163,515) and are parted here as the managers' later figures, 41,000 to 150,000: derived.</summary>
    public static readonly IReadOnlyList<(string Id, long Residents, bool Derived)> Districts =
    [
        ("1", 192_060, false), ("2", 189_708, false), ("3", 171_363, false), ("4", 192_755, false), ("5", 78_401, false), ("6", 213_356, false),
        ("7", SevenAndEight * 41 / 191, true), ("8", SevenAndEight - SevenAndEight * 41 / 191, true),
    ];
    private const long SevenAndEight = 163_515;

    private const string StandardsSource = "shahr20.ir/1988, irna.ir/news/83906064, qomefarda 39119, aftabir.com, ghorvehcity.ir, gissmart.com/2090";

    /// <summary>Standard per resident, what Qom has per resident in hundred-thousandths of the unit (published, or invented where <c>Source</c> says so), and how much the service counts.</summary>
    public static readonly IReadOnlyList<(string Id, Text Name, decimal Standard, long HeldE5, long Weight, string Source, bool Invented)> Services =
    [
        ("green", new("فضای سبز شهری", "Urban green space"), 7m, 429_000, 2, "standard 7 m², Qom 4.29 m² per resident: " + StandardsSource, false),
        ("parks", new("بوستان (فضای سبز تفرجگاهی)", "Parks (recreational green)"), 5m, 229_000, 3, "standard 5 m², Qom 2.29 m² per resident: " + StandardsSource, false),
        ("sport", new("فضای ورزشی", "Sport"), 1m, 50_000, 3, "standard 1.0 m², Qom 0.50 m² per resident (1399): " + StandardsSource, false),
        ("library", new("کتابخانه و سالن مطالعه", "Library and reading rooms"), 0.06m, 1_350, 2, "textbook standard 5 to 7 m² per 100 persons (6 taken), Qom 1.35: " + StandardsSource, false),
        ("health", new("زمین خدمات سلامت", "Land for health services"), 0.75m, 45_000, 3, "minimum 0.75 m² per resident: " + StandardsSource + "; what Qom has is invented (0.45)", true),
        ("street", new("کوچه و پیاده‌رو ایمن", "Safe alleys and pavements"), 6m, 390_000, 4, "invented: standard 6 m², held 3.9 m² per resident", true),
    ];

    /// <summary>What the whole city holds of a service, in whole square metres.</summary>
    public static long Held(long heldE5) => (Residents * heldE5 + 50_000) / 100_000;
}
