using Allocation.Engine.Explaining;

namespace Allocation.Host.Reports;

// What stands in the way where no plan exists, the least changes that open it, and what can be had at best. Figures come written, with their unit.
internal abstract partial class Words
{
    /// <summary>What arithmetic alone shows: so much is needed and so much there is, under the statement named.</summary>
    public abstract string PlainSentence(PlainReason reason, string needs, string has, string name, bool isFund);
    /// <param name="smallest">True where without any one of several the others can hold.</param>
    /// <param name="alone">True where it is one statement.</param>
    public abstract string ConflictHead(bool smallest, bool alone);
    public abstract string FundStatement(string name, string amount, string id);
    public abstract string RuleStatement(string name, string reason, string id);
    public abstract string RuleBroken(string name, string limits, string used, string id);
    /// <param name="allTried">False where time ran out before every statement was tried.</param>
    /// <param name="least">True where each of them is known to be the least change of its kind.</param>
    public abstract string RepairHead(bool allTried, bool least);
    /// <summary>Above the plan that is not valid, where no single change was found to be enough.</summary>
    /// <param name="allTried">False where time ran out before every statement was tried.</param>
    public abstract string NoSingleRepair(bool allTried);
    public abstract string UnitPerResident(string amount, string unit);
    public abstract string RaiseFund(string name, string by, string from, string to);
    public abstract string LowerFloor(string name, string by, string from, string to);
    public abstract string RaiseCeiling(string name, string by, string from, string to);
    public abstract string FewerAtOnce(string name, string from, string to);
    public abstract string DropRule(string name);
    public abstract string DropLock(string name);
    public abstract string PerhapsLess(string change);
    public abstract string MoreInFile(string count, string file);
    /// <summary>What a plan breaks in all (null: nothing that is counted in money), whether no plan breaks less, and else what every plan breaks at least (null: not known); not settled: nobody knows whether there is a plan that breaks nothing.</summary>
    public abstract string BestEffortHead(string? broken, bool least, string? atLeast, bool settled);
    public abstract string BestEffortPlan(string funded, string projects, string money, string measure, string before, string after);
}

internal sealed partial class EnglishWords
{
    public override string PlainSentence(PlainReason reason, string needs, string has, string name, bool isFund) => reason switch
    {
        PlainReason.Locks => isFund ? $"What is locked takes {needs} from fund \"{name}\", which has {has}." : $"What is locked alone comes to {needs} under \"{name}\", which allows {has}.",
        PlainReason.Unreachable => $"\"{name}\" asks for {needs}, and everything that could count for it comes to {has}.",
        PlainReason.Floors => isFund ? $"The floors alone add up to {needs}, and all funds together have {has}." : $"The floors alone add up to {needs} under \"{name}\", which allows {has}.",
        PlainReason.TooFew => $"\"{name}\" asks for {needs} projects, and no more than {has} can count for it.",
        PlainReason.TooMany => $"{needs} of the projects that \"{name}\" counts are locked in, and it allows {has}.",
        PlainReason.Prerequisite => $"The locks contradict \"{name}\": what is locked in waits for what is locked out.",
        _ => $"Beside what is locked, the share that \"{name}\" asks for cannot be had, whatever else is funded.",
    };
    public override string ConflictHead(bool smallest, bool alone) => alone ? "This cannot hold, even with everything else dropped:" : smallest ? "These cannot hold together; without any one of them the others can:" : "These cannot hold together:";
    public override string FundStatement(string name, string amount, string id) => $"fund \"{name}\" has {amount} ({id})";
    public override string RuleStatement(string name, string reason, string id) => reason.Length == 0 ? $"rule \"{name}\" ({id})" : $"rule \"{name}\": {reason} ({id})";
    public override string RuleBroken(string name, string limits, string used, string id) => $"rule \"{name}\": {limits}; here: {used} ({id})";
    public override string RepairHead(bool allTried, bool least) =>
        !allTried ? "Any one of these makes a plan possible (time ran out before every way was tried):"
        : least ? "Any one of these makes a plan possible; each is the least change of its kind:" : "Any one of these makes a plan possible:";
    public override string NoSingleRepair(bool allTried) => (allTried ? "No change of one of these alone is enough" : "Time ran out before a change of one of these alone was found to be enough")
        + "; to allow all that the plan below breaks is enough.";
    public override string UnitPerResident(string amount, string unit) => $"{amount} {unit} per resident";
    public override string RaiseFund(string name, string by, string from, string to) => $"raise fund \"{name}\" by {by}, from {from} to {to}";
    public override string LowerFloor(string name, string by, string from, string to) => $"lower the least of \"{name}\" by {by}, from {from} to {to}";
    public override string RaiseCeiling(string name, string by, string from, string to) => $"raise the most of \"{name}\" by {by}, from {from} to {to}";
    public override string FewerAtOnce(string name, string from, string to) => $"let \"{name}\" cover {to} {(to == "1" ? "project" : "projects")} running over at once, not {from}";
    public override string DropRule(string name) => $"drop rule \"{name}\"";
    public override string DropLock(string name) => $"drop the lock \"{name}\"";
    public override string PerhapsLess(string change) => $"{change} (perhaps less is enough)";
    public override string MoreInFile(string count, string file) => $"… and {count} more (all of them in {file}, with --out)";
    public override string BestEffortHead(string? broken, bool least, string? atLeast, bool settled) =>
        $"NOT VALID, the {(settled ? "best that can be had" : "nearest that was found")}: a plan that breaks what follows{(broken is null ? "" : $", in all by {broken}")}{(least ? " (no plan breaks less)" : atLeast is null ? "" : $" (every plan breaks at least {atLeast})")}:";
    public override string BestEffortPlan(string funded, string projects, string money, string measure, string before, string after) =>
        $"It would fund {funded} of {projects} projects for {money}. {measure} would go from {before} to {after}:";
}

