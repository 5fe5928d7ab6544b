namespace Allocation.Host.Reports;

// Why a project stands as it does, from the plan alone. Differences are null where nothing would change.
internal abstract partial class Words
{
    public abstract string OpenForWhy { get; }
    public abstract string HeldByLock(bool funded, string rule);
    public abstract string HeldByOthers(bool funded, string rule, string others, int count);
    public abstract string HeldByCount(bool funded, string rule, string others);
    public abstract string HeldByRoom(bool funded, string rule, string room, string needs, string unit);
    public abstract string HeldByRule(bool funded, string rule);
    /// <param name="funds">Their names.</param>
    /// <param name="count">How many.</param>
    /// <param name="left">What they have left for it.</param>
    /// <param name="cost">What it costs at its least.</param>
    /// <param name="unit">Money unit.</param>
    /// <param name="all">Whether its least is all of it.</param>
    public abstract string LacksMoney(string funds, int count, string left, string cost, string unit, bool all);
    public abstract string WithoutIt(string? falls);
    public abstract string AddsAlone(string? by);
    public abstract string InsteadOf(string leaves, string? by, bool rises, bool nearest);
    public abstract string RoomForIt { get; }
    public abstract string NoExchange { get; }
}

internal sealed partial class EnglishWords
{
    public override string OpenForWhy => "Open a project's name to read why it is in or out: it alone is turned the other way round, and all else stays as the plan has it.";
    public override string HeldByLock(bool funded, string rule) => funded ? $"{rule} holds it in." : $"{rule} keeps it out.";
    public override string HeldByOthers(bool funded, string rule, string others, int count) => funded ? $"{others} could not stay without it ({rule})." : $"It may come only with {others}, which {(count == 1 ? "is" : "are")} not funded ({rule}).";
    public override string HeldByCount(bool funded, string rule, string others) => funded ? $"Without it too few would be funded for {rule}."
        : others.Length == 0 ? $"{rule} allows none." : $"{rule} leaves no place for it beside {others}.";
    public override string HeldByRoom(bool funded, string rule, string room, string needs, string unit) => funded
        ? $"Without it {rule} would not be kept: the plan has {(room == "0" ? "nothing" : $"only {room} {unit}")} above the least, and this project counts {needs} {unit} there."
        : $"{rule} has {(room == "0" ? "no room" : $"room for {room} {unit}")} left, and it would take {needs} {unit}.";
    public override string HeldByRule(bool funded, string rule) => funded ? $"Without it {rule} would not be kept." : $"With it {rule} would not be kept.";
    public override string LacksMoney(string funds, int count, string left, string cost, string unit, bool all) => count == 0 ? "No fund may pay for it."
        : $"{(count == 1 ? $"{funds}, the only fund that may pay for it, has" : $"The funds that may pay for it ({funds}) have")} {(left == "0" ? "nothing" : $"{left} {unit}")} left for it; {(all ? "it costs" : "the smallest part of it that could be funded costs")} {cost} {unit}.";
    public override string WithoutIt(string? falls) => falls is null ? "Without it alone, fairness would be the same." : $"Without it alone, fairness falls by {falls}.";
    public override string AddsAlone(string? by) => by is null ? "Added alone it would not raise fairness: what it serves is met already, or does not count in this measure." : $"Added alone it would raise fairness by {by}.";
    public override string InsteadOf(string leaves, string? by, bool rises, bool nearest) => by is null ? $"In place of {leaves} it would be just as fair." : $"{(nearest ? "The nearest exchange" : "One exchange")}, in place of {leaves}, {(rises ? "raises" : "lowers")} fairness by {by}.";
    public override string RoomForIt => "Money and rules would leave room for it.";
    public override string NoExchange => "With all others paid as they are, leaving out no other single project makes room for it.";
}

