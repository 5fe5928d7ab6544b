using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>What a council would set: invented, each rule with its reason. Amounts in million rial.</summary>
internal static class QomRules
{
    public static IReadOnlyList<Rule> Made(IReadOnlyList<Project> projects, Dice dice) =>
    [
        new CountRule
        {
            Id = "carry-overs", Name = new("پروژه‌های نیمه‌تمام", "Half-finished projects"), Scope = new() { CarryOverOnly = true }, AtLeast = QomFacts.CarryOvers,
            Reason = new("هفده پروژه نیمه‌تمام در بودجه ۱۴۰۱ اولویت نخست داشت.", "Seventeen half-finished projects had first priority in the budget of 1401 (tabnak 1037196)."),
        },
        new ShareRule
        {
            Id = "under-served", Name = new("سهم محله‌های کم‌برخوردار", "Share of under-served neighbourhoods"), Part = new() { MinDeprivation = 0.6m }, Whole = Scope.Everything, AtLeast = 0.45m,
            Reason = new("بیش از یک‌سوم مردم در محله‌هایی با محرومیت ۰٫۶ و بیشتر زندگی می‌کنند.", "More than a third of the people live in neighbourhoods with a deprivation of 0.6 or more."),
        },
        new PerHeadRule
        {
            Id = "every-district", Name = new("کف سرانه منطقه‌ها", "Floor per head in every district"), Scope = Scope.Everything, Per = PlaceLevel.District, PerResident = 4.5m,
            Reason = new("هیچ منطقه‌ای نباید از سال پیش عقب بیفتد.", "No district falls behind the year before."),
        },
        new PerHeadRule
        {
            Id = "every-neighbourhood", Name = new("کف سرانه محله‌ها", "Floor per head in every neighbourhood"), Scope = Scope.Everything, Per = PlaceLevel.Neighbourhood, PerResident = 1.2m,
            Reason = new("هر محله باید نشانی از بودجه امسال ببیند.", "Every neighbourhood sees something of this year's budget."),
        },
        new MoneyRule
        {
            Id = "ceiling-6", Name = new("سقف منطقه ۶", "Ceiling for district 6"), Scope = new() { Districts = ["6"] }, Ceiling = 3_300_000,
            Reason = new("توان اجرای منطقه بیش از این نیست.", "The district cannot carry out more in a year."),
        },
        new MoneyRule
        {
            Id = "district-7", Name = new("کف منطقه ۷", "Floor for district 7"), Scope = new() { Districts = ["7"] }, Floor = 260_000,
            Reason = new("زائران در سرشماری ساکنان نیستند ولی از همین خدمات استفاده می‌کنند.", "Pilgrims are not counted as residents, and use the same services."),
        },
        new MoneyRule
        {
            Id = "cash-6", Name = new("کف نقد منطقه ۶", "Cash floor for district 6"), Scope = new() { Districts = ["6"], FundKind = FundKind.Cash }, Floor = 900_000,
            Reason = new("محله‌های کم‌برخوردار نباید تنها زمین و پروانه بگیرند.", "Under-served neighbourhoods must not be given land and permits alone."),
        },
        new MoneyRule
        {
            Id = "civil-ceiling", Name = new("سقف عمران و حمل‌ونقل", "Ceiling for civil works and transport"), Scope = new() { Sectors = ["civil"] }, Ceiling = 4_200_000,
            Reason = new("بودجه عمرانی نباید جای خدمات و فرهنگ را بگیرد.", "Civil works must not crowd out services and culture."),
        },
        new MoneyRule
        {
            Id = "culture-floor", Name = new("کف فرهنگی و اجتماعی", "Floor for culture and social affairs"), Scope = new() { Sectors = ["culture"] }, Floor = 2_000_000,
            Reason = new("ورزش و کتابخانه بیشترین فاصله را با سرانه مصوب دارند.", "Sport and libraries are the farthest from their standards."),
        },
        new MoneyRule
        {
            Id = "hq-ceiling", Name = new("سقف ستاد و سازمان‌ها", "Ceiling for headquarters and organisations"), Scope = new() { Sectors = ["hq"] }, Ceiling = 700_000,
            Reason = new("این بخش از بودجه برای محله‌هاست.", "This part of the budget is for neighbourhoods."),
        },
        new CountRule
        {
            Id = "works-4", Name = new("تعداد پروژه‌های عمرانی منطقه ۴", "Civil works in district 4"), Scope = new() { Districts = ["4"], Sectors = ["civil"] }, AtMost = 8,
            Reason = new("دستگاه نظارت منطقه ۴ بیش از هشت کارگاه را نمی‌رسد.", "The supervisors of district 4 can follow eight sites at most."),
        },
        new CountRule
        {
            Id = "libraries-6", Name = new("کتابخانه‌های مناطق ۲ و ۶", "Libraries in districts 2 and 6"), Scope = new() { Districts = ["2", "6"], Services = ["library"] }, AtLeast = 6,
            Reason = new("فاصله تا سرانه کتابخانه در این دو منطقه از همه بیشتر است.", "These two districts are the farthest from the library standard."),
        },
        .. QomLinks.Locks(projects), .. QomLinks.Prerequisites(projects, dice), .. QomLinks.EitherOrs(projects, dice),
    ];
}
