using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

// Several files as one city, and what a scenario cannot hold.
internal static partial class PbFaults
{
    public static readonly FaultKind FilesDiffer = Error("BA3040",
        "«{field}» در این پرونده «{value}» و در «{other}» «{expected}» است.", "\"{field}\" is \"{value}\" here and \"{expected}\" in \"{other}\".",
        "تنها پرونده‌های یک شهر، یک رأی‌گیری و یک پول با هم وارد می‌شوند.", "Import together only files of one city, one election and one currency.");

    public static readonly FaultKind TypesDiffer = Error("BA3041",
        "نوع رأی در این پرونده «{value}» و در «{other}» «{expected}» است؛ امتیازهای آن‌ها با هم سنجیدنی نیست.", "The vote type is \"{value}\" here and \"{expected}\" in \"{other}\": their points cannot be compared.",
        "با ‎--benefit supporters در همه پرونده‌ها شمار پشتیبانان هر پروژه را بشمارید.", "Give --benefit supporters to count the supporters of each project in every file.");

    public static readonly FaultKind SharedProjects = Error("BA3042",
        "پروژه «{value}» با همین هزینه و نام در «{other}» هم هست (پروژه‌های مشترک: {count}).", "The project \"{value}\" stands in \"{other}\" too, with the same cost and name (shared projects: {count}).",
        "یا پرونده همه شهر را وارد کنید یا پرونده‌های منطقه‌ها را، نه هر دو.", "Import the file of the whole city or those of its districts, not both.");

    public static readonly FaultKind NegativeBenefit = Error("BA3043",
        "جمع امتیاز پروژه «{id}» در «{place}» {value} است؛ فایده منفی در سناریو جا ندارد.", "The points of project \"{id}\" in \"{place}\" add up to {value}: a scenario has no negative benefit.",
        "با ‎--benefit supporters شمار رأی‌دهندگانی را بشمارید که امتیاز مثبت داده‌اند.", "Give --benefit supporters to count the voters who gave it points above 0.");

    public static readonly FaultKind TooLarge = Error("BA3044",
        "«{value}» در «{field}» بزرگ‌تر یا ریزتر از آن است که به واحدهای درست برگردد.", "\"{value}\" in \"{field}\" is too large or too fine for whole units.",
        "حداکثر شش رقم اعشار، و در کوچک‌ترین واحد کمتر از ۹٫۰۰۷٫۱۹۹٫۲۵۴٫۷۴۰٫۹۹۲.", "At most six decimals and, in the smallest unit, less than 9,007,199,254,740,992.");

    public static readonly FaultKind NoVoters = Error("BA3045",
        "هیچ رأی‌دهنده‌ای در «{value}» نیست و سرانه بی معنا است.", "Nobody voted in \"{value}\", so nothing can be counted per resident.",
        "این پرونده را کنار بگذارید.", "Leave this file out.");

    public static readonly FaultKind FileTwice = Error("BA3046",
        "پرونده «{value}» دو بار داده شده است.", "The file \"{value}\" is given twice.",
        "یک بار کافی است.", "Once is enough.");

    public static readonly FaultKind NoProjects = Error("BA3047",
        "هیچ پروژه‌ای برای تأمین مالی نمانده است.", "No project is left to fund.",
        "پرونده‌ای با دست‌کم یک پروژه بدهید.", "Give a file with at least one project.");
}