internal sealed partial class PersianWords
{
    public override string OpenForWhy => "نام پروژه را باز کنید تا بخوانید چرا در تخصیص هست یا نیست: حساب می‌شود که اگر تنها همان پروژه وارونه شود و باقی همان بماند چه می‌شود.";
    public override string HeldByLock(bool funded, string rule) => funded ? $"الزام {rule} آن را در تخصیص نگه می‌دارد." : $"الزام {rule} آن را کنار گذاشته است.";
    public override string HeldByOthers(bool funded, string rule, string others, int count) => funded ? $"بدون آن {others} هم باید کنار برود ({rule})." : $"تنها همراه {others} می‌آید که تأمین نشده {(count == 1 ? "است" : "اند")} ({rule}).";
    public override string HeldByCount(bool funded, string rule, string others) => funded ? $"بدون آن شمار پروژه‌ها برای قاعده {rule} کم می‌آید."
        : others.Length == 0 ? $"قاعده {rule} هیچ پروژه‌ای را نمی‌پذیرد." : $"قاعده {rule} در کنار {others} جایی برای آن نمی‌گذارد.";
    public override string HeldByRoom(bool funded, string rule, string room, string needs, string unit) => funded
        ? $"بدون آن قاعده {rule} رعایت نمی‌شود: تخصیص {(room == "۰" ? "درست به اندازه حداقل است" : $"تنها {room} {unit} از حداقل بالاتر است")} و این پروژه {needs} {unit} در آن به شمار می‌آید."
        : $"در قاعده {rule} {(room == "۰" ? "جایی نمانده است" : $"تنها برای {room} {unit} جا مانده است")} و این پروژه {needs} {unit} از آن می‌گیرد.";
    public override string HeldByRule(bool funded, string rule) => funded ? $"بدون آن قاعده {rule} رعایت نمی‌شود." : $"با آن قاعده {rule} رعایت نمی‌شود.";
    public override string LacksMoney(string funds, int count, string left, string cost, string unit, bool all) => count == 0 ? "هیچ منبعی نمی‌تواند هزینه آن را بپردازد."
        : $"{(count == 1 ? $"تنها منبعی که می‌تواند هزینه آن را بپردازد {funds} است که" : $"منبع‌هایی که می‌توانند هزینه آن را بپردازند ({funds}) روی هم")} {(left == "۰" ? "چیزی برای آن ندار" : $"{left} {unit} برای آن دار")}{(count == 1 ? "د" : "ند")}؛ {(all ? "هزینه آن" : "هزینه کوچک‌ترین بخش شدنی آن")} {cost} {unit} است.";
    public override string WithoutIt(string? falls) => falls is null ? "اگر تنها همین پروژه نباشد، عدالت تغییری نمی‌کند." : $"اگر تنها همین پروژه نباشد، عدالت {falls} کم می‌شود.";
    public override string AddsAlone(string? by) => by is null ? "اگر تنها همین پروژه افزوده شود، عدالت بالا نمی‌رود: آنچه می‌دهد پیش‌تر برآورده شده است یا در این سنجه به شمار نمی‌آید." : $"اگر تنها همین پروژه افزوده شود، عدالت {by} بالا می‌رود.";
    public override string InsteadOf(string leaves, string? by, bool rises, bool nearest) => by is null ? $"اگر به جای {leaves} بیاید، تخصیص به همین اندازه عادلانه است." : $"{(nearest ? "نزدیک‌ترین جابه‌جایی" : "یک جابه‌جایی")}: اگر به جای {leaves} بیاید، عدالت {by} {(rises ? "بالا می‌رود" : "کم می‌شود")}.";
    public override string RoomForIt => "پول و قاعده‌ها برای آن جا دارد.";
    public override string NoExchange => "اگر هزینه باقی پروژه‌ها همان‌گونه پرداخت شود که اکنون می‌شود، با کنار رفتن هیچ پروژه دیگری به‌تنهایی جا برای آن باز نمی‌شود.";
}
