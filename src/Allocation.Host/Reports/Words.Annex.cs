namespace Allocation.Host.Reports;

// What only the justice annex says.
internal abstract partial class Words
{
    public abstract string PageNumber { get; }
    public abstract string AnnexReached { get; }
    public abstract string AnnexReachedText(string residents, string places, string paid, string paidResidents, string better, string betterResidents);
    public abstract string AnnexNotReached(string places, string residents);
    public abstract string AnnexAmounts { get; }
    public abstract string AnnexFundKinds { get; }
    public abstract string AnnexShares { get; }
    public abstract string AnnexSensitivity { get; }
    public abstract string AnnexSensitivityText { get; }
    public abstract string NeedGroup { get; }
    public abstract string NeediestPart(string part);
    public abstract string DeprivedAtLeast(string line);
    public abstract string LeastServedFifth { get; }
    public abstract string ShareOfResidents { get; }
    public abstract string NeedMoney { get; }
    public abstract string TimesMean { get; }
    public abstract string AnnexKinds { get; }
    public abstract string AnnexKindsText { get; }
    public abstract string BelowStandard { get; }
    public abstract string BelowHalf { get; }
    public abstract string PlacesWhereWorst { get; }
    public abstract string AnnexStandards { get; }
    public abstract string AnnexStandardsCity { get; }
    public abstract string AnnexStandardsDistricts { get; }
    public abstract string AnnexStandardsText { get; }
    public abstract string OfStandard(string when);
    public abstract string Arrow(string before, string after);
    public abstract string AnnexNoServices(string outcome);
    public abstract string AnnexIndices { get; }
    public abstract string Concentration { get; }
    public abstract string IndicesText { get; }
    public abstract string LorenzTitle { get; }
    public abstract string LorenzText { get; }
    public abstract string PeopleWorstFirst { get; }
    public abstract string ShareOfOutcome { get; }
    public abstract string EqualOutcomes { get; }
    public abstract string AnnexLocks { get; }
    public abstract string AnnexPeopleDecided { get; }
    public abstract string AnnexRulesGiven { get; }
    public abstract string AnnexOutside { get; }
    public abstract string AnnexMethod { get; }
    public abstract string AnnexNoCertificate { get; }
    public abstract string AnnexCertificate(string file, string hash);
    public abstract string AnnexOtherCertificate(string file, string hash);
    public abstract string AnnexData { get; }
    public abstract string AnnexSignatureLine { get; }
    public abstract string WrotePage(string file);
    public abstract string NoBrowser(string file);
    public abstract string BrowserFailed(string browser, string why);
}
