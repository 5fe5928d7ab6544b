using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

internal sealed partial class EnglishWords
{
    public override string Quoted(string name) => $"\"{name}\"";
    public override string NotKnown => "not known in the time given";
    public override string Between(string least, string most) => $"between {least} and {most}";
    public override string AndOthers(string names, string others) => $"{names} and {others} more";
    public override string AndMoreRows(string count) => $"… and {count} more (all of them with --format json)";
    public override string AnswerWithin(string? gap, string? basis) =>
        $"The plan asked about is {(gap is null ? "proven best" : $"within {gap} of the best")}{(basis is null ? "" : $" (proof: {basis})")}; every other plan spoken of here was solved again and verified.";
    public override string AnswerWithoutBound => "How far the plan asked about is from the best is not known.";
    public override string FinerThanSearch(string open) => $"Some differences here are smaller than {open}, the gap that the search for this plan was content with: a search with a smaller tolerance says more of them.";
    public override string ProjectsThatChange => "Projects that change";
    public override string PlacesThatChange => "Who gains and who loses, per resident";
    public override string MoneyNow => "Money now";
    public override string MoneyThen => "Money then";
    public override string OutcomeNow => "Now";
    public override string OutcomeThen => "Then";
    public override string ChangeColumn => "Change";
    public override string InPoints(string column) => $"{column}, points";
    public override string PerResidentNow => "Money/head now";
    public override string PerResidentThen => "Then";
    public override string MeasureThen(string now, string then, string atMost) => $"Fairness {now} now, {then} then; no plan could then exceed {atMost}.";
    public override string NoSuchProject(string id, string? nearest) => nearest is null ? $"No project has the id or the name '{id}'. The scenario's tables list them." : $"No project has the id or the name '{id}'. Did you mean '{nearest}'?";
    public override string NoSuchPlace(string id, string? nearest) => nearest is null ? $"No neighbourhood has the id or the name '{id}'. The scenario's tables list them." : $"No neighbourhood has the id or the name '{id}'. Did you mean '{nearest}'?";
    public override string SeveralNamed(string name, IReadOnlyList<string> ids) => $"{ids.Count} are called '{name}'. Give one's id: {string.Join(", ", ids)}.";
    public override string ResultOfOther(string folder) => $"The result in {folder} is of other scenario files: solve again with --out.";
    public override string ResultNoPlan(string folder) => $"The plan in {folder} does not hold for this scenario.";

    public override string DecidedByLock(string name, bool funded, string rule, string reason) =>
        $"{name} is {InPlan(funded)} because the lock \"{rule}\" says so{(reason.Length == 0 ? "." : $": {reason.TrimEnd('.')}.")}";
    public override string DecidedByRules(string name, bool funded) => funded
        ? $"{name} is in the plan because without it no plan keeps every rule."
        : $"{name} is not in the plan because with it no plan keeps every rule.";
    public override string DecidedByFairness(string name, bool funded, string loss) => funded
        ? $"{name} is in the plan because it is worth its money: the fairest plan without it is less fair by {loss}."
        : $"{name} is not in the plan because the money does more elsewhere: the fairest plan with it is less fair by {loss}.";
    public override string DecidedEvenly(string name, bool funded) => funded
        ? $"{name} is in the plan, but could be left out: there is a plan without it that is just as fair."
        : $"{name} is not in the plan, but could be: there is a plan with it that is just as fair.";
    public override string NotDecided(string name, bool funded, string? loss) =>
        $"{name} is {InPlan(funded)}. {(loss is null ? "The time given was not enough to find a plan the other way round." : $"The other way round costs {loss} of the fairness; the time given was not enough to tell whether it costs anything.")}";
    public override string LockCosts(bool funded, string gain) => $"If that lock were dropped and the project {Turned(funded)}, the plan would be fairer by {gain}.";
    public override string LockAgrees(bool funded, string loss) => $"The lock costs nothing here: with the project {Turned(funded)} the fairest plan would be less fair by {loss}.";
    public override string LockEven(bool funded) => $"The lock makes no difference: with the project {Turned(funded)} the fairest plan would be just as fair.";
    public override string LockNotKnown(bool funded) => $"With the lock dropped and the project {Turned(funded)}: whether the plan would be fairer was not settled in the time given.";
    public override string LockOpen(bool funded, string gain, string loss) => $"With the lock dropped and the project {Turned(funded)}, the plan would be at most {gain} fairer and at most {loss} less fair; the time given was not enough to tell.";
    public override string WhoGainsAndLoses(bool funded, string gaining, string gainingResidents, string losing, string losingResidents) =>
        $"{(funded ? "Without it" : "With it")} {PlacesOf(gaining, gainingResidents)} would gain and {PlacesOf(losing, losingResidents)} would lose.";
    public override string OtherProjects(string entering, string leaving, string growing, string shrinking)
    {
        var said = new[] { (Names: entering, Does: "come in"), (Names: leaving, Does: "go out"), (Names: growing, Does: "get more money"), (Names: shrinking, Does: "get less money") }
            .Where(c => c.Names.Length > 0).Select(c => $"{c.Names} would {c.Does}").ToArray();
        return said.Length == 0 ? "No other project would change." : $"Of the other projects {string.Join("; ", said)}.";
    }
    public override string ManyOfThem(string count) => count;
    public override string LeastExtra(string amount, string fund) => $"With {amount} more in \"{fund}\" it could come in with nobody displaced.";
    public override string FitsWithoutMore => "The money left over would pay for it with nobody displaced.";
    public override string NoMoneyHelps(string rules) => $"More money would not let it in beside everything that is funded: it would break {rules}.";
    public override string NoFundAlone => "No single fund, however large, lets it in beside everything that is funded.";
    public override string DecidingRules => "What decides";
    public override string CannotHoldWith => "With it, these cannot hold together";
    public override string CannotHoldWithout => "Without it, these cannot hold together";
    public override string ForcedIn => "The fairest plan with it";
    public override string ForcedOut => "The fairest plan without it";
    public override string ExtraHead => "Money that would let it in with nobody displaced";
    public override string MoreNeeded => "More needed";
    public override string NotByThisAlone => "not by this fund alone";
    public override string BreaksHead => "Rules it would break beside everything that is funded";

