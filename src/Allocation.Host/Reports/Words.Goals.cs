namespace Allocation.Host.Reports;

// Several goals in order.
internal abstract partial class Words
{
    public abstract string GoalsProven { get; }
    public abstract string GoalsOpen(string proven, string all, string next);
    public abstract string GoalLine(string number, string goal, string value, string state);
    public abstract string GoalBest { get; }
    public abstract string GoalWithin(string bound);
    public abstract string GoalWithoutBound { get; }
    public abstract string GoalGaveUp(string best, string least, bool proven);
    public abstract string GoalsOnly { get; }
    /// <param name="measure">Its name.</param>
    /// <param name="such">How a command line says a line at 60 % of the standards.</param>
    public abstract string LineMissing(string measure, string such);
    /// <param name="measure">Its name.</param>
    /// <param name="given">What stands on the command line and should not.</param>
    public abstract string NoParameter(string measure, string given);
    public abstract string GoalsMisspelt(string goal);
    public abstract string CertificateOfGoals { get; }
}

internal sealed partial class EnglishWords
{
    public override string GoalsProven => "Proven best in this order of goals: no plan that keeps every rule has more of one goal while it keeps what was held of those before it.";
    public override string GoalsOpen(string proven, string all, string next) => $"Proven for {proven} of {all} goals in their order; {next}.";
    public override string GoalLine(string number, string goal, string value, string state) => $"Goal {number}. {goal}: {value}; {state}.";
    public override string GoalBest => "proven best";
    public override string GoalWithin(string bound) => $"no plan can exceed {bound}";
    public override string GoalWithoutBound => "no bound is known";
    public override string GoalGaveUp(string best, string least, bool proven) => $"the best found is {best}{(proven ? " (proven)" : "")}, and later goals had to leave {least}";
    public override string LineMissing(string measure, string such) => $"{measure} is about a line that only you can draw: say where it is, such as {such} for 60% of the standards.";
    public override string NoParameter(string measure, string given) => $"{measure} takes no parameter: leave {given} out.";
    public override string GoalsOnly => "Give either --goals or --measure with --parameter.";
    public override string GoalsMisspelt(string goal) => $"\"{goal}\" is not NAME, NAME:PARAMETER or NAME:PARAMETER~GIVE_UP, such as worst-off~0.02 or atkinson:1.";
    public override string CertificateOfGoals => "A certificate is about one goal, and the scenario states several.";
}

internal sealed partial class PersianWords
{
    public override string GoalsProven => "بهترین تخصیص به ترتیب هدف‌ها، با اثبات: هیچ تخصیصی که همه قاعده‌ها را رعایت کند هدفی را بیش از این برآورده نمی‌کند، مگر این که از آنچه برای هدف‌های پیشین نگه داشته شده است بکاهد.";
    public override string GoalsOpen(string proven, string all, string next) => $"از {all} هدف، {proven} هدف نخست به ترتیب اثبات شده است؛ {next}.";
    public override string GoalLine(string number, string goal, string value, string state) => $"هدف {number}. {goal}: {value}؛ {state}.";
    public override string GoalBest => "بهترین، با اثبات";
    public override string GoalWithin(string bound) => $"هیچ تخصیصی از {bound} فراتر نمی‌رود";
    public override string GoalWithoutBound => "کران آن معلوم نیست";
    public override string GoalGaveUp(string best, string least, bool proven) => $"بهترین مقدار یافته‌شده {best} است{(proven ? " (با اثبات)" : "")} و هدف‌های بعدی باید {least} را نگه می‌داشتند";
    public override string LineMissing(string measure, string such) => $"{PersianText.Isolated(measure)} خط معیار می‌خواهد که تنها شما می‌توانید بکشید: جای آن را هم بگویید، برای نمونه {PersianText.Isolated(such)} برای ۶۰٪ استانداردها.";
    public override string NoParameter(string measure, string given) => $"{PersianText.Isolated(measure)} پارامتر ندارد: {PersianText.Isolated(given)} را بردارید.";
    public override string GoalsOnly => $"یا {PersianText.Isolated("--goals")} را بدهید یا {PersianText.Isolated("--measure")} و {PersianText.Isolated("--parameter")} را.";
    public override string GoalsMisspelt(string goal) => $"«{PersianText.Isolated(goal)}» به شکل {PersianText.Isolated("NAME:PARAMETER~GIVE_UP")} نیست؛ برای نمونه {PersianText.Isolated("worst-off~0.02")} یا {PersianText.Isolated("atkinson:1")}.";
    public override string CertificateOfGoals => "گواهی درباره یک هدف است و این سناریو چند هدف دارد.";
}
