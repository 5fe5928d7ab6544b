namespace Allocation.Host.Reports;

// Plans that are as good in every goal. Their differences are said of all projects together, because any one such plan need not differ in all of them.
internal abstract partial class Words
{
    public abstract string OrderOpen { get; }

    /// <param name="change">Here and below: whether the change from last year is one of the goals.</param>
    public abstract string TiesNone(bool change);
    public abstract string TiesDecided(string projects, bool change);
    /// <summary>What was not settled, where <paramref name="some"/> such plans are known and where none is.</summary>
    public abstract string TiesOpen(bool some, bool change);
}

internal sealed partial class EnglishWords
{
    public override string OrderOpen => "Other plans may be equal in fairness, total benefit and spending: whether one of them comes first in the order of the file was not settled.";
    public override string TiesNone(bool change) => $"No other plan is as good in {Goals(change)} at once.";
    public override string TiesDecided(string projects, bool change) => $"Other plans are just as good in {Goals(change)}. Only the order of the file decided about: {projects}.";
    public override string TiesOpen(bool some, bool change) => some ? "Whether such plans differ in yet other projects was not settled in the time there was."
        : $"Whether another plan is just as good in {Goals(change)} was not settled in the time there was.";

    private static string Goals(bool change) => change ? "fairness, total benefit, spending and change from last year" : "fairness, total benefit and spending";
}

internal sealed partial class PersianWords
{
    public override string OrderOpen => "شاید تخصیص‌های دیگری در عدالت، فایده کل و هزینه با این برابر باشند؛ روشن نشد که کدام‌یک در ترتیب پرونده جلوتر است.";
    public override string TiesNone(bool change) => $"هیچ تخصیص دیگری هم‌زمان در {Goals(change)} به این خوبی نیست.";
    public override string TiesDecided(string projects, bool change) => $"تخصیص‌های دیگری هم در {Goals(change)} به همین خوبی‌اند. درباره این پروژه‌ها تنها ترتیب پرونده تصمیم گرفت: {projects}.";
    public override string TiesOpen(bool some, bool change) => some ? "در زمانی که بود روشن نشد که آیا چنین تخصیص‌هایی در پروژه‌های دیگری هم تفاوت دارند یا نه."
        : $"در زمانی که بود روشن نشد که آیا تخصیص دیگری در {Goals(change)} به همین خوبی هست یا نه.";

    private static string Goals(bool change) => change ? "عدالت، فایده کل، هزینه و تغییر نسبت به سال گذشته" : "عدالت، فایده کل و هزینه";
}
