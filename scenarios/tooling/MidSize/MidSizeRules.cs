using Allocation.Engine.Model;

namespace Allocation.Scenarios.MidSize;

/// <summary>Invented rules, most of them of sorts that Qom's scenario has not.</summary>
internal static class MidSizeRules
{
    public static IReadOnlyList<Rule> Made(IReadOnlyList<Project> projects)
    {
        var way = projects.First(p => p.Kind == ProjectKind.Phased);
        var trees = projects.First(p => p.Kind == ProjectKind.Divisible);
        var rooms = projects.Where(p => p.Id.EndsWith("-room", StringComparison.Ordinal)).Take(3).ToArray();
        var books = projects.First(p => p.Id.EndsWith("-books", StringComparison.Ordinal));
        var owner = new Text("کارگروه بودجه مشارکتی", "Working group of the participatory budget");
        return
        [
            new ShareRule
            {
                Id = "works-share", Name = new("سهم عمران", "Share of works"), Part = new() { Sectors = ["works"] }, Whole = Scope.Everything, AtMost = 0.4m,
                Reason = new("بودجه مشارکتی برای چیزی جز کار هرروزه شهرداری است.", "This budget is for more than the municipality's daily work."),
            },
            new ShareRule
            {
                Id = "hands-share", Name = new("سهم کار همسایگان", "Share of neighbours' work"), Part = new() { FundKind = FundKind.InKind }, Whole = new() { Sectors = ["green", "social"] }, AtLeast = 0.05m, AtMost = 0.25m,
                Reason = new("همراهی مردم لازم است و نباید جای پول را بگیرد.", "Neighbours take part, and do not replace money."),
            },
            new PerHeadRule
            {
                Id = "per-head", Name = new("کف سرانه منطقه‌ها", "Floor per head in every district"), Scope = Scope.Everything, Per = PlaceLevel.District, PerResident = 0.25m,
                Reason = new("هر منطقه دست‌کم ۲۵۰ هزار تومان برای هر نفر.", "Every district gets at least 250 thousand toman per person."),
            },
            new MoneyRule
            {
                Id = "east-ceiling", Name = new("سقف شرق", "Ceiling for the east"), Scope = new() { Districts = ["east"] }, Ceiling = 14_000,
                Reason = new("سال گذشته نیمی از بودجه به شرق رفت.", "Half of last year's budget went east."),
            },
            new CountRule
            {
                Id = "rooms", Name = new("دست‌کم سه اتاق همسایگی", "At least three neighbours' rooms"), Scope = new() { Projects = [.. projects.Where(p => p.Id.EndsWith("-room", StringComparison.Ordinal)).Select(p => p.Id)] }, AtLeast = 3,
                Reason = new("خواست انجمن‌های محله است.", "The neighbourhood councils asked for them."),
            },
            new CountRule
            {
                Id = "begun", Name = new("نیمه‌تمام‌ها", "Half-finished projects"), Scope = new() { CarryOverOnly = true }, AtLeast = 3,
                Reason = new("کار آغازشده باید پیش برود.", "What was begun should go on."),
            },
            new LockRule
            {
                Id = "way-at-most", Name = new("راه دوچرخه بدون مرحله سوم", "Cycle way without its third phase"), Project = way.Id, Most = 2, Owner = owner,
                Reason = new("اجازه سایه‌بان هنوز نرسیده است.", "The shade has no permit yet."),
            },
            new LockRule
            {
                Id = "trees-half", Name = new("درخت‌کاری تا نیمه", "Trees up to a half"), Project = trees.Id, Least = trees.Steps * 3 / 10, Most = trees.Steps / 2, Owner = owner,
                Reason = new("آب برای بیش از نیمی از درختان نیست.", "There is water for half of the trees at most."),
            },
            new CountRule
            {
                Id = "one-room", Name = new("یکی از سه اتاق", "One of three rooms"), Scope = new() { Projects = [.. rooms.Select(r => r.Id)] }, AtMost = 1,
                Reason = new("هر سه را یک گروه می‌گرداند.", "One group would run all three."),
            },
            new PrerequisiteRule
            {
                Id = "books-need-room", Name = new("قفسه در اتاق", "Shelves stand in a room"), Project = books.Id, Requires = [rooms[0].Id],
                Reason = new("قفسه‌ها جای سرپوشیده می‌خواهند.", "The shelves need a roof."),
            },
        ];
    }
}
