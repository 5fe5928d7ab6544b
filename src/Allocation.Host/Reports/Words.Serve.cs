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
    /// <summary>What an option is called that nobody has named; <paramref name="further"/>: the scenario is called by its changes already.</summary>
    public abstract string OptionOf(string scenario, string changes, bool further);
    /// <summary>Said in the field for a name that is left empty.</summary>
    public abstract string NamedByChanges { get; }
    public abstract string NothingChanged { get; }
    public abstract string BudgetAt(string percent);
    public abstract string MeasuredBy(string measure);
    public abstract string AtLeastFor(string amount, string district);
    /// <summary>Said above a form that holds the changes of an option.</summary>
    public abstract string ChangesKept(string option);
    public abstract string ChangeFurther { get; }
    public abstract string ChangeAfresh(string scenario);
    public abstract string EditChanges { get; }
    public abstract string NoPlanPlainly { get; }
    public abstract string CompareWith { get; }
    public abstract string Show { get; }
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
    /// <summary>Said of a run that has no figures yet.</summary>
    public abstract string SearchingFor(string seconds);
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
