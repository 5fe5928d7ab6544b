using Allocation.Engine;
using Allocation.Engine.Explaining;

namespace Allocation.Host.Reports;

internal sealed partial class EnglishWords
{
    public override string OptionLetter(int at) => ((char)('A' + at)).ToString();
    public override string NamedOption(string letter, string name) => $"{letter} ({name})";
    public override string OptionIs(string letter, string name, string path) => $"{letter} = {name} ({path})";
    public override string Instead(string to, string from, string gaining, string gainingResidents, string losing, string losingResidents) =>
        $"{to} instead of {from}: {Places(gaining)} with {gainingResidents} residents {(gaining == "1" ? "gains" : "gain")}, {Places(losing)} with {losingResidents} residents {(losing == "1" ? "loses" : "lose")}.";
    public override string InsteadValues(string valueFrom, string valueTo) => $"Fairness goes from {valueFrom} to {valueTo}.";
    public override string InsteadFigures(string valueFrom, string valueTo, string neediestFrom, string neediestTo, string unit) =>
        $"Fairness goes from {valueFrom} to {valueTo}; the neediest fifth of residents gets {(neediestTo == neediestFrom ? $"{neediestTo} {unit} each in both" : $"{neediestTo} instead of {neediestFrom} {unit} each")}.";
    public override string NobodyGains(string to, string from, string losing, string residents) => $"{to} instead of {from}: nobody gains, {Places(losing)} with {residents} residents {(losing == "1" ? "loses" : "lose")}.";
    public override string NobodyLoses(string to, string from, string gaining, string residents) => $"{to} instead of {from}: {Places(gaining)} with {residents} residents {(gaining == "1" ? "gains" : "gain")}, nobody loses.";
    public override string FundOverspent(string name, string has, string takes) => $"fund \"{name}\" has {has}, the plan takes {takes}";
    public override string Unmoved(string places) => places == "1" ? "One neighbourhood has the same in both." : $"{places} neighbourhoods have the same in both.";
    public override string NobodyMoves(string to, string from) => $"{to} instead of {from}: every neighbourhood has the same.";
    public override string WhatDiffers(string to, string from) => $"What is different in {to} from {from}";
    public override string SaysTheSame => "The scenarios say the same.";
    public override string OtherGoal => "fairness is measured otherwise";
    public override string FigureChanged(string name, string from, string to, string change) => $"{name}: {from} → {to} ({change})";
    public override string FundGone(string name, bool added) => $"fund \"{name}\" is {(added ? "added" : "not there")}";
    public override string ProjectGone(string name, bool added) => $"project \"{name}\" is {(added ? "added" : "not there")}";
    public override string ManyFunds(string count, string from, string to, string change) => $"{count} funds, together {from} → {to} ({change})";
    public override string ManyProjects(string count, string from, string to, string change) => $"costs of {count} projects, together {from} → {to} ({change})";
    public override string RuleDiffers(string name, DifferenceKind kind) =>
        $"rule \"{name}\" is {kind switch { DifferenceKind.RuleAdded => "added", DifferenceKind.RuleRemoved => "dropped", _ => "changed" }}";
    public override string ProjectMoves(string entering, string moneyIn, string leaving, string moneyOut, string resized) =>
        $"Projects that come in: {entering} ({moneyIn}); that go out: {leaving} ({moneyOut}); funded at another level: {resized}.";
    public override string MoreInJson(string count) => $"… and {count} more (all of them: --format json)";
    public override string SideBySide => "Side by side";
    public override string Reached => "Reaches, of what A's money and rules allow";
    public override string ReachedNote => "100% is the most that any plan can add to today's fairness with A's money and rules.";
    public override string NeediestMoney => "Neediest fifth gets, of the money";
    public override string ReachedMore => "More than 100% has an option with more money than A, with other rules, or one that does not keep a rule.";
    public override string Unkept => "Rules not kept";
    public override string ProofOf(Proof? proof, string? gap, string? basis) => proof switch
    {
        null => "made by hand",
        Proof.Best => basis is null ? "proven best" : $"proven best ({basis})",
        _ => gap is null ? "keeps every rule" : $"within {gap} of the best{(basis is null ? "" : $" ({basis})")}",
    };
    public override string UnkeptHead(string letter) => $"{letter} does not keep:";
    public override string NotVerified(string letter) => $"{letter} is shown as its file says: its scenario was not given (--scenario), so it was not checked again.";
    public override string FifthsTitle => "By fifths of residents, the most deprived first";
    public override string FifthName(int rank) => rank switch { 1 => "1 (most deprived)", 5 => "5 (least deprived)", _ => rank.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    public override string MoneyOf(string letter) => $"Money each, {letter}";
    public override string OutcomeOf(string letter) => $"Outcome, {letter}";
    public override string ChangeTo(string letter) => $"{letter} against A";
    public override string GainersTitle => "Who gains and who loses, the most deprived first";
    public override string GainersUnranked => "Who gains and who loses";
    public override string MoneyTitle => "Money per resident; against an equal share for everybody";
    public override string VersusEqual(string letter) => $"{letter} − equal";
    public override string VersusLastYear(string letter) => $"{letter} − last";
    public override string LastYear => "Last year";
    public override string ThumbTitle => "Rules of thumb, for comparison";
    public override string ThumbNote => "What the same money and rules would give if nobody optimised; floors may be missed.";
    public override string ThumbName(Yardstick kind) => kind switch
    {
        Yardstick.Greedy => "most benefit for the money first",
        Yardstick.PerHead => "equal money per head",
        _ => "money per head by deprivation",
    };
    public override string CannotCompare(string first, string other, string why) => $"{first} and {other} cannot be compared: {why}.";
    public override string UnlikeOutcome => "they count different outcomes";
    public override string UnlikePlaces => "they are not about the same neighbourhoods and residents";
    public override string UnlikeMoney => "they count money in different units";
    public override string PlanNeedsScenario(string file) => $"{file} is a plan: name its scenario beside it, or with --scenario.";
    public override string PlanMakesNoSense(string file) => $"{file} cannot be paid for from any fund that may pay:";
    public override string NoPlanFor(string path) => $"{path}: no plan keeps every rule, so there is nothing to compare; solve says why.";
    public override string ResultOfOtherPlan(string path) => $"{path} does not hold up against its scenario:";

    private static string Places(string count) => count == "1" ? "1 neighbourhood" : $"{count} neighbourhoods";
}
