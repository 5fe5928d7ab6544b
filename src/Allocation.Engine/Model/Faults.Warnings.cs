namespace Allocation.Engine.Model;

// BA19xx: what is allowed but deserves a look.
public static partial class Faults
{
    public static readonly FaultKind NoFund = Warning("BA1901",
        "هیچ منبعی نمی‌تواند هزینه پروژه «{id}» را بدهد.", "No fund may pay for project \"{id}\".",
        "شرط‌های منبع‌ها را بررسی کنید؛ این پروژه هرگز برگزیده نمی‌شود.", "Check what the funds may pay for; this project can never be chosen.");

    public static readonly FaultKind DearerThanFunds = Warning("BA1902",
        "کمترین هزینه پروژه «{id}» ({value}) از همه آنچه منبع‌های مجاز به آن می‌رسانند ({most}) بیشتر است.", "The least that project \"{id}\" costs, {value}, is more than all its funds may pay, {most}.",
        "هزینه، مقدار منبع‌ها یا شرط آن‌ها را بررسی کنید؛ این پروژه هرگز برگزیده نمی‌شود.", "Check the cost, the funds' amounts and what they may pay for; this project can never be chosen.");

    public static readonly FaultKind NeedUnmet = Warning("BA1903",
        "محله «{id}» به «{value}» نیاز دارد، ولی هیچ پروژه‌ای آن را به این محله نمی‌رساند.", "Neighbourhood \"{id}\" needs \"{value}\", but no project brings it there.",
        "شاید پروژه‌ای پیشنهاد نشده است.", "Perhaps a project was never proposed.");

    public static readonly FaultKind ServiceUncounted = Warning("BA1904",
        "وزن خدمت «{id}» در همه محله‌ها صفر است و به شمار نمی‌آید.", "Service \"{id}\" has weight 0 in every neighbourhood, so it does not count.",
        "وزن آن را بالای صفر بنویسید یا خدمت را بردارید.", "Give it a weight above 0, or remove the service.");

    public static readonly FaultKind PlaceUncounted = Warning("BA1905",
        "همه خدمت‌ها در محله «{id}» وزن صفر دارند و برخورداری آن همیشه صفر می‌ماند.", "Every service has weight 0 in neighbourhood \"{id}\", so its outcome is always 0.",
        "نیازهای محله را بررسی کنید.", "Check the neighbourhood's needs.");

    public static readonly FaultKind AddsNothing = Warning("BA1906",
        "پروژه «{id}» به برخورداری هیچ محله‌ای نمی‌افزاید.", "Project \"{id}\" adds nothing to any neighbourhood's outcome.",
        "خروجی، امتیاز و دامنه آن را بررسی کنید.", "Check its outputs, its benefit and its reach.");

    public static readonly FaultKind FloorAboveMoney = Warning("BA1907",
        "کف قاعده «{id}» ({value}) از همه پول سناریو ({most}) بیشتر است و هیچ تخصیصی به آن نمی‌رسد.", "The floor of rule \"{id}\", {value}, is above all the money there is, {most}; no plan can reach it.",
        "کف را کم کنید.", "Lower the floor.");
}
