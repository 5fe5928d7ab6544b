using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>Rules that speak of single projects: locks, what waits for what, and either/ors.</summary>
internal static class QomLinks
{
    public static IEnumerable<Rule> Locks(IReadOnlyList<Project> projects)
    {
        yield return new LockRule
        {
            Id = "lock-access", Name = new("دسترسی به ایستگاه‌ها", "Access to stations"), Project = "c-access", Least = 1, Owner = new("کمیسیون عمران و حمل‌ونقل", "Civil works and transport commission"),
            Reason = new("قرارداد آن بسته شده است.", "Its contract is signed."),
        };
        yield return new LockRule
        {
            Id = "lock-belt", Name = new("کمربند سبز", "Green belt"), Project = "c-belt", Least = 20, Owner = new("کمیسیون خدمات شهری و امور زائران", "Urban services and pilgrims commission"),
            Reason = new("یک‌پنجم کمربند باید پیش از تابستان کاشته شود.", "A fifth of the belt must be planted before summer."),
        };
        yield return new LockRule
        {
            Id = "lock-nursery", Name = new("نهالستان", "Nursery"), Project = "c-nursery", Most = 0, Owner = new("کمیسیون برنامه و بودجه", "Programme and budget commission"),
            Reason = new("مالکیت زمین هنوز روشن نیست.", "Who owns the land is not settled."),
        };
        var park = projects.First(p => p.Id.EndsWith("-d-park", StringComparison.Ordinal) && !p.CarryOver);
        yield return new LockRule
        {
            Id = "lock-" + park.Id, Name = new("مرحله نخست " + park.Name.Fa, "First phase: " + park.Name.En), Project = park.Id, Least = 1, Owner = new("شورای اسلامی شهر", "City council"),
            Reason = new("وعده شورا به مردم منطقه است.", "The council promised it to the district."),
        };
    }

    // A building or a park waits for the passage that leads to it.
    public static IEnumerable<Rule> Prerequisites(IReadOnlyList<Project> projects, Dice dice)
    {
        var pairs = Pairs(projects, ["hall", "park", "health"], ["alleys", "drains"]);
        foreach (var (after, first) in dice.Some(14, pairs))
            yield return new PrerequisiteRule
            {
                Id = "after-" + first.Id + "-" + after.Id[(after.Id.LastIndexOf('-') + 1)..], Name = new($"{after.Name.Fa} پس از معبر", $"{after.Name.En}: after the passage"), Project = after.Id, Requires = [first.Id],
                Reason = new("بدون معبر، ماشین‌آلات به کارگاه نمی‌رسد.", "Without the passage no machine reaches the site."),
            };
    }

    public static IEnumerable<Rule> EitherOrs(IReadOnlyList<Project> projects, Dice dice)
    {
        (Project, Project)[] pairs = [.. Pairs(projects, ["study"], ["library"]), .. Pairs(projects, ["pocket", "play"], ["park"]), .. Pairs(projects, ["pitch"], ["hall"])];
        foreach (var (one, other) in dice.Some(12, pairs))
            yield return new CountRule
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"either-{one.Id}-or-{other.Id[(other.Id.LastIndexOf('-') + 1)..]}"), Name = new($"{one.Name.Fa} یا {other.Name.Fa}، نه هر دو", $"{one.Name.En} or {other.Name.En}, not both"),
                Scope = new() { Projects = [one.Id, other.Id] }, AtMost = 1,
                Reason = new("هر دو برای یک زمین پیشنهاد شده‌اند.", "Both are proposed for the same ground."),
            };
    }

    private static (Project, Project)[] Pairs(IReadOnlyList<Project> projects, string[] kinds, string[] others)
    {
        var byId = projects.Where(p => !p.CarryOver && p.Reach[0].Kind == ReachKind.Neighbourhood).ToDictionary(p => p.Id, StringComparer.Ordinal);
        return
        [
            .. from one in byId.Values
               from kind in kinds
               where one.Id == QomProjects.Id(one.Reach[0].Place, kind)
               from other in others
               where byId.ContainsKey(QomProjects.Id(one.Reach[0].Place, other))
               select (one, byId[QomProjects.Id(one.Reach[0].Place, other)]),
        ];
    }
}
