using Allocation.Engine.Explaining;

namespace Allocation.Host.Reports;

// Options side by side. Figures come written, with their unit.
internal abstract partial class Words
{
    /// <summary>The letter of an option, counted from 0.</summary>
    public abstract string OptionLetter(int at);
    public abstract string NamedOption(string letter, string name);
    public abstract string OptionIs(string letter, string name, string path);
    public abstract string Instead(string to, string from, string gaining, string gainingResidents, string losing, string losingResidents);
    /// <summary>The same where nothing is known of who is needier.</summary>
    public abstract string InsteadValues(string valueFrom, string valueTo);
    public abstract string InsteadFigures(string valueFrom, string valueTo, string neediestFrom, string neediestTo, string unit);
    public abstract string NobodyGains(string to, string from, string losing, string residents);
    public abstract string NobodyLoses(string to, string from, string gaining, string residents);
    /// <summary>How many places gain and lose where one plan takes the place of another, with their residents.</summary>
    public string WhoMoves(string to, string from, (int Places, long Residents) gaining, (int Places, long Residents) losing, int unmoved)
    {
        var (gain, gainers, lose, losers) = (Figures.Whole(gaining.Places), Figures.Whole(gaining.Residents), Figures.Whole(losing.Places), Figures.Whole(losing.Residents));
        if (gaining.Places + losing.Places == 0) return NobodyMoves(to, from);
        var moves = gaining.Places == 0 ? NobodyGains(to, from, lose, losers)
            : losing.Places == 0 ? NobodyLoses(to, from, gain, gainers)
            : Instead(to, from, gain, gainers, lose, losers);
        return unmoved == 0 ? moves : $"{moves} {Unmoved(Figures.Whole(unmoved))}";
    }
    public abstract string Unmoved(string places);
    public abstract string FundOverspent(string name, string has, string takes);
    public abstract string NobodyMoves(string to, string from);
    public abstract string WhatDiffers(string to, string from);
    public abstract string SaysTheSame { get; }
    public abstract string OtherGoal { get; }
    public abstract string FigureChanged(string name, string from, string to, string change);
    public abstract string FundGone(string name, bool added);
    public abstract string ProjectGone(string name, bool added);
    public abstract string ManyFunds(string count, string from, string to, string change);
    public abstract string ManyProjects(string count, string from, string to, string change);
    public abstract string RuleDiffers(string name, DifferenceKind kind);
    public abstract string ProjectMoves(string entering, string moneyIn, string leaving, string moneyOut, string resized);
    public abstract string MoreInJson(string count);
    public abstract string SideBySide { get; }
    public abstract string Reached { get; }
    public abstract string ReachedNote { get; }
    /// <summary>Where an option reaches more than that.</summary>
    public abstract string ReachedMore { get; }
    public abstract string NeediestMoney { get; }
    public abstract string Unkept { get; }
    public abstract string ProofOf(Allocation.Engine.Proof? proof, string? gap, string? basis);
    public abstract string UnkeptHead(string letter);
    public abstract string NotVerified(string letter);
    public abstract string FifthsTitle { get; }
    public abstract string FifthName(int rank);
    public abstract string MoneyOf(string letter);
    public abstract string OutcomeOf(string letter);
    public abstract string ChangeTo(string letter);
    public abstract string GainersTitle { get; }
    public abstract string GainersUnranked { get; }
    public abstract string MoneyTitle { get; }
    public abstract string VersusEqual(string letter);
    public abstract string VersusLastYear(string letter);
    public abstract string LastYear { get; }
    public abstract string ThumbTitle { get; }
    public abstract string ThumbNote { get; }
    public abstract string ThumbName(Yardstick kind);
    public abstract string CannotCompare(string first, string other, string why);
    public abstract string UnlikeOutcome { get; }
    public abstract string UnlikePlaces { get; }
    public abstract string UnlikeMoney { get; }
    public abstract string PlanNeedsScenario(string file);
    public abstract string PlanMakesNoSense(string file);
    public abstract string NoPlanFor(string path);
    public abstract string ResultOfOtherPlan(string path);
}
