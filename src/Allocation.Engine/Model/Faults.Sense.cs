namespace Allocation.Engine.Model;

// BA14xx: projects. BA15xx: the scenario as a whole. BA16xx: rules.
public static partial class Faults
{
    public static readonly FaultKind SharesNotOne = Error("BA1401",
        "سهم‌های دامنه پروژه «{id}» روی هم {value} می‌شود، نه ۱.", "The reach shares of project \"{id}\" add up to {value}, not 1.",
        "سهم‌ها را چنان درست کنید که جمعشان ۱ شود.", "Correct the shares so that they add up to 1.");

    public static readonly FaultKind LevelsNotRising = Error("BA1402",
        "هزینه این مرحله از «{id}» ({value}) بیشتر از مرحله پیشین ({before}) نیست.", "This level of \"{id}\" costs {value}, no more than the level before it ({before}).",
        "مرحله‌ها را به ترتیب هزینه بنویسید؛ هزینه هر مرحله همه کار تا آن مرحله است.", "Order the levels by cost; each level's cost is that of all the work up to it.");

    public static readonly FaultKind StepsDoNotDivide = Error("BA1403",
        "هزینه «{id}» ({value}) بر تعداد گام‌ها ({steps}) بخش‌پذیر نیست.", "The cost of \"{id}\", {value}, is not a multiple of its {steps} steps.",
        "هزینه یا تعداد گام‌ها را چنان برگزینید که هر گام مبلغی صحیح باشد.", "Choose the cost or the steps so that every step is a whole amount.");

    public static readonly FaultKind LevelsOfOther = Error("BA1404",
        "پروژه «{id}» مرحله‌ای نیست، ولی مرحله دارد.", "Project \"{id}\" is not phased, yet it has levels.",
        "نوع آن را phased بنویسید یا سطرهای levels را بردارید.", "Make its kind phased, or remove its rows in levels.");

    public static readonly FaultKind NoLevels = Error("BA1405",
        "پروژه مرحله‌ای «{id}» هیچ مرحله‌ای ندارد.", "The phased project \"{id}\" has no levels.",
        "مرحله‌هایش را در جدول levels بنویسید.", "Write its levels in the table levels.");

    public static readonly FaultKind LevelsNotInOrder = Error("BA1406",
        "شماره مرحله‌های «{id}» باید ۱، ۲، … باشد؛ «{value}» جای خود نیست.", "The levels of \"{id}\" must be numbered 1, 2, …; \"{value}\" is out of place.",
        "مرحله‌ها را بی‌جاافتادگی و بی‌تکرار شماره بزنید.", "Number the levels without gaps or repeats.");

    public static readonly FaultKind NotForThisKind = Error("BA1407",
        "«{field}» برای پروژه‌ای از نوع {kind} معنا ندارد.", "\"{field}\" has no meaning for a project of kind {kind}.",
        "این مقدار را بردارید یا نوع پروژه را درست کنید.", "Remove the value, or correct the project's kind.");

    public static readonly FaultKind EmptyDistrict = Error("BA1408",
        "در منطقه «{value}» هیچ محله‌ای نیست که سهم به آن برسد.", "No neighbourhood lies in district \"{value}\" to take this share.",
        "محله‌های منطقه را بیفزایید یا جای دیگری بنویسید.", "Add the district's neighbourhoods, or name another place.");

    public static readonly FaultKind LevelNeeded = Error("BA1409",
        "این خروجی نمی‌گوید برای کدام مرحله «{id}» است.", "This output does not say which level of \"{id}\" it belongs to.",
        "شماره مرحله را در ستون level بنویسید.", "Write the level's number in the column level.");

    public static readonly FaultKind MoneyTooLarge = Error("BA1501",
        "جمع «{field}» در «{table}» از {limit} بیشتر است.", "The sum of \"{field}\" in \"{table}\" is above {limit}.",
        "واحد پول بزرگ‌تری برگزینید.", "Choose a larger unit of money.");

    public static readonly FaultKind OutcomeTooLarge = Error("BA1502",
        "آنچه پروژه‌ها به محله «{id}» می‌رسانند برای هر نفر {value} می‌شود که بیش از {limit} است.", "What the projects bring to neighbourhood \"{id}\" comes to {value} per resident, above {limit}.",
        "واحد و رقم خروجی‌ها و سرانه‌ها را بررسی کنید یا واحد پول بزرگ‌تری برگزینید.", "Check the units and digits of outputs, benefits and standards, or choose a larger unit of money.");

    public static readonly FaultKind ZeroOutcome = Error("BA1503",
        "برخورداری آغازین {count} محله صفر است (نخستین: «{value}») و سنجه اتکینسون با پارامتر بالای صفر آن را نمی‌پذیرد.", "The outcome of {count} of the neighbourhoods is 0 at the start (the first is \"{value}\"), which the Atkinson measure cannot take when its parameter is above 0.",
        "در «measure» مقدار «shift» را بالای صفر بگذارید (برای نمونه 0.01) یا موجودی خدمت‌ها را بنویسید.", "Give \"measure\" a \"shift\" above 0 (such as 0.01), or state the stocks there.");

    public static readonly FaultKind ZeroDeprivation = Error("BA1504",
        "محرومیت محله «{id}» صفر است و پول به نسبت نیاز بر آن بخش نمی‌شود.", "Neighbourhood \"{id}\" has deprivation 0, and money by need is divided by it.",
        "محرومیت را بالای صفر بنویسید یا needWeighted را false کنید.", "Write a deprivation above 0, or set needWeighted to false.");

