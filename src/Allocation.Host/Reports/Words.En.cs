using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>Plain English.</summary>
internal sealed partial class EnglishWords : Words
{
    public override Language Language => Language.En;

    public override string Heading(string scenario, string city, string year) => $"{scenario} · {city}, fiscal year {year}";
    public override string AmountsIn(string unit) => $"All amounts in {unit}.";
    public override string With(string name, string unit) => $"{name} ({unit})";
    public override string ProvenBest(string gap, string tolerance, Engine.ProofKind? kind) => $"Proven best: no plan that keeps every rule is fairer ({GapBy(gap, kind)}, tolerance {tolerance}).";
    public override string ProvenBestWithin(string gap, string tolerance, Engine.ProofKind? kind) => $"Proven best within the tolerance of {tolerance}: no plan that keeps every rule is fairer by more than {gap} ({GapBy(gap, kind)}).";
    public override string WithinGap(string gap) => $"Within {gap} of the best: no plan that keeps every rule is fairer by more than that.";
    public override string StoppedWithin(string gap) => $"Stopped early, within {gap} of the best: no plan that keeps every rule is fairer by more than that.";
    public override string WithoutBound => "Stopped early: the plan keeps every rule, but how far it is from the best is not known.";
    public override string SecondGoalOpen => "Among equally fair plans there may be one with more total benefit or less spending: that search was not finished.";

    public override string Totals => "Totals";
    public override string Measure(string name, string parameter) => Bracketed("Fairness", name, parameter);
    public override string Shifted(string shift) => $"shift {shift}";
    public override string MeasureName(string name) => name switch
    {
        "mean" => "mean",
        "worst-off" => "worst-off neighbourhood",
        "atkinson" => "Atkinson's equal equivalent",
        "geometric" => "geometric mean",
        "shortfall" => "mean up to a line (shortfall)",
        "squared-shortfall" => "line less the root-mean-square gap (squared shortfall)",
        "worst-share" => "mean of the worst-off share",
        "gini-welfare" => "mean less inequality (Gini welfare)",
        "leximin" => "the worst off first, then the next (leximin)",
        "headcount" => "share of residents at the line (head count)",
        "threshold" => "worst-off up to a difference, total beyond it (threshold)",
        "threshold-leximin" => "the worst off first within a difference, total beyond it (threshold leximin)",
        "relative" => "least share that a neighbourhood has of what all its projects reach (relative)",
        _ => name,
    };
    public override string MeasureMeaning(string name) => name switch
    {
        "mean" => "Total benefit, whoever gets it. Blind to fairness: the yardstick for what fairness costs.",
        "worst-off" => "Only the worst-off neighbourhood counts; a second goal decides the rest.",
        "geometric" => "The equal outcome worth as much as the actual ones: one per cent more is worth the same to every resident, whatever they have, so a gain counts more where people have less.",
        "atkinson" => "The equal outcome worth as much as the actual ones: a gain counts more where people have less. At 1 it is the geometric mean.",
        "shortfall" => "What people have up to a line, on average: the line less the mean gap below it. At the line nobody is below it; above it nothing counts.",
        "squared-shortfall" => "The line less the root of the mean squared gap below it: being twice as far below counts four times. At the line nobody is below it.",
        "worst-share" => "The mean outcome of the worst-off share q of residents. Whoever has more than they have does not count.",
        "gini-welfare" => "The mean, less the part that inequality takes away: the worse-off of two residents drawn at random has this much on average. Gini alone can improve while everybody loses, so it is reported and not maximised.",
        "headcount" => "The share of residents whose neighbourhood is at the line or above it. How far the others are below is not seen: let a shortfall measure go before it.",
        "threshold" => "Whoever has at most Δ more than the worst-off counts as the worst-off does; what anybody has beyond that counts in full. At Δ = 0 it is the mean, at a large Δ the worst-off.",
        "threshold-leximin" => "First the threshold measure; among the plans that reach as much of it, the one that lifts those within Δ of the worst-off from the bottom up, as leximin does. At a large Δ it is leximin.",
        "relative" => "How much each neighbourhood has of the most it could have, with all its projects: the least of these shares counts. One for which nobody proposed anything counts as served.",
        "leximin" => "Whoever has least comes first; among plans equal for them, the next, and so on up. Outcomes are compared in whole steps of the resolution.",
        _ => "",
    };
    public override string MeasureFormula(string name) => name switch
    {
        "mean" => "Σωu / Σω",
        "worst-off" => "min u",
        "atkinson" => "(Σω(u+s)^(1−ε) / Σω)^(1/(1−ε)) − s;  at ε = 1: exp(Σω ln(u+s) / Σω) − s",
        "shortfall" => "Σω min(u, z) / Σω = z − Σω max(0, z−u) / Σω",
        "squared-shortfall" => "z − √(Σω max(0, z−u)² / Σω)",
        "worst-share" => "max over t: t − Σω max(0, t−u) / (q·Σω)",
        "gini-welfare" => "mean·(1 − Gini) = Σᵢ Σⱼ ωᵢωⱼ min(uᵢ, uⱼ) / (Σω)²",
        "headcount" => "Σω[u ≥ z] / Σω",
        "threshold" => "Σω max(min u, u−Δ) / Σω",
        "threshold-leximin" => "Σω max(min u, u−Δ) / Σω; then sorted ⌊min(u, min u + Δ)/r⌋ with r = 0.001, compared from the lowest up",
        "relative" => "min u/c",
        "leximin" => "sorted ⌊u/r⌋, compared from the lowest up",
        _ => "",
    };
    public override string Parameter => "Parameter";
    public override string MeasureParameter(string name) => name switch
    {
        "atkinson" => "ε ≥ 0: how much more a gain counts where people have less (0 is the mean; usual: 0.5, 1, 2)",
        "shortfall" or "squared-shortfall" or "headcount" => "z > 0: the line, in the outcome's unit (0.6 is 60% of the standards)",
        "worst-share" => "0 < q ≤ 1: the share of residents (0.2 is the worst-off fifth, the usual; 1 is the mean)",
        "threshold" => "Δ ≥ 0: the difference, in the outcome's unit (0.1 is 10 points of attainment, the usual)",
        "threshold-leximin" => "Δ ≥ 0.001: the difference, in the outcome's unit (0.1 is 10 points of attainment, the usual)",
        "leximin" => "r > 0: the resolution, in the outcome's unit (0.001 is 0.1 points of attainment, the usual)",
        _ => "none",
    };
    public override string MeasuresHint => "u is a neighbourhood's outcome, ω its residents (or 1), s the scenario's shift, c its outcome with all its projects. Use: solve PATH --measure NAME --parameter X";
    public override string MeasuresRefused(string indices) =>
        $"Not offered as measures, because they can get better while somebody loses and nobody gains; most can be limited by a rule. In brackets, what to maximise instead: {indices}.";
    public override string OutcomeUnit(OutcomeKind outcome, string unit) => outcome switch
    {
        OutcomeKind.Attainment => "share of the service standards reached",
        OutcomeKind.Benefit => "points per resident",
        _ => $"{unit} per resident",
    };
    public override string FromTo(string before, string after) => $"{before} → {after}";
    public override string Bound => "No plan can exceed";
    public override string MeanOutcome => "Average resident";
    public override string MeanOfPlaces => "Average neighbourhood";
    public override string WorstOff => "Worst-off neighbourhood";
    public override string AllProjectsReach => "All its projects reach";
    public override string AllProjectsOf(string place) => $"All projects of {place} reach";
    public override string NoMoneyLifts(string reach) => $"{reach}: no money lifts it further";
    public override string Gini => "Inequality (Gini)";
    public override string Residents => "Residents";
    public override string Available => "Available";
    public override string Spent => "Money spent";
    public override string SpentOf(string spent, string available, string share) => $"{spent} of {available} ({share})";
    public override string CityWide => "Of it for the whole city";
    public override string NeediestFifth => "Neediest fifth of residents";
    public override string NeediestFifthGets(string money, string gain) => $"gets {money} of the money that reaches neighbourhoods, {gain} of the gain";
    public override string ProjectsFunded => "Projects funded";
    public override string CountOf(string count, string all) => $"{count} of {all}";
    public override string Engine => "Found by";

