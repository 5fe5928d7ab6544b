namespace Allocation.Host.Reports;

// What is shown where no plan exists, and must never be taken for a plan.
internal abstract partial class Words
{
    public abstract string NotValid { get; }
    /// <summary>A heading of what is not valid.</summary>
    public string Marked(string heading) => $"{NotValid} · {heading}";
    public abstract string ConflictTitle { get; }
    public abstract string RepairTitle { get; }
    public abstract string BrokenTitle { get; }
    public abstract string BestEffortTitle { get; }
    public abstract string FundedProjectsTitle { get; }
    /// <summary>Where an impossible scenario is to be shown beside others, or with an annex.</summary>
    public abstract string ShownAlone(string file);
}

internal sealed partial class EnglishWords
{
    public override string NotValid => "NOT VALID";
    public override string ConflictTitle => "Why no plan exists";
    public override string RepairTitle => "What would make a plan possible";
    public override string BrokenTitle => "What this plan breaks";
    public override string BestEffortTitle => "The best that can be had";
    public override string FundedProjectsTitle => "Projects it would fund";
    public override string ShownAlone(string file) => $"{file} holds no valid plan: it is shown alone (--out), neither beside others nor with a justice annex.";
}

internal sealed partial class PersianWords
{
    public override string NotValid => "نامعتبر";
    public override string ConflictTitle => "چرا هیچ تخصیصی ممکن نیست";
    public override string RepairTitle => "چه چیزی تخصیص را شدنی می‌کند";
    public override string BrokenTitle => "این تخصیص چه چیزهایی را زیر پا می‌گذارد";
    public override string BestEffortTitle => "بهترین چیزی که به دست می‌آید";
    public override string FundedProjectsTitle => "پروژه‌هایی که تأمین می‌شد";
    public override string ShownAlone(string file) => $"{PersianText.Isolated(file)} تخصیص معتبری ندارد: تنها به‌تنهایی نشان داده می‌شود ({PersianText.Isolated("--out")})، نه در کنار گزینه‌های دیگر و نه با پیوست عدالت.";
}