    public override string PlaceGets(string name, string residents, string? deprivation, string reaches, string money, string perResident, string city) =>
        $"{name} ({residents} residents{(deprivation is null ? "" : $", deprivation {deprivation}")}) goes {reaches}: {money} are spent for it, {perResident} per resident (whole city: {city}).";
    public override string OutcomeGoes(OutcomeKind outcome, string before, string after, string unit) =>
        $"from {before} to {after} {(outcome == OutcomeKind.Attainment ? "of the service standards" : OutcomeUnit(outcome, unit))}";
    public override string PlaceReach(string reach, string funded, string candidates, string average, string mean) =>
        $"{funded} of the {candidates} projects that would reach it are funded; with all of them it could reach {reach} at most. The {InSentence(average)} of the city is at {mean}.";
    public override string NothingReaches(string name) => $"A red flag: nobody has proposed any project that reaches {name}.";
    public override string RedFlag(string name, string services) => $"A red flag: residents of {name} lack these, and nobody has proposed anything: {services}.";
    public override string AmongAlike(string alike, string rank, string all) => $"Of it and the {alike} neighbourhoods nearest in deprivation, it ranks {rank} of {all} in money per resident (1 has the most).";
    public override string NeedsHead => "Its needs, as shares of the standard";
    public override string ServiceColumn => "Service";
    public override string MissingColumn => "Missing today";
    public override string CandidatesColumn => "Candidates";
    public override string NoCandidate => "none (!)";
    public override string ReachingHead => "Projects that reach it";
    public override string InPlanColumn => "In the plan";
    public override string MoneyHere => "Money here";
    public override string AddsColumn => "Adds by itself";
    public override string AskAboutProject => "Why one of them is in or out: explain project SCENARIO ID";
    public override string RulesHere => "Rules that keep more money away: they are used up to the most they allow";
    public override string RulesBringing => "Rules that bring money here: they are only just kept";
    public override string AlikeHead => "It and the neighbourhoods nearest in deprivation";
    public override string PlacesSentence(string places, string without, string? unanswered, string inPlaces) => unanswered is null ? (without == "0" ? $"All {places} neighbourhoods get something." : $"Of {places} neighbourhoods {without} {(without == "1" ? "gets" : "get")} nothing.") :
        (without == "0" ? $"All {places} neighbourhoods get something; " : $"Of {places} neighbourhoods {without} {(without == "1" ? "gets" : "get")} nothing; ")
        + (unanswered == "0" ? "every need has at least one candidate project."
            : $"for {(unanswered == "1" ? "one need" : $"{unanswered} needs")} in {(inPlaces == "1" ? "one neighbourhood" : $"{inPlaces} neighbourhoods")} nobody has proposed anything.");
    public override string UnansweredHead => "Red flags: needs without any candidate project";
    public override string AnythingAtAll => "anything at all";
    public override string ReachColumn => "At most";
    public override string FundedOfColumn => "Funded";

