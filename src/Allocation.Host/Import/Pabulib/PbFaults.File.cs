using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

// The file and its frame: sections, columns, keys.
internal static partial class PbFaults
{
    public static readonly FaultKind NotFound = Error("BA3001",
        "پرونده یا پوشه «{value}» پیدا نشد.", "There is no file or folder \"{value}\".",
        "نشانی یک پرونده ‎.pb یا پوشه‌ای از آن‌ها را بدهید.", "Give the path of a .pb file, or of a folder of them.");

    public static readonly FaultKind Unreadable = Error("BA3002",
        "پرونده «{value}» را نمی‌توان خواند.", "The file \"{value}\" cannot be read.",
        "دسترسی به پرونده را بررسی کنید؛ پرونده نباید بزرگ‌تر از {limit} بایت باشد.", "Check access to it; it may have at most {limit} bytes.");

    public static readonly FaultKind NotUtf8 = Error("BA3003",
        "نویسه‌های این پرونده UTF-8 نیست.", "This file is not UTF-8 text.",
        "پرونده را با کدگذاری UTF-8 ذخیره کنید.", "Save it as UTF-8.");

    public static readonly FaultKind NoFiles = Error("BA3004",
        "در «{value}» هیچ پرونده ‎.pb نیست.", "There is no .pb file in \"{value}\".",
        "پوشه‌ای بدهید که پرونده ‎.pb دارد.", "Give a folder that holds .pb files.");

    public static readonly FaultKind NoSection = Error("BA3005",
        "بخش «{value}» در پرونده نیست.", "The section \"{value}\" is missing.",
        "پرونده سه بخش META و PROJECTS و VOTES را به همین ترتیب دارد؛ شاید پرونده ناتمام است.", "A file has the sections META, PROJECTS and VOTES in this order; perhaps the file was cut.");

    public static readonly FaultKind SectionPlace = Error("BA3006",
        "«{value}» در اینجا جای خود نیست: بخش «{expected}» انتظار می‌رفت.", "\"{value}\" does not belong here: the section \"{expected}\" was expected.",
        "بخش‌ها را به ترتیب META و PROJECTS و VOTES و هر یک را تنها یک بار بیاورید.", "Write META, PROJECTS and VOTES in this order, each once.");

    public static readonly FaultKind Rest = Error("BA3007",
        "پس از بخش VOTES بخش دیگری نمی‌آید: «{value}».", "No section follows VOTES: \"{value}\".",
        "هر بخش را تنها یک بار بیاورید.", "Write each section once.");

    public static readonly FaultKind BrokenQuote = Error("BA3008",
        "گیومه‌ای باز مانده یا پس از گیومه بسته متنی آمده است.", "A quote is left open, or text follows a closed one.",
        "خانه‌ای را که ; دارد سراسر در \"…\" بگذارید و گیومه درون آن را دوتا بنویسید.", "Put a cell that holds a semicolon in \"…\" and double the quotes inside it.");

    public static readonly FaultKind RowLength = Error("BA3009",
        "این سطر {value} خانه دارد و سرستون‌ها {expected} تا هستند.", "This row has {value} cells; the header has {expected}.",
        "خانه‌های کم را تهی بگذارید و متنی را که ; دارد در \"…\" بنویسید.", "Leave missing cells empty, and put text that holds a semicolon in \"…\".");

    public static readonly FaultKind NoColumn = Error("BA3010",
        "ستون «{value}» در بخش {section} نیست.", "The column \"{value}\" is missing in {section}.",
        "این ستون را با سرستون و مقدارها بیفزایید.", "Add it, header and values.");

    public static readonly FaultKind ColumnTwice = Error("BA3011",
        "ستون «{value}» دو بار آمده است.", "The column \"{value}\" stands twice.",
        "یکی را بردارید.", "Remove one.");

    public static readonly FaultKind KeyTwice = Error("BA3012",
        "کلید «{value}» دو بار آمده است.", "The key \"{value}\" stands twice.",
        "یکی را بردارید.", "Remove one.");

    public static readonly FaultKind NoKey = Error("BA3013",
        "کلید «{value}» در بخش META نیست.", "The key \"{value}\" is missing in META.",
        "سطر {value};… را به بخش META بیفزایید.", "Add a line {value};… to META.");

    public static readonly FaultKind UnknownVoteType = Error("BA3014",
        "نوع رأی «{value}» شناخته نیست.", "The vote type \"{value}\" is unknown.",
        "یکی از approval، choose-1، ordinal، cumulative، scoring را بنویسید.", "Write one of approval, choose-1, ordinal, cumulative, scoring.");

    public static readonly FaultKind BadNumber = Error("BA3015",
        "«{value}» در «{field}» عدد نیست.", "\"{value}\" in \"{field}\" is not a number.",
        "رقم‌ها را بی جداکننده هزارگان و با نقطه اعشار بنویسید (۱۲۳۴.۵۶ و نه ۱۲۳۴,۵۶).", "Write digits without thousands separators and with a decimal point (1234.56, not 1234,56).");

    public static readonly FaultKind NotAbove0 = Error("BA3016",
        "«{value}» در «{field}» باید بیش از صفر باشد.", "\"{value}\" in \"{field}\" must be above 0.",
        "مقدار درست را بنویسید؛ پروژه رایگان را بردارید یا هزینه‌اش را ۱ بگذارید.", "Write the right amount; leave a free project out or let it cost 1.");

    public static readonly FaultKind CapsLength = Error("BA3017",
        "«{field}» {value} مقدار دارد و نام‌های آن {expected} تا هستند.", "\"{field}\" has {value} amounts; the names they belong to are {expected}.",
        "برای هر نام یک مقدار، به همان ترتیب، بنویسید.", "Write one amount for each name, in the same order.");
}
