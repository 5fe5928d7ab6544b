namespace Allocation.Host.Reports;

// What only the local page says.
internal abstract partial class Words
{
    public abstract string Serving(string address);
    public abstract string CannotServe(string why);
    public abstract string NoFolderToServe(string folder);
    public abstract string PortTaken(string port);
    public abstract string BadBody(string at);
    public abstract string NotHere { get; }
    public abstract string Expired { get; }
    public abstract string TooManyWait { get; }
    public abstract string WrongRequest { get; }
    public abstract string ScenarioHasFaults { get; }
    public abstract string RestsOutside { get; }
    public abstract string FileExists(string file);
    public abstract string NothingToSave { get; }
    public abstract string Saved(string file);
    public abstract string Scenarios { get; }
    public abstract string NoScenarios { get; }
    public abstract string VariantOf(string name);
    public abstract string State { get; }
    public abstract string Findings { get; }
    public abstract string NoFindings { get; }
    public abstract string FindingKind(bool error);
    public abstract string FileAndLine { get; }
    public abstract string CellColumn { get; }
    public abstract string RowAndField(string table, string row, string field);
    public abstract string WhatIsWrong { get; }
    public abstract string FindPlan { get; }
    public abstract string SearchSettings { get; }
    public abstract string SecondsLimit { get; }
    public abstract string ToleranceField { get; }
    public abstract string ChangeHead { get; }
    public abstract string ChangeText { get; }
    public abstract string OptionNameField { get; }
    public abstract string OptionOf(string scenario);
    public abstract string OwnerField { get; }
    public abstract string TheCouncil { get; }
    public abstract string MoneyField(string total);
    public abstract string MeasureField { get; }
    public abstract string AsItIs(string what);
    public abstract string ParameterField { get; }
    public abstract string NumberBetween(string least, string most);
    public abstract string WholeFrom(string least);
    public abstract string FloorsHead(string unit);
    public abstract string FloorField(string district);
    public abstract string LocksHead { get; }
    public abstract string LockIn { get; }
    public abstract string LockOut { get; }
    public abstract string Add { get; }
    public abstract string Remove { get; }
    public abstract string SolveOption { get; }
    public abstract string CouncilFloor(string district);
    public abstract string CouncilLock(string project, bool locked);
    public abstract string CouncilReason { get; }
    public abstract string WaitingInLine { get; }
    public abstract string StopNow { get; }
    public abstract string JobFailed { get; }
    public abstract string StopAsking { get; }
    public abstract string AskingFailed { get; }
    public abstract string StoppedWithoutAnswer { get; }
    /// <summary>Said of a run that was stopped while it waited for another.</summary>
    public abstract string CancelledBeforeBegin { get; }
    public abstract string Unreachable { get; }
    public abstract string SolvingTitle(string name);
    public abstract string BackTo(string name);
    public abstract string PlansFound { get; }
    public abstract string CompareThem { get; }
    public abstract string ChooseTwoToFour { get; }
    public abstract string Choose(string plan);
    public abstract string OpenPlan { get; }
    public abstract string WholeReport { get; }
    public abstract string EverythingAsZip { get; }
    public abstract string SaveVariant { get; }
    public abstract string AskWhy { get; }
    public abstract string AskWhyButton { get; }
    public abstract string AskHead { get; }
    public abstract string AskText { get; }
    public abstract string AskPlace { get; }
    public abstract string AskRules(string minutes);
    public abstract string AskCertainty(string minutes);
    public abstract string CertificateFile { get; }
    public abstract string UploadHead { get; }
    public abstract string UploadText(string megabytes);
    public abstract string UploadFiles { get; }
    public abstract string UploadButton { get; }
    public abstract string UploadNoScenario { get; }
    public abstract string UploadTooLarge { get; }
    public abstract string UploadTwice(string file);
    public abstract string UploadExists(string name);
    public abstract string KeptFor(string hours);
}