    public override string Districts => "Districts";
    public override string District => "District";
    public override string Neighbourhoods => "Neighbourhoods, the most deprived first";
    public override string Neighbourhood => "Neighbourhood";
    public override string Deprivation => "Deprivation";
    public override string Before => "Before";
    public override string After => "After";
    public override string Money => "Money";
    public override string PerResident => "Per resident";
    public override string Funded(string count) => $"Funded projects ({count})";
    public override string AndCheaperProjects(string count) => $"… and {count} more, none of them dearer: all are in the files that --out DIR writes, and on the page (report, serve).";
    public override string NotFunded(string count) => $"Projects not funded ({count})";
    public override string Project => "Project";
    public override string Place => "Place";
    public override string AndMore(string place, string others) => $"{place} and {others} more";
    public override string WholeCity => "whole city";
    public override string Sector => "Commission";
    public override string Share => "Share";
    public override string Cost => "Cost";
    public override string PaidBy => "Paid by";
    public override string CarryOver => "carry-over";
    public override string Funds => "Funds";
    public override string Fund => "Fund";
    public override string Kind => "Kind";
    public override string KindOf(FundKind kind) => kind == FundKind.Cash ? "cash" : "in kind";
    public override string Amount => "Amount";
    public override string Used => "Used";
    public override string UsedShare => "Used %";
    public override string Rules => "Rules";
    public override string Rule => "Rule";
    public override string Limit => "Limit";
    public override string AtLeast(string limit) => $"at least {limit}";
    public override string AtMost(string limit) => $"at most {limit}";
    public override string Binds => "Binds";
    public override string Yes => "yes";
    public override string Reason => "Reason";
    public override string Owner => "Owner";
    public override string ReasonOf(string reason, string owner) => owner.Length == 0 ? reason : $"{reason} ({owner})";
    public override string LockedIn => "must be funded";
    public override string LockedOut => "must not be funded";
    public override string StepOf(string step, string steps) => $"step {step} of {steps}";
    public override string LockedFrom(string choice) => $"at least {choice}";
    public override string LockedUpTo(string choice) => $"at most {choice}";
    public override string FundedState(bool funded) => funded ? "funded" : "not funded";
    public override string AfterOthers => "only after others";
    public override string PrerequisiteMissing(string missing) => $"itself funded; {missing} of them not funded";
    public override string PrerequisiteState(bool funded, string inPlan) => funded ? "funded, and so are they" : inPlan == "0" ? "neither it nor they are funded" : $"itself not funded; {inPlan} of them funded";
    public override string PerHeadAt(string amount, string place) => $"{amount} per resident in {place}";
    public override string WithReserve(string money, string reserve) => $"{money}, of which {reserve} in reserve";
    public override string ProjectsCounted(string count) => count == "1" ? "1 project" : $"{count} projects";
    public override string NoRuleBinds => "No rule is used up to its limit.";
    public override string None => "none";

