namespace Allocation.Host.Reports;

// The trade-off between fairness and something else. Figures come written, with their unit.
internal abstract partial class Words
{
    public abstract string FrontierBenefit(string mean, string fairest, string leastFair, string benefitLow, string benefitHigh, string price);
    public abstract string FrontierBudget(string moneyLow, string moneyHigh, string unit, string leastFair, string fairest);
    public abstract string FrontierMeasure(string other, string fairest, string leastFair, string otherLow, string otherHigh);
    public abstract string FrontierOnePoint { get; }
    public abstract string BendBenefit(string point, string fairness, string other, string second);
    public abstract string BendBudget(string point, string fairness, string money, string share, string part);
    public abstract string NoBend { get; }
    public abstract string CoreSentence(string certain, string outside, string borderline);
    public abstract string FrontierStopped(string points);
    public abstract string FrontierTitle(string points);
    public abstract string PointColumn { get; }
    public abstract string FairnessColumn { get; }
    public abstract string GapColumn { get; }
    public abstract string BendMark { get; }
    public abstract string Unsettled { get; }
    public abstract string CoreTitle { get; }
    public abstract string CoreShare { get; }
    public abstract string FrontierNotServed(string measure);
    public abstract string FrontierSame { get; }
    public abstract string FrontierOther(string file);
    public abstract string PointsFound(string found, string of);
}

internal sealed partial class EnglishWords
{
    public override string FrontierBenefit(string mean, string fairest, string leastFair, string benefitLow, string benefitHigh, string price) =>
        $"Fairness costs {price} of the total benefit: from the fairest plan to the one with the most total benefit, the {InSentence(mean)} goes from {benefitLow} to {benefitHigh} and fairness falls from {fairest} to {leastFair}.";
    public override string FrontierBudget(string moneyLow, string moneyHigh, string unit, string leastFair, string fairest) =>
        $"With money from {moneyLow} to {moneyHigh} {unit}, the fairest plans go from {leastFair} to {fairest}.";
    public override string FrontierMeasure(string other, string fairest, string leastFair, string otherLow, string otherHigh) =>
        $"From the fairest plan to the one best by \"{other}\", that goes from {otherLow} to {otherHigh} and fairness falls from {fairest} to {leastFair}.";
    public override string FrontierOnePoint => "There is nothing to trade: one plan is best in both.";
    public override string BendBenefit(string point, string fairness, string other, string second) => $"The bend, where the trade turns dear, is point {point} (fairness {fairness}; {InSentence(other)} {second}): up to there a gain costs less fairness, on average, than beyond it.";
    public override string BendBudget(string point, string fairness, string money, string share, string part) =>
        $"The bend is point {point}: with {money} ({share} of the money) fairness is {fairness}, {part} of the whole improvement; beyond it each further unit of money adds less, on average, than before it.";
    public override string NoBend => "There is no bend: each step costs about as much as the one before.";
    public override string CoreSentence(string certain, string outside, string borderline) =>
        $"Projects in every plan of the frontier: {certain}; in none: {outside}; depending on the choice: {borderline}.";
    public override string FrontierStopped(string points) => $"Time ran out after {points} {(points == "1" ? "point" : "points")}; with --out the next run goes on from there.";
    public override string FrontierTitle(string points) => $"The frontier (plans: {points}; none beats another in both aims)";
    public override string PointColumn => "Point";
    public override string FairnessColumn => "Fairness";
    public override string GapColumn => "Gap at most";
    public override string BendMark => "bend";
    public override string Unsettled => "stopped";
    public override string CoreTitle => "Projects that depend on the choice";
    public override string CoreShare => "In how many of the plans";
    public override string FrontierNotServed(string measure) => $"No frontier can be computed with the measure \"{measure}\".";
    public override string FrontierSame => "Both aims are the same: choose another with --against.";
    public override string FrontierOther(string file) => $"{file} holds points of another question (scenario, --against, --points or --tolerance): choose another folder.";
    public override string PointsFound(string found, string of) => $"{found} of {of} points";
}

