namespace Allocation.Host.Reports;

internal sealed partial class EnglishWords
{
    public override string PageNumber => "Page ";
    public override string AnnexReached => "Population reached";
    public override string AnnexReachedText(string residents, string places, string paid, string paidResidents, string better, string betterResidents) =>
        $"The city has {residents} residents in {places} neighbourhoods. Money of this plan reaches {paid} neighbourhoods with {paidResidents} residents; in {better} of them, with {betterResidents} residents, the outcome rises.";
    public override string AnnexNotReached(string places, string residents) => $"Without a gain in this plan ({residents} residents): {places}.";
    public override string AnnexAmounts => "Amounts by district and neighbourhood, per head, cash and in kind";
    public override string AnnexFundKinds => "Cash and in kind";
    public override string AnnexShares => "Share of under-served places, and the index behind it";
    public override string AnnexSensitivity => "What every line between needy and not would say";
    public override string AnnexSensitivityText => "The measure uses no line; a rule that has one stands in the list of rules with its reason. The table shows how little, or how much, the answer to “what do under-served places get?” depends on where one draws it. A place on a border is split by residents; the last row orders places by what they have instead of by the index. Shares here are of the money that reaches neighbourhoods; a rule that states a share counts the money that it names.";
    public override string NeedGroup => "Group";
    public override string NeediestPart(string part) => $"Neediest {part} of residents";
    public override string DeprivedAtLeast(string line) => $"Neighbourhoods with a deprivation of at least {line}";
    public override string LeastServedFifth => "The fifth of residents with the lowest outcome before";
    public override string ShareOfResidents => "Share of residents";
    public override string NeedMoney => "Share of money";
    public override string TimesMean => "Times the city's mean";
    public override string AnnexKinds => "Kind of deprivation";
    public override string AnnexKindsText => "All figures are before any project, by neighbourhood means. In the last two columns each neighbourhood counts once: under the service of which it had the smallest part of what an average resident of the city had.";
    public override string PlacesWhereWorst => "Neighbourhoods furthest behind in it";
    public override string BelowStandard => "Residents below the standard";
    public override string BelowHalf => "Residents below half of it";
    public override string AnnexStandards => "Distance to the standards, before and after";
    public override string AnnexStandardsCity => "An average resident of the city";
    public override string AnnexStandardsDistricts => "Districts: part of each standard that an average resident has, before → after";
    public override string AnnexStandardsText => "More than 100% means that residents have more than the standard on average; neighbourhoods inside may still lack it. What is beyond a standard does not count for the measure.";
    public override string OfStandard(string when) => $"{when}, % of standard";
    public override string Arrow(string before, string after) => $"{before} → {after}";
    public override string AnnexNoServices(string outcome) => $"This scenario does not measure services against standards; what counts is: {outcome}.";
    public override string AnnexIndices => "Indices";
    public override string Concentration => "Concentration index (below 0: the needier have more)";
    public override string IndicesText => "Gini is 0 where all have the same and nears 1 where one place has all. An index does not say how much there is: read it together with the mean and the worst-off neighbourhood.";
    public override string LorenzTitle => "Lorenz curve of outcomes";
    public override string LorenzText => "Residents are ranked by their neighbourhood's outcome, the lowest first; the closer a curve lies to the diagonal, the more equal. It does not say who stands where: that is what the tables above say.";
    public override string PeopleWorstFirst => "Residents, the lowest outcome first (%)";
    public override string ShareOfOutcome => "Share of all outcomes (%)";
    public override string EqualOutcomes => "equal for all";
    public override string AnnexLocks => "Locks, with reasons and owners";
    public override string AnnexPeopleDecided => "The list of projects, their costs and outputs, the standards, the deprivation index, the funds and the measure were given to the model.";
    public override string AnnexRulesGiven => "So were these rules; a rule that binds is used up to its limit:";
    public override string AnnexOutside => "The model knows nothing of what is not in these data: projects that nobody proposed, the quality of services, who within a neighbourhood benefits, and years after this one. To adopt, change or reject the plan is the council's decision.";
    public override string AnnexMethod => "Method";
    public override string AnnexNoCertificate => "No certificate file is attached. The plan, its money, its rules and its value were worked out again by code apart from the solver; the bound was not.";
    public override string AnnexCertificate(string file, string hash) => $"A certificate of this plan, which anybody can check without this program's engine: {file}, SHA-256 {hash}.";
    public override string AnnexOtherCertificate(string file, string hash) => $"{file} (SHA-256 {hash}) is a certificate of another plan or scenario; it does not speak of this plan.";
    public override string AnnexData => "Data";
    public override string AnnexSignatureLine => "Name, date and signature";
    public override string WrotePage(string file) => $"Wrote {file}";
    public override string NoBrowser(string file) => $"No Chromium, Chrome or Edge was found, so there is no PDF: open {file} in a browser and print it.";
    public override string BrowserFailed(string browser, string why) => $"{browser} did not write the PDF: {why}";
}
