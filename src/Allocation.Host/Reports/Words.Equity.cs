namespace Allocation.Host.Reports;

// Indices and fifths, reported of every plan.
internal abstract partial class Words
{
    public abstract string EquityTitle { get; }
    public abstract string EquityNote { get; }
    public abstract string IndexHead { get; }
    public abstract string IndexName(string index);
    public abstract string Fifth { get; }
    public abstract string OfTheGain { get; }
    public abstract string OfTheMoney { get; }
}

internal sealed partial class EnglishWords
{
    public override string EquityTitle => "How equal it is";
    public override string EquityNote => "0 is where everybody has the same. An index does not say how much there is: read it beside the mean and the worst-off.";
    public override string IndexHead => "Index";
    public override string IndexName(string index) => index switch
    {
        "gini" => "Gini",
        "concentration" => Concentration,
        "hoover" => "Hoover (share that would have to move)",
        "theil" => "Theil",
        "atkinson-0.5" => "Atkinson, ε = 0.5",
        "atkinson-1" => "Atkinson, ε = 1",
        "atkinson-2" => "Atkinson, ε = 2",
        _ => index,
    };
    public override string Fifth => "Fifth";
    public override string OfTheGain => "Of the gain";
    public override string OfTheMoney => "Of the money";
}

internal sealed partial class PersianWords
{
    public override string EquityTitle => "چه اندازه برابر است";
    public override string EquityNote => "صفر یعنی همه به یک اندازه دارند. شاخص نمی‌گوید چه اندازه هست: آن را در کنار میانگین و کم‌برخوردارترین بخوانید.";
    public override string IndexHead => "شاخص";
    public override string IndexName(string index) => index switch
    {
        "gini" => "جینی",
        "concentration" => Concentration,
        "hoover" => "هوور (سهمی که باید جابه‌جا شود)",
        "theil" => "تایل",
        "atkinson-0.5" => "اتکینسون، ε = ۰٫۵",
        "atkinson-1" => "اتکینسون، ε = ۱",
        "atkinson-2" => "اتکینسون، ε = ۲",
        _ => index,
    };
    public override string Fifth => "یک‌پنجم";
    public override string OfTheGain => "از بهره";
    public override string OfTheMoney => "از پول";
}