    public override string NoRulesAtAll => "The scenario states no rules.";
    public override string DearestOpen(string known, string dearer) => $"Which rule or lock costs most is not known. Known to cost fairness: {known}. Could cost more than the first of these: {dearer}.";
    public override string DearestRule(string rule, string gain, string reason) => $"The dearest rule is \"{rule}\": without it the fairest plan would be fairer by {gain}.{(reason.Length == 0 ? "" : $" It is there for a reason: {reason.TrimEnd('.')}.")}";
    public override string NoRuleCosts => "No rule or lock by itself costs any fairness: without any one of them the fairest plan is just as fair.";
    public override string NoRuleKnownToCost(string? atMost) => $"No rule or lock is known to cost any fairness; {(atMost is null ? "the time given was not enough to tell what they cost." : $"none by itself costs more than {atMost} of it.")}";
    public override string LocksHoldOpen(string locks, string money, string share) => $"{(locks == "1" ? "One lock holds" : $"{locks} locks hold")} at least {money}, {share} of the money; what that costs in fairness was not settled in the time given.";
    public override string LocksHold(string locks, string money, string share, string? gain) => $"{(locks == "1" ? "One lock holds" : $"{locks} locks hold")} at least {money}, {share} of the money; without {(locks == "1" ? "it" : "any of them")} the fairest plan would be {(gain is null ? "just as fair" : $"fairer by {gain}")}.";
    public override string NothingGained => "nothing";
    public override string WorthOpen(string known, string better) => $"In which fund more money does most is not known. Known to make the fairest plan fairer: {known}. Could do more than the first of these: {better}.";
    public override string WorthKnown(string fund, string more, string gain) => $"{more} more in \"{fund}\" ({gain})";
    public override string WorthMost(string fund, string more, string gain, string? enough) => $"More money does most in \"{fund}\": {more} more there make the fairest plan fairer by {gain}{(enough is null ? "" : $", for which {enough} are enough")}.";
    public override string RuleCostsHead => "Rules and locks, the dearest first";
    public override string FundWorthsHead => "One per cent more in a fund";
    public override string FairerIsOf(string value, string points) => $"Fairer by 1% is by 1% of the plan's {value}, which are {points} percentage points.";
    public override string FairerWithout => "Fairer without";
    public override string FairerWith => "Fairer with it";
    public override string WouldGain => "Places gain";
    public override string WouldLose => "Places lose";
    public override string MoreInIt => "More in it";
    public override string EnoughForIt => "Enough of it";
    public override string PlanWithoutRule(string rule) => $"The fairest plan without \"{rule}\"";

    public override string ProjectsSentence(string all, string inside, string outside, string certain, string fairness) =>
        $"Of {all} projects {inside} are in and {outside} are out. {(certain == "0" ? "" : $"Locks and rules settle {certain} of them. ")}{(fairness == "0" ? "" : $"Fairness settles {(fairness == all ? "every one" : fairness)}: turned around, in to out or out to in, every plan is less fair.")}".TrimEnd();
    public override string ProjectsLeft(string swing, string open) =>
        (swing == "0" ? (open == "0" ? "None could go either way without loss" : "None is known that could go either way without loss") : $"{swing} could go either way without loss") + (open == "0" ? "; nothing is left undecided." : $"; {open} were not decided in the time given.");
    public override string ProjectsLeaning(string inside, string outside) =>
        $"Prices alone speak for {inside} that are in and against {outside} that are out: the other way round costs more than it brings, which is not yet a proof.";
    public override string LeaningHead => "By prices alone, the nearest to the turn first";
    public override string TurnedPrice => "First estimate";
    public override string EitherWay => "Could go either way";
    public override string NotDecidedHead => "Not decided in the time given";
    public override string InByFairness => "In, the nearest to going out first";
    public override string OutByFairness => "Out, the nearest to coming in first";
    public override string ByLocksAndRules => "Certain, by locks and rules";
    public override string TurnedLoses => "The other way round loses";
    public override string NoPlanSo => "no plan";

    private static string PlacesOf(string count, string residents) => count == "0" ? "no neighbourhood" : count == "1" ? $"1 neighbourhood ({residents} residents)" : $"{count} neighbourhoods ({residents} residents)";
    private static string InPlan(bool funded) => funded ? "in the plan" : "not in the plan";
    private static string Turned(bool funded) => funded ? "left out" : "let in";
}
