using Allocation.Engine.Measures;

namespace Allocation.Host.Reports;

// Leximin's levels and their proof.
internal abstract partial class Words
{
    public abstract string LevelsProven(string resolution);
    public abstract string LevelsOpen(bool residents, string proven, string all, string within);
    public abstract string NoLevelProven(string within);
    /// <summary>No plan exceeds the measure (by more than a gap, where there is one); of those that reach as much, what is proven level by level.</summary>
    public abstract string LevelsAmong(string? gap, string levels);
    /// <summary>Added to <see cref="LevelsNote"/> where levels end.</summary>
    public abstract string LevelsEnd(string difference);
    public abstract string LevelsTitle { get; }
    public abstract string LevelsNote(string resolution);
    public abstract string LevelHead { get; }
    public abstract string ResidentsAtOrAbove { get; }
    public abstract string PlacesAtOrAbove { get; }
    public abstract string AtMostHead { get; }
    public abstract string GroundHead { get; }
    public abstract string LeftBelow { get; }
    public abstract string GroundOf(LevelGround ground);
    /// <summary>A place and the most that it could have were everything done for it alone, within the money and the rules.</summary>
    public abstract string WithAlone(string place, string most);
    public abstract string Points(string points);
}

internal sealed partial class EnglishWords
{
    public override string LevelsProven(string resolution) =>
        $"Proven fairest, level by level, to {resolution}: no plan that keeps every rule gives those with least more, or leaves fewer of them behind.";
    public override string LevelsOpen(bool residents, string proven, string all, string within) =>
        $"Proven for the {proven} of {all} {(residents ? "residents" : "neighbourhoods")} with least; the next could have at most {within} more.";
    public override string NoLevelProven(string within) => $"Not proven yet: those with least could have at most {within} more.";
    public override string LevelsAmong(string? gap, string levels) =>
        $"{(gap is null ? "Proven best under the measure: no plan that keeps every rule exceeds it." : $"No plan that keeps every rule exceeds the measure by more than {gap}.")} Among the plans that reach as much: {InSentence(levels)}";
    public override string LevelsEnd(string difference) => $"Levels further than {difference} above the worst-off are not looked at either: there the total counts.";
    public override string LevelsTitle => "Level by level, from the worst off";
    public override string LevelsNote(string resolution) =>
        $"Each line: while the lines above it hold, no more than “at most” can be at or above the level. Differences below {resolution} are not looked at.";
    public override string LevelHead => "Level";
    public override string ResidentsAtOrAbove => "Residents at or above";
    public override string PlacesAtOrAbove => "Places at or above";
    public override string AtMostHead => "At most";
    public override string GroundHead => "Known by";
    public override string LeftBelow => "Stay below it";
    public override string GroundOf(LevelGround ground) => ground switch
    {
        LevelGround.Ceilings => "what each could have alone",
        LevelGround.Prices => "prices",
        LevelGround.Model => "exact search",
        _ => "not proven",
    };
    public override string WithAlone(string place, string most) => $"{place} (alone at most {most})";
    public override string Points(string points) => points == "1" ? "1 point" : $"{points} points";
}

internal sealed partial class PersianWords
{
    public override string LevelsProven(string resolution) =>
        $"عادلانه‌ترین تخصیص، با اثبات سطح به سطح تا دقت {resolution}: هیچ تخصیصی که همه قاعده‌ها را رعایت کند به کم‌برخوردارترین‌ها بیشتر نمی‌دهد و شمار کمتری از آنان را جا نمی‌گذارد.";
    public override string LevelsOpen(bool residents, string proven, string all, string within) =>
        $"برای {proven} {(residents ? "نفر" : "محله")} کم‌برخوردارتر از {all} {(residents ? "نفر" : "محله")} اثبات شد؛ {(residents ? "نفر" : "محله")} بعدی حداکثر {within} بیشتر می‌تواند داشته باشد.";
    public override string NoLevelProven(string within) => $"هنوز اثبات نشده است: کم‌برخوردارترین‌ها حداکثر {within} بیشتر می‌توانند داشته باشند.";
    public override string LevelsAmong(string? gap, string levels) =>
        $"{(gap is null ? "با این سنجه بهترین تخصیص است، با اثبات: هیچ تخصیصی که همه قاعده‌ها را رعایت کند از مقدار آن فراتر نمی‌رود." : $"هیچ تخصیصی که همه قاعده‌ها را رعایت کند بیش از {gap} از مقدار این سنجه فراتر نمی‌رود.")} میان تخصیص‌هایی که به همین مقدار می‌رسند: {levels}";
    public override string LevelsEnd(string difference) => $"سطح‌هایی که بیش از {difference} بالاتر از کم‌برخوردارترین‌اند نیز دیده نمی‌شوند؛ آنجا مجموع به شمار می‌آید.";
    public override string LevelsTitle => "سطح به سطح، از کم‌برخوردارترین";
    public override string LevelsNote(string resolution) =>
        $"هر سطر یعنی: تا وقتی سطرهای بالاتر برقرارند، شمار کسانی که به این سطح می‌رسند از «حداکثر» بیشتر نمی‌شود. تفاوت‌های کمتر از {resolution} دیده نمی‌شود.";
    public override string LevelHead => "سطح";
    public override string ResidentsAtOrAbove => "جمعیت در این سطح یا بالاتر";
    public override string PlacesAtOrAbove => "محله‌های در این سطح یا بالاتر";
    public override string AtMostHead => "حداکثر";
    public override string GroundHead => "دلیل";
    public override string LeftBelow => "زیر این سطح می‌مانند";
    public override string GroundOf(LevelGround ground) => ground switch
    {
        LevelGround.Ceilings => "آنچه هر یک به‌تنهایی می‌توانست داشته باشد",
        LevelGround.Prices => "قیمت‌ها",
        LevelGround.Model => "جستجوی کامل",
        _ => "اثبات‌نشده",
    };
    public override string WithAlone(string place, string most) => $"{place} (به‌تنهایی حداکثر {most})";
    public override string Points(string points) => $"{points} واحد درصد";
}
