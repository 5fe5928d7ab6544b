using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>
/// A kind of project. <paramref name="Size"/> is square metres per 1,000 residents, <paramref name="Price"/> thousand rial per square metre (both from–to, invented at the order of prices of 1401).
/// <paramref name="Outputs"/> says how many hundredths of the area count as which service.
/// </summary>
internal sealed record QomKind(string Id, Text Name, string Sector, ProjectKind Kind, (long From, long To) Size, (long From, long To) Price, (string Service, int Percent)[] Outputs)
{
    /// <summary>Phased kinds: the name of the first phase.</summary>
    public Text FirstPhase { get; init; } = new("", "");
}

/// <summary>What commissions propose: for a neighbourhood, for a district, for the whole city.</summary>
internal static class QomKinds
{
    public static readonly IReadOnlyList<QomKind> Neighbourhood =
    [
        new("park", new("بوستان محله‌ای {0}", "Neighbourhood park, {0}"), "services", ProjectKind.Whole, (950, 2_560), (3_000, 4_500), [("parks", 100), ("green", 100)]),
        new("pocket", new("بوستان جیبی {0}", "Pocket park, {0}"), "services", ProjectKind.Whole, (340, 810), (3_600, 5_000), [("parks", 100), ("green", 100)]),
        new("trees", new("درخت‌کاری و نوار سبز {0}", "Trees and green strips, {0}"), "services", ProjectKind.Divisible, (1_350, 3_380), (1_300, 2_000), [("green", 100)]),
        new("health", new("پایگاه سلامت {0}", "Health post, {0}"), "services", ProjectKind.Whole, (180, 400), (15_000, 24_000), [("health", 100)]),
        new("pitch", new("زمین ورزشی روباز {0}", "Open sports ground, {0}"), "culture", ProjectKind.Whole, (220, 490), (8_000, 13_000), [("sport", 100)]),
        new("hall", new("سالن ورزشی {0}", "Sports hall, {0}"), "culture", ProjectKind.Phased, (270, 540), (14_000, 21_000), [("sport", 100)])
            { FirstPhase = new("زمین، رختکن و محوطه", "Ground, changing rooms and yard") },
        new("play", new("زمین بازی کودکان {0}", "Children's playground, {0}"), "culture", ProjectKind.Whole, (240, 570), (5_500, 8_000), [("parks", 100), ("sport", 30)]),
        new("study", new("سالن مطالعه مسجد {0}", "Reading room at the mosque, {0}"), "culture", ProjectKind.Whole, (14, 30), (60_000, 90_000), [("library", 100)]),
        new("library", new("کتابخانه {0}", "Library, {0}"), "culture", ProjectKind.Phased, (27, 60), (90_000, 130_000), [("library", 100)])
            { FirstPhase = new("سالن مطالعه", "Reading room") },
        new("alleys", new("بهسازی کوچه‌ها و پیاده‌روهای {0}", "Alleys and pavements, {0}"), "civil", ProjectKind.Divisible, (1_620, 3_920), (2_200, 3_300), [("street", 100)]),
        new("drains", new("جوی و جدول و کف‌سازی {0}", "Drains, kerbs and paving, {0}"), "civil", ProjectKind.Whole, (810, 1_760), (2_400, 3_600), [("street", 100)]),
    ];

    public static readonly IReadOnlyList<QomKind> District =
    [
        new("d-park", new("بوستان منطقه‌ای {0}", "District park, {0}"), "services", ProjectKind.Phased, (540, 1_080), (3_300, 4_300), [("parks", 100), ("green", 100)])
            { FirstPhase = new("نیمه نخست بوستان", "First half of the park") },
        new("d-health", new("خانه سلامت {0}", "Health centre, {0}"), "services", ProjectKind.Whole, (80, 160), (15_000, 21_000), [("health", 100)]),
        new("d-sport", new("مجموعه ورزشی {0}", "Sports complex, {0}"), "culture", ProjectKind.Phased, (110, 240), (12_000, 18_000), [("sport", 100)])
            { FirstPhase = new("زمین‌های روباز", "Open grounds") },
        new("d-library", new("کتابخانه و فرهنگسرای {0}", "Library and culture house, {0}"), "culture", ProjectKind.Whole, (9, 20), (90_000, 125_000), [("library", 100)]),
        new("d-walk", new("پیاده‌راه و معابر اصلی {0}", "Footways and main passages, {0}"), "civil", ProjectKind.Divisible, (680, 1_350), (2_300, 3_100), [("street", 100)]),
    ];

    public static readonly IReadOnlyList<QomKind> City =
    [
        new("c-belt", new("کمربند سبز شهر", "Green belt around the city"), "services", ProjectKind.Divisible, (500, 600), (1_400, 1_700), [("green", 100)]),
        new("c-mountain", new("بوستان کوهستانی بزرگ", "Great mountain park"), "services", ProjectKind.Phased, (220, 260), (3_600, 4_100), [("parks", 100), ("green", 100)])
            { FirstPhase = new("دامنه شرقی", "Eastern slope") },
        new("c-nursery", new("نهالستان مرکزی و آبیاری با پساب", "Central nursery and irrigation with treated water"), "hq", ProjectKind.Whole, (160, 180), (1_900, 2_200), [("green", 100)]),
        new("c-stadium", new("ورزشگاه شهر", "City stadium"), "culture", ProjectKind.Phased, (40, 50), (13_000, 16_000), [("sport", 100)])
            { FirstPhase = new("زمین تمرین", "Training grounds") },
        new("c-library", new("کتابخانه مرکزی شهر", "Central library"), "culture", ProjectKind.Whole, (3, 4), (105_000, 125_000), [("library", 100)]),
        new("c-mobile", new("کتابخانه‌های سیار", "Mobile libraries"), "hq", ProjectKind.Divisible, (2, 3), (60_000, 80_000), [("library", 100)]),
        new("c-clinic", new("مرکز سلامت شهر", "City health centre"), "services", ProjectKind.Whole, (25, 35), (16_000, 20_000), [("health", 100)]),
        new("c-lights", new("روشنایی و ایمنی معابر", "Lighting and safety of passages"), "hq", ProjectKind.Divisible, (180, 220), (2_300, 2_700), [("street", 100)]),
        new("c-access", new("دسترسی پیاده به ایستگاه‌های قطار شهری", "Walking access to metro stations"), "civil", ProjectKind.Whole, (200, 240), (2_500, 2_900), [("street", 100)]),
        new("c-women", new("مجموعه ورزشی بانوان", "Women's sports complex"), "culture", ProjectKind.Whole, (25, 30), (13_000, 15_000), [("sport", 100)]),
    ];
}