    public override string Impossible => "No plan exists: no choice of projects keeps every rule.";
    public override string StoppedWithoutPlan => "Stopped before any plan was found; there may or may not be one. Give it a longer time limit.";
    public override string Refused => "Verification refused what the engine claimed; nothing is printed as an answer. This is a defect: please send the scenario and these lines.";
    public override string Lie(string code, string about, string claimed, string actual) => $"{code} {about}: claimed {claimed}, is {actual}";
    public override string Killed(string seconds) => $"Ended at the hard deadline of {seconds} s, before a plan was handed over.";
    public override string WroteTo(string folder) => $"Result and tables are in {folder}";
    public override string CannotWrite(string folder, string why) => $"Cannot write to {folder}: {why} Name another place.";

    public override string CertificateAccepted(string gap, string value, string bound) => $"accepted, within {gap} of the best (value {value}, bound {bound})";
    public override string CertificateRefused(string why) => $"refused: {why}\nDo not rely on it. Where the scenario was changed since, or the certificate was written for another measure, write a new one: solve SCENARIO --certificate FILE";
    public override string CertificateUnreadable(string why) => $"cannot be read: {why}\nName a scenario's folder and a file that solve --certificate wrote.";
    public override string CertificateWritten(string file, string gap) => $"The certificate is in {file}: within {gap} of the best, for anybody to check.";
    public override string PricesAsked => "A plan is found; prices that prove what it is worth are looked for. Ctrl-C ends that, and the plan is given.";
    public override string CertificateRanks(string? proven, string all, bool residents) => proven is null ? "Its prices bound what the worst off can have, and say nothing of the levels." : $"By its prices {proven} of {all} {(residents ? "residents" : "neighbourhoods")}, counted from the worst off, have what they have under every fairest plan.";
    public override string NoCertificate(bool stopped) => stopped ? "There is no certificate: the search for prices was stopped before they proved a bound. Give it more --time." : "There is no certificate: the prices that were found prove no bound.";
    public override string NoCertificateForRules(string rules) => $"There is no certificate: no prices stand for rules over outcomes and for money with a reserve, and the scenario has such rules: {rules}.";
    public override string WroteInstead(string folder) => $"What was found instead is in {folder}; there is no result.";
    public override string OlderCertificateRemoved(string file) => $"The older certificate in {file} is removed: this answer has none.";
    public override string NotACertificate(string file) => $"{file} is there already and is no certificate: it is left as it is. Name another file.";
    public override string Defect(string kind, string why) => $"A defect in this software: {kind}: {why}\nPlease send the command line, the scenario folder and these lines; --trace adds where it happened.";

    public override string Errors(string count) => count == "1" ? "1 error" : $"{count} errors";
    public override string Warnings(string count) => count == "1" ? "1 warning" : $"{count} warnings";
    public override string Fault(string message, string cure) => $"{message} {cure}";
    public override string InOrder(string scenario) => $"{scenario} is in order.";
    public override string Holds(string districts, string places, string residents, string projects, string funds, string rules, string money) =>
        $"Districts {districts}, neighbourhoods {places}, residents {residents}, projects {projects}, funds {funds} with {money}, rules {rules}.";

    public override string Searching => "Searching";
    public override string Progress(string seconds, string value, string bound, string gap) => $"{seconds} s · best {value} · bound {bound} · gap {gap}";
    public override string NoPlanYet(string seconds) => $"{seconds} s · no plan yet";
    public override string NearestWhenStopped => "Ctrl-C shows the nearest to one";
    public override string NoPlanAfter(string seconds, string? until) =>
        $"No plan has been found in {seconds} s, and nothing shows that there is none; the search goes on{(until is null ? ". Ctrl-C, or a limit (--time), ends it" : $" until {until} s; Ctrl-C ends it sooner,")} with the plan that comes nearest.";

    /// <summary>A heading as it stands within a sentence.</summary>
    private static string InSentence(string heading) => char.ToLowerInvariant(heading[0]) + heading[1..];
}
