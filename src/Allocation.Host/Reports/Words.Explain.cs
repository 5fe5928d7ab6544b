using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

// What the answers to a planner's and a council's questions say. Figures come written, with their unit.
internal abstract partial class Words
{
    // Shared by several answers.
    public abstract string Quoted(string name);
    public abstract string NotKnown { get; }
    public abstract string Between(string least, string most);
    public abstract string AndOthers(string names, string others);
    public abstract string AndMoreRows(string count);
    /// <param name="basis">What that rests on; null where it is not known.</param>
    /// <summary>What is known of the plan that was asked about; <paramref name="gap"/> null = it is proven best.</summary>
    public abstract string AnswerWithin(string? gap, string? basis);
    public abstract string AnswerWithoutBound { get; }
    /// <summary>Said where a difference in an answer is smaller than the gap that the plan's own search was content with.</summary>
    public abstract string FinerThanSearch(string open);
    public abstract string ProjectsThatChange { get; }
    public abstract string PlacesThatChange { get; }
    public abstract string MoneyNow { get; }
    public abstract string MoneyThen { get; }
    public abstract string OutcomeNow { get; }
    public abstract string OutcomeThen { get; }
    public abstract string ChangeColumn { get; }
    /// <summary>A column of differences between per cents.</summary>
    public abstract string InPoints(string column);
    public abstract string PerResidentNow { get; }
    public abstract string PerResidentThen { get; }
    public abstract string MeasureThen(string now, string then, string atMost);
    public abstract string NoSuchProject(string id, string? nearest);
    public abstract string NoSuchPlace(string id, string? nearest);
    /// <summary>Several share a name: which their ids tell apart.</summary>
    public abstract string SeveralNamed(string name, IReadOnlyList<string> ids);
    public abstract string ResultOfOther(string folder);
    public abstract string ResultNoPlan(string folder);

    // Why a project is in or out.
    public abstract string DecidedByLock(string name, bool funded, string rule, string reason);
    public abstract string DecidedByRules(string name, bool funded);
    public abstract string DecidedByFairness(string name, bool funded, string loss);
    public abstract string DecidedEvenly(string name, bool funded);
    public abstract string NotDecided(string name, bool funded, string? loss);
    public abstract string LockCosts(bool funded, string gain);
    public abstract string LockAgrees(bool funded, string loss);
    public abstract string LockEven(bool funded);
    public abstract string LockNotKnown(bool funded);
    public abstract string LockOpen(bool funded, string gain, string loss);
    public abstract string WhoGainsAndLoses(bool funded, string gaining, string gainingResidents, string losing, string losingResidents);
    /// <summary>What becomes of the other projects, each group by its names where they are few; empty names stand for none.</summary>
    public abstract string OtherProjects(string entering, string leaving, string growing, string shrinking);
    /// <summary>Many projects where their names would be too many.</summary>
    public abstract string ManyOfThem(string count);
    public abstract string LeastExtra(string amount, string fund);
    public abstract string FitsWithoutMore { get; }
    public abstract string NoMoneyHelps(string rules);
    public abstract string NoFundAlone { get; }
    public abstract string DecidingRules { get; }
    public abstract string CannotHoldWith { get; }
    public abstract string CannotHoldWithout { get; }
    public abstract string ForcedIn { get; }
    public abstract string ForcedOut { get; }
    public abstract string ExtraHead { get; }
    public abstract string MoreNeeded { get; }
    public abstract string NotByThisAlone { get; }
    public abstract string BreaksHead { get; }

    // What a neighbourhood gets and could get.
    /// <param name="reaches">From what to what its outcome goes.</param>
    public abstract string PlaceGets(string name, string residents, string? deprivation, string reaches, string money, string perResident, string city);
    public abstract string OutcomeGoes(OutcomeKind outcome, string before, string after, string unit);
    public abstract string PlaceReach(string reach, string funded, string candidates, string average, string mean);
    public abstract string NothingReaches(string name);
    public abstract string RedFlag(string name, string services);
    public abstract string AmongAlike(string alike, string rank, string all);
    public abstract string NeedsHead { get; }
    public abstract string ServiceColumn { get; }
    public abstract string MissingColumn { get; }
    public abstract string CandidatesColumn { get; }
    public abstract string NoCandidate { get; }
    public abstract string ReachingHead { get; }
    public abstract string InPlanColumn { get; }
    public abstract string MoneyHere { get; }
    public abstract string AddsColumn { get; }
    public abstract string AskAboutProject { get; }
    public abstract string RulesHere { get; }
    public abstract string RulesBringing { get; }
    public abstract string AlikeHead { get; }
    /// <summary>How many get nothing, and for how many needs nobody has proposed anything (null = outcomes are not counted by need).</summary>
    public abstract string PlacesSentence(string places, string without, string? unanswered, string inPlaces);
    public abstract string UnansweredHead { get; }
    public abstract string AnythingAtAll { get; }
    public abstract string ReachColumn { get; }
    public abstract string FundedOfColumn { get; }

    // What rules cost.
    public abstract string NoRulesAtAll { get; }
    public abstract string DearestRule(string rule, string gain, string reason);
    /// <summary>What is said instead where others may cost more.</summary>
    public abstract string DearestOpen(string known, string dearer);
    public abstract string NoRuleCosts { get; }
    public abstract string NoRuleKnownToCost(string? atMost);
    public abstract string LocksHoldOpen(string locks, string money, string share);
    public abstract string LocksHold(string locks, string money, string share, string? gain);
    public abstract string NothingGained { get; }
    /// <summary>What is said instead of <see cref="WorthMost"/> where more money elsewhere may do more.</summary>
    public abstract string WorthOpen(string known, string better);
    /// <summary>A fund, how much more in it, and what that is known to bring.</summary>
    public abstract string WorthKnown(string fund, string more, string gain);
    public abstract string WorthMost(string fund, string more, string gain, string? enough);
    public abstract string RuleCostsHead { get; }
    public abstract string FundWorthsHead { get; }
    /// <summary>What a per cent of fairness is a part of, where the measure's value is one itself.</summary>
    public abstract string FairerIsOf(string value, string points);
    public abstract string FairerWithout { get; }
    public abstract string FairerWith { get; }
    public abstract string WouldGain { get; }
    public abstract string WouldLose { get; }
    public abstract string MoreInIt { get; }
    public abstract string EnoughForIt { get; }
    public abstract string PlanWithoutRule(string rule);

    // How sure each project is.
    public abstract string ProjectsSentence(string all, string inside, string outside, string certain, string fairness);
    public abstract string ProjectsLeft(string swing, string open);
    public abstract string ProjectsLeaning(string inside, string outside);
    public abstract string LeaningHead { get; }
    public abstract string TurnedPrice { get; }
    public abstract string EitherWay { get; }
    public abstract string NotDecidedHead { get; }
    public abstract string InByFairness { get; }
    public abstract string OutByFairness { get; }
    public abstract string ByLocksAndRules { get; }
    public abstract string TurnedLoses { get; }
    public abstract string NoPlanSo { get; }
}
