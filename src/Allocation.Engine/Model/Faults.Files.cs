namespace Allocation.Engine.Model;

// BA10xx: files. BA11xx: keys, columns and words of the format.
public static partial class Faults
{
    public static readonly FaultKind NotFound = Error("BA1001",
        "پرونده یا پوشه «{value}» پیدا نشد.", "There is no file or folder \"{value}\".",
        "نام آن را درست کنید؛ سناریو را با پوشه آن یا پرونده scenario.json آن نام ببرید.", "Correct its name; a scenario is named by its folder or by its scenario.json.");

    public static readonly FaultKind NotScenario = Error("BA1002",
        "«{value}» سناریو نیست: سناریو پوشه‌ای است که پرونده scenario.json دارد.", "\"{value}\" is not a scenario: a scenario is a folder with a file scenario.json.",
        "نشانی پوشه یا پرونده scenario.json آن را بدهید.", "Give the folder, or the scenario.json in it.");

    public static readonly FaultKind EmptyFile = Error("BA1003",
        "پرونده «{value}» خالی است.", "The file \"{value}\" is empty.",
        "پرونده را پر کنید یا بردارید.", "Fill it or remove it.");

    public static readonly FaultKind FileTooLarge = Error("BA1004",
        "پرونده «{value}» بزرگ‌تر از {limit} بایت است.", "The file \"{value}\" is larger than {limit} bytes.",
        "داده را کوچک‌تر کنید یا به چند سناریو بشکنید.", "Make the data smaller, or split it into several scenarios.");

    public static readonly FaultKind NotUtf8 = Error("BA1005",
        "نویسه‌های این پرونده UTF-8 نیست.", "This file is not UTF-8 text.",
        "پرونده را با کدگذاری UTF-8 ذخیره کنید (در Excel: CSV UTF-8).", "Save the file as UTF-8 (in Excel: CSV UTF-8).");

    public static readonly FaultKind BadJson = Error("BA1006",
        "متن JSON در اینجا نادرست است: {value}", "The JSON is broken here: {value}",
        "ویرگول، گیومه و کروشه‌های پیش از اینجا را بررسی کنید.", "Check the commas, quotes and brackets before this place.");

    public static readonly FaultKind TooDeep = Error("BA1007",
        "تودرتویی این JSON بیش از {limit} لایه است.", "This JSON is nested more than {limit} deep.",
        "هیچ سناریویی چنین تودرتو نیست؛ پرونده را بررسی کنید.", "No scenario is nested like this; check the file.");

    public static readonly FaultKind TooManyRows = Error("BA1008",
        "جدول «{table}» بیش از {limit} سطر دارد.", "The table \"{table}\" has more than {limit} rows.",
        "سطرها را کمتر کنید.", "Use fewer rows.");

    public static readonly FaultKind BadCsv = Error("BA1009",
        "متن CSV در اینجا نادرست است: گیومه‌ای باز مانده یا میان واژه آمده است.", "The CSV is broken here: a quote is left open or stands inside a word.",
        "خانه‌ای که گیومه یا ویرگول دارد باید سراسر در \"…\" باشد و گیومه درون آن دوتا نوشته شود.", "Put a cell that holds a quote or a comma in \"…\" and double the quotes inside it.");

    public static readonly FaultKind UnknownTable = Error("BA1010",
        "جدولی به نام «{value}» نداریم.", "There is no table called \"{value}\".",
        "{near}نام پرونده را درست کنید یا آن را از پوشه سناریو بیرون ببرید.", "{near}Rename the file, or move it out of the scenario's folder.");

    public static readonly FaultKind TableTwice = Error("BA1011",
        "جدول «{table}» هم در scenario.json آمده است و هم در پرونده «{value}».", "The table \"{table}\" stands both in scenario.json and in the file \"{value}\".",
        "یکی از دو را بردارید.", "Remove one of the two.");

    public static readonly FaultKind LinkOutside = Error("BA1012",
        "پرونده «{value}» پیوندی به بیرون از پوشه سناریو است.", "The file \"{value}\" is a link that leads out of the scenario's folder.",
        "خود پرونده را در پوشه بگذارید.", "Put the file itself in the folder.");

    public static readonly FaultKind Unreadable = Error("BA1013",
        "پرونده «{value}» خوانده نمی‌شود.", "The file \"{value}\" cannot be read.",
        "اجازه خواندن پرونده را بررسی کنید.", "Check that you may read it.");

