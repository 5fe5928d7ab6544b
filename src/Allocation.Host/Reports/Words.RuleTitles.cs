namespace Allocation.Host.Reports;

// What tells rules of one name apart.
internal abstract partial class Words
{
    public abstract string WhatItLimits(RuleKind kind);
}

internal sealed partial class EnglishWords
{
    public override string WhatItLimits(RuleKind kind) => kind switch
    {
        RuleKind.Money => "money",
        RuleKind.PerHead => "money per resident",
        RuleKind.Share => "share of the money",
        RuleKind.Lock => "lock",
        RuleKind.Prerequisite => "prerequisite",
        RuleKind.Count => "number of projects",
        RuleKind.OutcomeFloor => "outcomes",
        RuleKind.Protect => "money with a reserve",
        _ => "inequality",
    };
}

internal sealed partial class PersianWords
{
    public override string WhatItLimits(RuleKind kind) => kind switch
    {
        RuleKind.Money => "مبلغ",
        RuleKind.PerHead => "سرانه",
        RuleKind.Share => "سهم از مبلغ",
        RuleKind.Lock => "الزام",
        RuleKind.Prerequisite => "پیش‌نیاز",
        RuleKind.Count => "شمار پروژه‌ها",
        RuleKind.OutcomeFloor => "برخورداری",
        RuleKind.Protect => "مبلغ همراه ذخیره",
        _ => "نابرابری",
    };
}
