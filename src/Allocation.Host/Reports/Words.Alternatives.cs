namespace Allocation.Host.Reports;

// Other plans that are nearly as fair. Figures come written.
internal abstract partial class Words
{
    public abstract string AlternativesSentence(string count, string within, string money, string inAll, string inNone);
    public abstract string NoAlternative(string within);
    public abstract string NoAlternativeYet(string within);
    public abstract string FartherMayExist { get; }
    public abstract string AlternativeColumn { get; }
    public abstract string AlternativeTitle(string number);
    public abstract string LessFair { get; }
    public abstract string ApartColumn { get; }
    public abstract string FarthestColumn { get; }
    /// <summary>What the two columns say.</summary>
    public abstract string ApartMeans(string apart, string farthest);
}

internal sealed partial class EnglishWords
{
    public override string AlternativesSentence(string count, string within, string money, string inAll, string inNone) =>
        $"{(count == "1" ? $"One other plan is within {within} of the fairest; it decides" : $"{count} other plans are within {within} of the fairest, far apart from one another; they decide")} otherwise about projects worth up to {money}. Projects in every one of {(count == "1" ? "the two" : "them and in the fairest")}: {inAll}; in none: {inNone}.";
    public override string NoAlternativeYet(string within) => $"Time ran out before another plan within {within} of the fairest was found; there may be some (--time).";
    public override string NoAlternative(string within) => $"No other plan was found within {within} of the fairest: there is no choice without a loss.";
    public override string FartherMayExist => "Time ran out: there may be more plans, and plans that differ even more.";
    public override string AlternativeColumn => "Plan";
    public override string AlternativeTitle(string number) => $"Plan {number} against the fairest";
    public override string LessFair => "Less fair by";
    public override string ApartColumn => "Apart";
    public override string FarthestColumn => "Farthest possible";
    public override string ApartMeans(string apart, string farthest) =>
        $"{apart}: the cost of the projects that only one of two plans funds, against the nearest of the fairest plan and the plans above. {farthest}: proven; no plan as fair as asked for is farther from all of these.";
}

internal sealed partial class PersianWords
{
    public override string AlternativesSentence(string count, string within, string money, string inAll, string inNone) =>
        $"{count} تخصیص دیگر، دور از یکدیگر، یافت شد که عدالتشان حداکثر {within} کمتر از عادلانه‌ترین تخصیص است و درباره پروژه‌هایی به ارزش تا {money} تصمیم دیگری می‌گیرند. {inAll} پروژه در همه این‌ها و در عادلانه‌ترین تخصیص هست و {inNone} پروژه در هیچ‌یک نیست.";
    public override string NoAlternativeYet(string within) => $"زمان پیش از یافتن تخصیص دیگری با فاصله حداکثر {within} از عادلانه‌ترین تخصیص به پایان رسید؛ شاید چنین تخصیصی باشد ({PersianText.Isolated("--time")}).";
    public override string NoAlternative(string within) => $"هیچ تخصیص دیگری با فاصله حداکثر {within} از عادلانه‌ترین تخصیص یافت نشد: هر انتخاب دیگری به زیان عدالت است.";
    public override string FartherMayExist => "زمان به پایان رسید: شاید تخصیص‌های بیشتر و با تفاوت بیشتر هم باشد.";
    public override string AlternativeColumn => "تخصیص";
    public override string AlternativeTitle(string number) => $"تخصیص {number} در برابر عادلانه‌ترین تخصیص";
    public override string LessFair => "کاهش عدالت";
    public override string ApartColumn => "فاصله";
    public override string FarthestColumn => "بیشترین ممکن";
    public override string ApartMeans(string apart, string farthest) =>
        $"{apart}: هزینه پروژه‌هایی که تنها یکی از دو تخصیص تأمین می‌کند، در برابر نزدیک‌ترینِ آن‌ها از میان عادلانه‌ترین تخصیص و تخصیص‌های بالاتر. {farthest}: اثبات‌شده؛ هیچ تخصیصی با همین شرط عدالت از همه این‌ها دورتر نیست.";
}