    public static readonly FaultKind TooLong = Error("BA1014",
        "این نوشته درازتر از {limit} نویسه است.", "This text is longer than {limit} characters.",
        "آن را کوتاه کنید.", "Shorten it.");

    public static readonly FaultKind MoreAlike = Error("BA1015",
        "{count} ایراد دیگر با کد {value} هم هست؛ آخری آن‌ها اینجاست.", "There are {count} more faults with the code {value}; the last of them is here.",
        "نخست آن‌ها را که نشان داده شده درست کنید.", "Mend the ones shown first.");

    public static readonly FaultKind HiddenCharacter = Error("BA1016",
        "«{field}» نویسه‌ای پنهان دارد: «{value}».", "\"{field}\" holds a hidden control character: \"{value}\".",
        "متن را پاک کنید و دوباره با دست بنویسید.", "Delete the text and type it again.");

    public static readonly FaultKind NoTable = Error("BA1017",
        "جدول «{value}» نیست، ولی جدول‌های دیگر یا قاعده‌ها از آن نام می‌برند.", "There is no table \"{value}\", but other tables or rules name what should stand in it.",
        "پرونده {file} را در پوشه سناریو بگذارید، یا جدول را در scenario.json بنویسید.", "Put {file} into the scenario's folder, or write the table in scenario.json.");

    public static readonly FaultKind UnknownKey = Error("BA1101",
        "کلید «{value}» در اینجا شناخته نیست.", "The key \"{value}\" is not known here.",
        "{near}کلیدهای شناخته: {known}.", "{near}Known keys: {known}.");

    public static readonly FaultKind KeyTwice = Error("BA1102",
        "کلید «{value}» دو بار آمده است.", "The key \"{value}\" stands here twice.",
        "یکی از دو را بردارید.", "Remove one of the two.");

    public static readonly FaultKind Missing = Error("BA1103",
        "«{field}» نوشته نشده است.", "\"{field}\" is missing.",
        "آن را بنویسید: {expected}.", "Write it: {expected}.");

    public static readonly FaultKind WrongShape = Error("BA1104",
        "اینجا {expected} لازم است، نه «{value}».", "This must be {expected}, not \"{value}\".",
        "آن را به شکل خواسته‌شده بنویسید.", "Write it in the form asked for.");

    public static readonly FaultKind UnknownColumn = Error("BA1105",
        "ستون «{value}» در جدول «{table}» شناخته نیست.", "The column \"{value}\" is not known in the table \"{table}\".",
        "{near}ستون‌های شناخته: {known}.", "{near}Known columns: {known}.");

    public static readonly FaultKind ColumnTwice = Error("BA1106",
        "ستون «{value}» دو بار آمده است.", "The column \"{value}\" stands here twice.",
        "یکی از دو را بردارید.", "Remove one of the two.");

    public static readonly FaultKind RowLength = Error("BA1107",
        "این سطر {cells} خانه دارد و سرستون {expected} خانه.", "This row has {cells} cells; the header has {expected}.",
        "خانه‌های جاافتاده یا ویرگول‌های افزوده را درست کنید؛ خانه ویرگول‌دار باید در \"…\" باشد.", "Mend missing cells or stray commas; a cell that holds a comma must stand in \"…\".");

    public static readonly FaultKind MissingColumn = Error("BA1108",
        "جدول «{table}» ستون «{value}» را ندارد.", "The table \"{table}\" has no column \"{value}\".",
        "ستون را بیفزایید.", "Add the column.");

    public static readonly FaultKind UnknownWord = Error("BA1109",
        "«{value}» برای «{field}» پذیرفته نیست.", "\"{value}\" is not a word that \"{field}\" knows.",
        "{near}واژه‌های پذیرفته: {known}.", "{near}Accepted words: {known}.");

    public static readonly FaultKind WrongFormat = Error("BA1110",
        "این برنامه نسخه ۱ قالب سناریو را می‌خواند، نه «{value}» را.", "This program reads version 1 of the scenario format, not \"{value}\".",
        "بنویسید \"format\": 1.", "Write \"format\": 1.");

    public static readonly FaultKind ExtendsCircle = Error("BA1111",
        "زنجیره «extends» بیش از {limit} حلقه دارد یا به خودش برمی‌گردد: «{value}».", "The chain of \"extends\" has more than {limit} links or leads back to itself: \"{value}\".",
        "در «extends» نشانی سناریویی را بدهید که خودش بر این سناریو استوار نیست.", "Let \"extends\" name a scenario that does not rest on this one.");
}
