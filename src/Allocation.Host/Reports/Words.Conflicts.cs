namespace Allocation.Host.Reports;

// What stands in the way where no plan exists, and the least changes that open it. Figures come written, with their unit.
internal abstract partial class Words
{
    public abstract string ConflictHead(bool smallest);
    public abstract string FundStatement(string name, string amount, string id);
    public abstract string RuleStatement(string name, string reason, string id);
    public abstract string RepairHead { get; }
    public abstract string RaiseFund(string name, string from, string to);
    public abstract string LowerFloor(string name, string from, string to);
    public abstract string RaiseCeiling(string name, string from, string to);
    public abstract string DropRule(string name);
}

internal sealed partial class EnglishWords
{
    public override string ConflictHead(bool smallest) => smallest ? "These cannot hold together; without any one of them the others can:" : "These cannot hold together:";
    public override string FundStatement(string name, string amount, string id) => $"fund \"{name}\" has {amount} ({id})";
    public override string RuleStatement(string name, string reason, string id) => reason.Length == 0 ? $"rule \"{name}\" ({id})" : $"rule \"{name}\": {reason} ({id})";
    public override string RepairHead => "Any one of these makes a plan possible; each is the least change of its kind:";
    public override string RaiseFund(string name, string from, string to) => $"raise fund \"{name}\" from {from} to {to}";
    public override string LowerFloor(string name, string from, string to) => $"lower the least of \"{name}\" from {from} to {to}";
    public override string RaiseCeiling(string name, string from, string to) => $"raise the most of \"{name}\" from {from} to {to}";
    public override string DropRule(string name) => $"drop rule \"{name}\"";
}

internal sealed partial class PersianWords
{
    public override string ConflictHead(bool smallest) => smallest ? "این‌ها با هم شدنی نیستند؛ هر کدام برداشته شود، بقیه شدنی است:" : "این‌ها با هم شدنی نیستند:";
    public override string FundStatement(string name, string amount, string id) => $"منبع «{name}» {amount} دارد ({PersianText.Isolated(id)})";
    public override string RuleStatement(string name, string reason, string id) => reason.Length == 0 ? $"قاعده «{name}» ({PersianText.Isolated(id)})" : $"قاعده «{name}»: {reason} ({PersianText.Isolated(id)})";
    public override string RepairHead => "هر کدام از این‌ها به‌تنهایی تخصیص را شدنی می‌کند و کوچک‌ترین تغییر از نوع خود است:";
    public override string RaiseFund(string name, string from, string to) => $"منبع «{name}» از {from} به {to} برسد";
    public override string LowerFloor(string name, string from, string to) => $"حداقل «{name}» از {from} به {to} کاهش یابد";
    public override string RaiseCeiling(string name, string from, string to) => $"حداکثر «{name}» از {from} به {to} افزایش یابد";
    public override string DropRule(string name) => $"قاعده «{name}» برداشته شود";
}