    public static readonly FaultKind NothingHere = Error("BA1505",
        "سناریو هیچ سطری در «{table}» ندارد.", "The scenario has no row in \"{table}\".",
        "دست‌کم یک سطر بنویسید.", "Write at least one.");

    public static readonly FaultKind NeedWithoutMoney = Error("BA1506",
        "needWeighted تنها برای برخورداری از جنس پول (money) معنا دارد.", "needWeighted has a meaning only where the outcome is money.",
        "آن را بردارید یا kind را money کنید.", "Remove it, or make the outcome's kind money.");

    public static readonly FaultKind CanFall = Error("BA1507",
        "«{value}» ممکن است بهتر شود در حالی که کسی زیان کرده و کسی سود نبرده است؛ پس گزارش می‌شود و هدف نمی‌شود.", "\"{value}\" can get better while somebody loses and nobody gains, so it is reported and never a goal.",
        "{instead} را بیشینه کنید؛ برای مهار خود شاخص قاعده‌ای از نوع inequality با index برابر {cap} بنویسید.", "Maximise {instead}; to keep the index in bounds, state a rule of type inequality with the index {cap}.");

    public static readonly FaultKind OrderFirst = Error("BA1508",
        "{value} تنها می‌تواند نخستین هدف باشد، نه پس از هدف‌های دیگر.", "{value} can only be the first goal, not one after others.",
        "آن را به آغاز فهرست ببرید یا به جایش {instead} را بنویسید.", "Move it to the head of the list, or name {instead} in its place.");

    public static readonly FaultKind OrderWhole = Error("BA1509",
        "از {measure} نمی‌توان {value} چشم پوشید: نتیجه آن یک عدد نیست.", "{measure} cannot give up {value}: what it settles is not one number.",
        "give_up را بردارید یا به جای {measure} سنجه {instead} را بنویسید.", "Remove give_up, or name {instead} instead of {measure}.");

    public static readonly FaultKind MeasureAndGoals = Error("BA1510",
        "هم measure نوشته شده است و هم goals.", "Both measure and goals are stated.",
        "یکی را نگه دارید؛ measure کوتاه‌شده فهرستی با یک هدف است.", "Keep one of them; measure is short for a list of one goal.");

    public static readonly FaultKind FloorAboveCeiling = Error("BA1601",
        "در قاعده «{id}» کف ({value}) از سقف ({ceiling}) بیشتر است.", "Rule \"{id}\" has a floor ({value}) above its ceiling ({ceiling}).",
        "کف را کم یا سقف را زیاد کنید.", "Lower the floor or raise the ceiling.");

    public static readonly FaultKind SaysNothing = Error("BA1602",
        "قاعده «{id}» هیچ حدی نمی‌گذارد.", "Rule \"{id}\" sets no limit.",
        "یکی از این‌ها را بنویسید: {known}.", "Write one of: {known}.");

    public static readonly FaultKind LocksDisagree = Error("BA1603",
        "قفل «{id}» با قفل «{other}» روی پروژه «{value}» سازگار نیست.", "Lock \"{id}\" contradicts the lock \"{other}\" on project \"{value}\".",
        "یکی از دو قفل را بردارید یا درست کنید.", "Remove or correct one of the two locks.");

    public static readonly FaultKind Circle = Error("BA1604",
        "پیش‌نیازها دور می‌زنند: {value}.", "The prerequisites run in a circle: {value}.",
        "یکی از پیش‌نیازهای این دور را بردارید.", "Remove one prerequisite of the circle.");

    public static readonly FaultKind LockBeyond = Error("BA1605",
        "قفل «{id}» مقدار {value} را می‌خواهد، ولی پروژه بیش از {most} ندارد.", "Lock \"{id}\" asks for {value}, but the project goes no further than {most}.",
        "مقدار قفل را درست کنید.", "Correct the lock's amount.");

    public static readonly FaultKind NoOwner = Error("BA1606",
        "قفل «{id}» نمی‌گوید چه کسی پاسخ‌گوی آن است.", "Lock \"{id}\" does not say who answers for it.",
        "نام پاسخ‌گو را در «owner» بنویسید.", "Name the one who answers for it in \"owner\".");

    public static readonly FaultKind LockSaysTwo = Error("BA1607",
        "قفل «{id}» باید درست یکی از این‌ها را بگوید: {known}.", "Lock \"{id}\" must say exactly one of: {known}.",
        "یکی را نگه دارید.", "Keep one of them.");

    public static readonly FaultKind EmptyList = Error("BA1608",
        "فهرست «{field}» تهی است.", "The list \"{field}\" is empty.",
        "دست‌کم یک شناسه بنویسید یا کلید را بردارید.", "Write at least one id, or leave the key out.");

    public static readonly FaultKind ListedTwice = Error("BA1609",
        "«{value}» در این فهرست دو بار آمده است.", "\"{value}\" stands in this list twice.",
        "یکی از دو را بردارید.", "Remove one of the two.");

    public static readonly FaultKind PlacesOnly = Error("BA1610",
        "قاعده «{id}» درباره برخورداری محله‌هاست؛ «{field}» جز محله چیزی نمی‌تواند بگوید.", "Rule \"{id}\" is about what neighbourhoods end up with; \"{field}\" can name nothing but places.",
        "تنها districts، neighbourhoods و minDeprivation را بنویسید.", "Write districts, neighbourhoods and minDeprivation only.");

    public static readonly FaultKind AsksForInequality = Error("BA1611",
        "قاعده «{id}» دست‌کم {value} نابرابری می‌خواهد.", "Rule \"{id}\" asks for an inequality of at least {value}.",
        "atLeast را بردارید؛ برای این شاخص تنها atMost معنا دارد.", "Remove atLeast; for this index only atMost makes sense.");
}