internal sealed partial class PersianWords
{
    public override string PlainSentence(PlainReason reason, string needs, string has, string name, bool isFund) => reason switch
    {
        PlainReason.Locks => isFund ? $"آنچه الزام شده است {needs} از منبع {Quoted(name)} می‌خواهد، ولی این منبع {has} دارد." : $"آنچه الزام شده است به‌تنهایی در {Quoted(name)} به {needs} می‌رسد، ولی سقف آن {has} است.",
        PlainReason.Unreachable => $"{Quoted(name)} {needs} می‌خواهد، ولی همه آنچه برای آن به شمار می‌آید {has} است.",
        PlainReason.Floors => isFund ? $"جمع کف‌ها {needs} است، ولی همه منبع‌ها با هم {has} دارند." : $"جمع کف‌ها در {Quoted(name)} به {needs} می‌رسد، ولی سقف آن {has} است.",
        PlainReason.TooFew => $"{Quoted(name)} {needs} پروژه می‌خواهد، ولی بیش از {has} پروژه برای آن به شمار نمی‌آید.",
        PlainReason.TooMany => $"{needs} پروژه از آنچه {Quoted(name)} می‌شمارد الزام شده است، ولی این قاعده بیش از {has} را نمی‌پذیرد.",
        PlainReason.Prerequisite => $"الزام‌ها با {Quoted(name)} نمی‌خوانند: پروژه‌ای که باید تأمین شود در انتظار پروژه‌ای است که نباید تأمین شود.",
        _ => $"در کنار آنچه الزام شده است، هر چه دیگر هم تأمین شود، سهمی که {Quoted(name)} می‌خواهد به دست نمی‌آید.",
    };
    public override string ConflictHead(bool smallest, bool alone) => alone ? "این شدنی نیست، حتی اگر همه قاعده‌های دیگر برداشته شود:" : smallest ? "این‌ها با هم شدنی نیستند؛ هر کدام برداشته شود، بقیه شدنی است:" : "این‌ها با هم شدنی نیستند:";
    public override string FundStatement(string name, string amount, string id) => $"منبع {Quoted(name)} {amount} دارد ({PersianText.Isolated(id)})";
    public override string RuleStatement(string name, string reason, string id) => reason.Length == 0 ? $"قاعده {Quoted(name)} ({PersianText.Isolated(id)})" : $"قاعده {Quoted(name)}: {reason} ({PersianText.Isolated(id)})";
    public override string RuleBroken(string name, string limits, string used, string id) => $"قاعده {Quoted(name)}: {limits}؛ اینجا: {used} ({PersianText.Isolated(id)})";
    public override string RepairHead(bool allTried, bool least) =>
        !allTried ? "هر کدام از این‌ها به‌تنهایی تخصیص را شدنی می‌کند (برای آزمودن همه راه‌ها زمان نماند):"
        : least ? "هر کدام از این‌ها به‌تنهایی تخصیص را شدنی می‌کند و کوچک‌ترین تغییر از نوع خود است:" : "هر کدام از این‌ها به‌تنهایی تخصیص را شدنی می‌کند:";
    public override string NoSingleRepair(bool allTried) => (allTried ? "تغییر هیچ‌کدام از این‌ها به‌تنهایی بس نیست" : "زمان به پایان رسید و تغییری که به‌تنهایی بس باشد پیدا نشد")
        + "؛ پذیرفتن همه آنچه تخصیص زیر زیر پا می‌گذارد بس است.";
    public override string UnitPerResident(string amount, string unit) => $"{amount} {unit} برای هر نفر";
    public override string RaiseFund(string name, string by, string from, string to) => $"منبع {Quoted(name)} {by} افزایش یابد و از {from} به {to} برسد";
    public override string LowerFloor(string name, string by, string from, string to) => $"حداقل {Quoted(name)} {by} کاهش یابد و از {from} به {to} برسد";
    public override string RaiseCeiling(string name, string by, string from, string to) => $"حداکثر {Quoted(name)} {by} افزایش یابد و از {from} به {to} برسد";
    public override string FewerAtOnce(string name, string from, string to) => $"{Quoted(name)} به‌جای {from} پروژه، هزینه اضافی همزمان {to} پروژه را پوشش دهد";
    public override string DropRule(string name) => $"قاعده {Quoted(name)} برداشته شود";
    public override string DropLock(string name) => $"الزام {Quoted(name)} برداشته شود";
    public override string PerhapsLess(string change) => $"{change} (شاید کمتر هم بس باشد)";
    public override string MoreInFile(string count, string file) => $"… و {count} مورد دیگر (همه در {PersianText.Isolated(file)} با {PersianText.Isolated("--out")})";
    public override string BestEffortHead(string? broken, bool least, string? atLeast, bool settled) =>
        $"نامعتبر؛ {(settled ? "بهترین چیزی که به دست می‌آید" : "نزدیک‌ترین چیزی که پیدا شد")}: تخصیصی که موارد زیر را زیر پا می‌گذارد{(broken is null ? "" : $"، روی‌هم به اندازه {broken}")}{(least ? " (هیچ تخصیصی کمتر از این زیر پا نمی‌گذارد)" : atLeast is null ? "" : $" (هر تخصیصی دست‌کم {atLeast} زیر پا می‌گذارد)")}:";
    public override string BestEffortPlan(string funded, string projects, string money, string measure, string before, string after) =>
        $"این تخصیص {funded} پروژه از {projects} پروژه را با {money} تأمین می‌کند. {measure} از {before} به {after} می‌رسد:";
}
