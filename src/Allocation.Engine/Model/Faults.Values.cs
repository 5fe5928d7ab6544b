namespace Allocation.Engine.Model;

// BA12xx: numbers. BA13xx: ids and references.
public static partial class Faults
{
    public static readonly FaultKind NotNumber = Error("BA1201",
        "«{value}» عدد نیست.", "\"{value}\" is not a number.",
        "عدد را با رقم بنویسید، بی‌توان و بی‌واحد؛ مانند ۱۲۵۰٫۵ یا 1250.5.", "Write digits without an exponent or a unit, such as 1250.5.");

    public static readonly FaultKind AmbiguousNumber = Error("BA1202",
        "«{value}» را دو جور می‌توان خواند: جداکننده آن هم می‌تواند برای هزارگان باشد و هم برای اعشار.", "\"{value}\" can be read in two ways: its separator may group thousands or mark decimals.",
        "هزارگان را جدا نکنید و ممیز را با نقطه یا ٫ بنویسید.", "Leave thousands ungrouped and write decimals with a point.");

    public static readonly FaultKind NotWhole = Error("BA1203",
        "«{value}» عدد صحیح نیست.", "\"{value}\" is not a whole number.",
        "آن را بی‌اعشار بنویسید؛ کسر واحد پول پذیرفته نیست.", "Write it without decimals; fractions of a money unit are not accepted.");

    public static readonly FaultKind OutOfRange = Error("BA1204",
        "«{field}» باید {expected} باشد، نه «{value}».", "\"{field}\" must be {expected}, not \"{value}\".",
        "عدد را درست کنید.", "Correct the number.");

    public static readonly FaultKind TooPrecise = Error("BA1205",
        "«{value}» بیش از {limit} رقم اعشار دارد.", "\"{value}\" has more than {limit} decimals.",
        "آن را گرد کنید.", "Round it.");

    public static readonly FaultKind NumberTooLong = Error("BA1206",
        "«{value}» رقم‌های بیش از اندازه دارد.", "\"{value}\" has too many digits.",
        "عدد را کوتاه‌تر بنویسید یا واحد بزرگ‌تری برگزینید.", "Write it shorter, or choose a larger unit.");

    public static readonly FaultKind NoPercent = Error("BA1207",
        "«{value}» درصد است، ولی «{field}» درصد نیست.", "\"{value}\" is a percentage, but \"{field}\" is not a share.",
        "خود مقدار را بنویسید.", "Write the amount itself.");

    public static readonly FaultKind BadId = Error("BA1301",
        "«{value}» شناسه پذیرفتنی نیست.", "\"{value}\" cannot be an id.",
        "شناسه تهی نیست، نویسه پنهان و ؛ و ; ندارد، حداکثر {limit} نویسه است و واژه‌های «*» و city و district: را به کار نمی‌برد.",
        "An id is not empty, has no control characters and no semicolons, is at most {limit} characters, and is none of *, city and district:….");

    public static readonly FaultKind IdTwice = Error("BA1302",
        "شناسه «{value}» در «{table}» بیش از یک بار آمده است.", "The id \"{value}\" stands in \"{table}\" more than once.",
        "به هر سطر شناسه خودش را بدهید؛ ي و ی، ك و ک، و رقم‌های فارسی و لاتین یکی خوانده می‌شوند.",
        "Give every row an id of its own; Arabic and Persian letter forms and digits are read as the same.");

    public static readonly FaultKind UnknownReference = Error("BA1303",
        "«{value}» در جدول «{target}» نیست.", "There is no \"{value}\" in the table \"{target}\".",
        "{near}شناسه را درست کنید یا سطرش را بیفزایید.", "{near}Correct the id, or add its row.");

    public static readonly FaultKind RowTwice = Error("BA1304",
        "سطر دیگری از «{table}» نیز درباره «{value}» است.", "Another row of \"{table}\" is about \"{value}\" too.",
        "یکی از دو را بردارید؛ مقدارها خودبه‌خود جمع نمی‌شوند.", "Remove one of the two; amounts are not added up by themselves.");

    public static readonly FaultKind NoName = Error("BA1305",
        "«{field}» نه فارسی دارد و نه انگلیسی.", "\"{field}\" has neither Persian nor English words.",
        "دست‌کم به یکی از دو زبان بنویسید.", "Write it in at least one of the two.");
}
