using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

// Projects and ballots.
internal static partial class PbFaults
{
    public static readonly FaultKind NoId = Error("BA3020",
        "شناسه در ستون «{field}» تهی است.", "The id in \"{field}\" is empty.",
        "شناسه‌ای یکتا بنویسید.", "Write an id of its own.");

    public static readonly FaultKind ProjectTwice = Error("BA3021",
        "پروژه «{value}» دو بار آمده است.", "The project \"{value}\" stands twice.",
        "یکی از دو سطر را بردارید یا شناسه‌اش را عوض کنید.", "Remove one of the rows or change its id.");

    public static readonly FaultKind VoterTwice = Error("BA3022",
        "رأی‌دهنده «{value}» دو برگه رأی دارد.", "The voter \"{value}\" has two ballots.",
        "هر رأی‌دهنده یک سطر دارد؛ یکی را بردارید.", "Each voter has one row; remove one.");

    public static readonly FaultKind UnknownProject = Error("BA3023",
        "به پروژه «{value}» رأی داده شده که در بخش PROJECTS نیست.", "The ballot names the project \"{value}\", which PROJECTS does not have.",
        "شناسه را درست کنید یا پروژه را بیفزایید.", "Correct the id or add the project.");

    public static readonly FaultKind PointsLength = Error("BA3024",
        "برگه رأی {expected} پروژه و {value} امتیاز دارد.", "The ballot has {value} points for {expected} projects.",
        "برای هر پروژه یک امتیاز، به همان ترتیب، بنویسید.", "Write one number of points for each project, in the same order.");

    public static readonly FaultKind NegativePoints = Error("BA3025",
        "امتیاز {value} کمتر از صفر است و نوع رأی آن را نمی‌پذیرد.", "The points {value} are below 0, which this vote type does not allow.",
        "امتیاز را درست کنید؛ امتیاز منفی تنها در scoring می‌آید.", "Correct them; only scoring has negative points.");

    public static readonly FaultKind PointsForbidden = Error("BA3026",
        "برگه رأی امتیاز دارد و نوع رأی {type} امتیاز ندارد.", "The ballot has points, and the vote type {type} has none.",
        "ستون points را بردارید یا نوع رأی را درست کنید.", "Remove the column points or correct the vote type.");

    public static readonly FaultKind ChooseOne = Error("BA3027",
        "برگه رأی choose-1 بیش از یک پروژه دارد: {value}.", "A choose-1 ballot names more than one project: {value}.",
        "یک پروژه بنویسید یا نوع رأی را approval بگذارید.", "Name one project, or make the vote type approval.");

    public static readonly FaultKind RankedTwice = Error("BA3028",
        "پروژه «{value}» در یک برگه رأی ordinal یا scoring دو بار آمده است.", "The project \"{value}\" stands twice in one ordinal or scoring ballot.",
        "هر پروژه یک جا یا یک امتیاز دارد؛ یکی را بردارید.", "A project has one rank or one score; remove one.");

    public static readonly FaultKind BlankLine = Warning("BA3901",
        "سطر تهی نادیده گرفته شد.", "An empty line was passed over.",
        "آن را بردارید.", "Remove it.");

    public static readonly FaultKind NoHeader = Warning("BA3902",
        "بخش META سطر key;value ندارد؛ نخستین سطر آن داده شمرده شد.", "META has no line key;value; its first line was read as data.",
        "سطر key;value را پس از META بیفزایید.", "Add the line key;value after META.");

    public static readonly FaultKind CountDiffers = Warning("BA3903",
        "«{field}» می‌گوید {value} و در پرونده {expected} سطر هست؛ سطرها شمرده شدند.", "\"{field}\" says {value}, and the file has {expected} rows; the rows count.",
        "عدد را درست کنید یا سطرهای گم‌شده را بیفزایید.", "Correct the number or add the missing rows.");

    public static readonly FaultKind RecountDiffers = Warning("BA3904",
        "«{field}» پروژه «{id}» {value} نوشته شده و از برگه‌ها {expected} به دست می‌آید؛ برگه‌ها شمرده شدند.", "\"{field}\" of project \"{id}\" says {value}, and the ballots give {expected}; the ballots count.",
        "عدد یا برگه‌ها را بررسی کنید.", "Check the number or the ballots.");

    public static readonly FaultKind ListedTwice = Warning("BA3905",
        "پروژه «{value}» در یک برگه رأی دو بار آمده و یک بار شمرده شد.", "The project \"{value}\" stands twice in one ballot and was counted once.",
        "یکی را بردارید.", "Remove one.");

    public static readonly FaultKind OutsideLimits = Warning("BA3906",
        "برگه رأی «{id}» بیرون از حد «{field}» ({expected}) است: {value}؛ همان‌گونه شمرده شد.", "The ballot \"{id}\" is outside \"{field}\" ({expected}): {value}; it was counted as it is.",
        "اگر باطل است آن را بردارید.", "Remove it if it is void.");

    public static readonly FaultKind Withdrawn = Warning("BA3907",
        "پروژه «{id}» با هزینه ساختگی {value} پس گرفته شده و کنار گذاشته شد.", "The project \"{id}\" was withdrawn (its cost is the stand-in {value}) and is left out.",
        "کاری لازم نیست.", "Nothing to do.");

    public static readonly FaultKind EmptyBallot = Warning("BA3908",
        "برگه رأی «{id}» تهی است؛ رأی‌دهنده ساکن شمرده شد.", "The ballot \"{id}\" is empty; its voter counts as a resident.",
        "کاری لازم نیست.", "Nothing to do.");
}
