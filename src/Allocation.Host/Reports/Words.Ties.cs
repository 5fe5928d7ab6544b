namespace Allocation.Host.Reports;

// Plans that are equal in every goal.
internal abstract partial class Words
{
    public abstract string OrderOpen { get; }
    public abstract string TiesDecided(string projects);
}

internal sealed partial class EnglishWords
{
    public override string OrderOpen => "Other plans may be equal in fairness, total benefit and spending: whether one of them comes first in the order of the file was not settled.";
    public override string TiesDecided(string projects) => $"Equal in fairness, total benefit and spending, decided only by the order of the file: {projects}.";
}

internal sealed partial class PersianWords
{
    public override string OrderOpen => "شاید تخصیص‌های دیگری در عدالت، فایده کل و هزینه با این برابر باشند؛ روشن نشد که کدام‌یک در ترتیب فایل جلوتر است.";
    public override string TiesDecided(string projects) => $"میان این پروژه‌ها عدالت، فایده کل و هزینه یکسان بود و تنها ترتیب فایل تصمیم گرفت: {projects}.";
}