internal sealed partial class PersianWords
{
    public override string FrontierBenefit(string mean, string fairest, string leastFair, string benefitLow, string benefitHigh, string price) =>
        $"هزینه عدالت {price} از فایده کل است: از عادلانه‌ترین تخصیص تا تخصیصی با بیشترین فایده کل، {mean} از {benefitLow} به {benefitHigh} افزایش و سنجه عدالت از {fairest} به {leastFair} کاهش می‌یابد.";
    public override string FrontierBudget(string moneyLow, string moneyHigh, string unit, string leastFair, string fairest) =>
        $"با پولی از {moneyLow} تا {moneyHigh} {unit}، سنجه عدالت در عادلانه‌ترین تخصیص‌ها از {leastFair} تا {fairest} است.";
    public override string FrontierMeasure(string other, string fairest, string leastFair, string otherLow, string otherHigh) =>
        $"از عادلانه‌ترین تخصیص تا بهترین تخصیص با {Quoted(other)}، این سنجه از {otherLow} به {otherHigh} می‌رسد و سنجه عدالت از {fairest} به {leastFair} کاهش می‌یابد.";
    public override string FrontierOnePoint => "چیزی برای بده‌بستان نیست: یک تخصیص در هر دو هدف بهترین است.";
    public override string BendBenefit(string point, string fairness, string other, string second) => $"نقطه خم، یعنی جایی که بده‌بستان گران می‌شود، نقطه {point} است (سنجه عدالت {fairness}؛ {other}: {second}): تا آنجا هر بهره بیشتر، به‌طور میانگین، به بهای عدالت کمتری به دست می‌آید تا پس از آن.";
    public override string BendBudget(string point, string fairness, string money, string share, string part) =>
        $"نقطه خم شماره {point} است: با {money} ({share} از پول) سنجه عدالت {fairness} و {part} از کل بهبود به دست می‌آید؛ از آن پس هر واحد پول بیشتر، به‌طور میانگین، بهره کمتری دارد تا پیش از آن.";
    public override string NoBend => "خمی در کار نیست: هر گام کم‌وبیش به اندازه گام پیشین هزینه دارد.";
    public override string CoreSentence(string certain, string outside, string borderline) =>
        $"پروژه‌هایی که در همه تخصیص‌های این مرز هست: {certain}؛ در هیچ‌یک نیست: {outside}؛ بسته به انتخاب شوراست: {borderline}.";
    public override string FrontierStopped(string points) => $"زمان پس از {points} نقطه به پایان رسید؛ با {PersianText.Isolated("--out")} اجرای بعدی از همان‌جا ادامه می‌یابد.";
    public override string FrontierTitle(string points) => $"مرز بده‌بستان ({points} تخصیص که هیچ‌کدام در هر دو هدف از دیگری بهتر نیست)";
    public override string PointColumn => "نقطه";
    public override string FairnessColumn => "سنجه عدالت";
    public override string GapColumn => "حداکثر فاصله";
    public override string BendMark => "خم";
    public override string Unsettled => "متوقف‌شده";
    public override string CoreTitle => "پروژه‌هایی که بسته به انتخاب شوراست";
    public override string CoreShare => "در چه سهمی از تخصیص‌ها";
    public override string FrontierNotServed(string measure) => $"با سنجه {Quoted(measure)} نمی‌توان مرز بده‌بستان را محاسبه کرد.";
    public override string FrontierSame => $"هر دو هدف یکی است: با {PersianText.Isolated("--against")} هدف دیگری برگزینید.";
    public override string FrontierOther(string file) => $"{PersianText.Isolated(file)} نقطه‌های پرسش دیگری را دارد (سناریو، {PersianText.Isolated("--against")}، {PersianText.Isolated("--points")} یا {PersianText.Isolated("--tolerance")}): پوشه دیگری برگزینید.";
    public override string PointsFound(string found, string of) => $"{found} نقطه از {of}";
}
