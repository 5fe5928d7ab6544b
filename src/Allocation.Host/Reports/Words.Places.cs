namespace Allocation.Host.Reports;

// What a neighbourhood's money is made of, what holds it back, and what nobody has proposed.
internal abstract partial class Words
{
    public abstract string PartHere(string unit);
    public abstract string OtherParts { get; }
    /// <summary>What a place would have with all its projects.</summary>
    public abstract string PlaceCeiling(string most);
    /// <summary>A place that has all that its projects can give.</summary>
    public abstract string PlaceAtCeiling { get; }
    public abstract string PartsTotal { get; }
    /// <summary>Rules at their limit that name a neighbourhood.</summary>
    public abstract string HeldBack(string rules);
    /// <summary>How many needs have no candidate, and in how many neighbourhoods.</summary>
    public abstract string UnansweredLine(int needs, int places);
    /// <summary>Whoever would lose is needier than whoever would gain; both are mean deprivations.</summary>
    public abstract string LosersNeedier(string losing, string gaining);
}

internal sealed partial class EnglishWords
{
    public override string PartHere(string unit) => $"Its part ({unit})";
    public override string OtherParts => "Projects for the whole city, its part by residents";
    public override string PlaceCeiling(string most) => $"All its projects together would bring it to {most}.";
    public override string PlaceAtCeiling => "It has all that its projects can give: no money lifts it further.";
    public override string PartsTotal => "Total";
    public override string HeldBack(string rules) => $"Rules that name it and are used up, or nearly: {rules}. More money under them comes here only from their other projects, or if they changed.";
    public override string UnansweredLine(int needs, int places) =>
        $"{(needs == 1 ? "1 need" : $"{Figures.Whole(needs)} needs")} in {(places == 1 ? "1 neighbourhood" : $"{Figures.Whole(places)} neighbourhoods")} {(needs == 1 ? "has" : "have")} no candidate project at all, whatever the money.";
    public override string LosersNeedier(string losing, string gaining) => $"Those who would lose are needier: their mean deprivation is {losing}, that of those who would gain {gaining}.";
}

internal sealed partial class PersianWords
{
    public override string PartHere(string unit) => $"سهم محله از آن ({unit})";
    public override string OtherParts => "پروژه‌های سراسر شهر، سهم محله به نسبت جمعیت";
    public override string PlaceCeiling(string most) => $"اگر همه پروژه‌هایش اجرا شود به {most} می‌رسد.";
    public override string PlaceAtCeiling => "هر چه را پروژه‌هایش می‌توانند بدهند دارد: هیچ پولی آن را بالاتر نمی‌برد.";
    public override string PartsTotal => "جمع";
    public override string HeldBack(string rules) => $"قاعده‌هایی که از آن نام می‌برند و به حد خود رسیده‌اند یا نزدیک آن‌اند: {rules}. پول بیشتر زیر این قاعده‌ها تنها از پروژه‌های دیگرشان به اینجا می‌رسد، یا با تغییر آن‌ها.";
    public override string UnansweredLine(int needs, int places) => $"{Figures.Whole(needs)} نیاز در {Figures.Whole(places)} محله، هر اندازه هم پول باشد، هیچ پروژه پیشنهادی ندارد.";
    public override string LosersNeedier(string losing, string gaining) => $"آن‌ها که زیان می‌کنند نیازمندترند: میانگین محرومیت آن‌ها {losing} و میانگین محرومیت سودبرندگان {gaining} است.";
}
