namespace Allocation.Host.Reports;

internal sealed partial class EnglishWords
{
    public override string LanguageName => "English";
    public override string OnThisPage => "On this page";
    public override string ToContents => "↑ On this page";
    public override string AllRows(string count) => $"All {count} rows";
    public override string FindPlace => "Type a part of the name, then choose the neighbourhood: what it gets and why opens below the table. Its address can be shared.";
    public override string Fairer(string option, string other, string value, string otherValue, string by) => $"{option} is fairer than {other}: {value} against {otherValue}, that is {by} more.";
    public override string PercentagePoints(string points) => $"{points} percentage points";
    public override string OnlyLose(string places) => $"Nobody gains. The most is lost by {places}.";
    public override string EquallyFair(string option, string other, string value) => $"{option} and {other} are equally fair: {value}.";
    public override string MostGain(string places) => $"The most is gained by {places}.";
    public override string MostLose(string places) => $"It is paid for by those who lose, the most by {places}.";
    public override string SkipToContent => "Skip to the content";
    public override string Sentences(string measure, string before, string after, string spent, string unit, string funded, string projects, string? neediest, string placed) =>
        $"{measure} rises from {before} to {after}. {spent} {unit} fund {funded} of {projects} projects. {(neediest is null ? "" : $"The neediest fifth of residents gets {neediest} of the money; ")}{placed} of all money reaches a known neighbourhood.";
    public override string NoDeprivation => "The data do not say which neighbourhoods are more deprived, so that nothing is said here of the neediest.";
    public override string MoneyByPlaceTitle => "Money per resident, by neighbourhood";
    public override string MoneyByPlaceText => "One bar per neighbourhood; the dashed line is the mean of the city.";
    public override string OutcomeLine(string unit) => $"Before and after: {unit}, with no project and with the plan.";
    public override string TableOfChart => "The same figures as a table";
    public override string DownloadCsv => "CSV";
    public override string Find => "Find";
    public override string MoneyPerResidentTitle => "Money per resident, the most deprived neighbourhood first";
    public override string MoneyPerResidentText => "One bar per neighbourhood, from the most to the least deprived; the dashed line is the mean of the city.";
    public override string NeediestFinding(string share) => $"The neediest fifth of residents gets {share} of the money that reaches a neighbourhood.";
    public override string CityMean => "City mean";
    public override string BeforeAfterTitle => "What changes for each neighbourhood";
    public override string BeforeAfterFinding(string before, string after) => $"The worst-off neighbourhood stood at {before}; no neighbourhood ends below {after}.";
    public override string ConcentrationTitle => "Residents from the neediest, and their share of the money";
    public override string ConcentrationText => "A curve above the diagonal means that the needier get more than their share of residents.";
    public override string PeopleNeediestFirst => "Residents, the neediest first (%)";
    public override string ShareOfMoney => "Share of money (%)";
    public override string EqualShares => "equal per head";
    public override string MapTitle => "Neighbourhoods by district";
    public override string MapText => "One tile of equal size per neighbourhood; the darker, the more money per resident. The number leads to the name in the table below.";
    public override string Tile => "Tile";
    public override string Range(string from, string to) => $"{from} – {to}";
    public override string FlowTitle => "From fund to commission to district";
    public override string FlowText => "Bands are as wide as the money. What serves the whole city equally is spread over districts by residents.";
    public override string OtherFunds(string count) => $"{count} other funds";
    public override string FlowFrom => "From";
    public override string FlowTo => "To";
    public override string Projects => "Projects";
    public override string RulesText => "A rule that binds is used up to its limit: more could be done for fairness only by changing it.";
    public override string NeighbourhoodsTitle => "My neighbourhood";
    public override string PlaceSentence(string name, string residents, string before, string after, string money, string unit, string perResident) =>
        $"{name} has {residents} residents and goes from {before} to {after}. {money} {unit} reach it, {perResident} per resident.";
    public override string ProjectsIn(string place) => $"Projects that reach {place}";
    public override string CityProjects(string count) => count == "1" ? "1 funded project serves the whole city too." : $"{count} funded projects serve the whole city too.";
    public override string OptionsTitle => "Options side by side";
    public override string Option(string number) => $"Option {number}";
    public override string AllOf(string option) => $"Everything about {option}";
    public override string Figure => "Figure";
    public override string MeasureUsed => "Measure maximised";
    public override string NeediestShare => "Money to the neediest fifth";
    public override string ProofTitle => "Proof";
    public override string ChangeTitle(string from, string to) => $"From {from} to {to}: who gains, who loses";
    public override string ChangeFinding(string gaining, string gainingResidents, string losing, string losingResidents) =>
        $"Neighbourhoods that gain: {gaining}, with {gainingResidents} residents; neighbourhoods that lose: {losing}, with {losingResidents} residents.";
    public override string ChangedProjects => "Projects decided differently";
    public override string AboutTitle => "How this was made";
    public override string AboutSentence(string scenario, string hash, string version, string engine) => $"Scenario {scenario}, SHA-256 {hash}; program version {version}, method {engine}.";
    public override string AboutMethod => "The plan was found by mathematical optimisation under the stated rules. Afterwards every rule, every amount, every outcome and the measure were recomputed from the scenario and the plan alone, by code that shares nothing with the search. The council decides; the program shows what the best plan under these rules is.";
    public override string AnnexTitle => "Justice annex";
    public override string AnnexPurpose => "Purpose and measure";
    public override string AnnexPurposeText(string measure, string outcome) => $"The purpose is a fair division of the budget among neighbourhoods. What counts is each neighbourhood's outcome: {outcome}. The plan maximises: {measure}.";
    public override string AnnexAnswer => "The plan and its effect";
    public override string AnnexIndexText => "Deprivation is a continuous index between 0 and 1. No line divides deprived from not deprived neighbourhoods: the index orders the tables, and what the plan maximises is the outcome of everybody.";
    public override string AnnexUndecided => "What the model did not decide";
    public override string AnnexUndecidedText => "Rules, locks and the measure are decisions of people. These locks were set beforehand, with their reasons and owners:";
    public override string AnnexNoLocks => "No project was locked in or out.";
    public override IReadOnlyList<string> AnnexSignatures => ["Prepared by", "Checked by", "For the council"];
    public override string CannotRead(string file, string why) => $"{file} is not a result that can be read: {why}";
}
