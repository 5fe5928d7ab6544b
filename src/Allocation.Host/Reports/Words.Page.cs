namespace Allocation.Host.Reports;

// What only the page and the annex say.
internal abstract partial class Words
{
    public abstract string LanguageName { get; }
    public abstract string OnThisPage { get; }
    public abstract string ToContents { get; }
    public abstract string AllRows(string count);
    public abstract string FindPlace { get; }
    public abstract string Fairer(string option, string other, string value, string otherValue, string by);
    /// <summary>Between two names or more that share what is said.</summary>
    public abstract string And { get; }
    public abstract string EngineName(string engine);
    public abstract string OnlyIn(string option, string rules);
    public abstract string StatedOtherwise(string rules);
    public abstract string FairestFirst(string options);
    /// <summary>Said beside a comparison of plans that do not spend the same budget.</summary>
    public abstract string OtherMoney(string option, string money, string other, string otherMoney, string unit);
    /// <summary>Said beside proofs of several options.</summary>
    public abstract string ProofsApart { get; }
    public abstract string PercentagePoints(string points);
    public abstract string OnlyLose(string places);
    public abstract string EquallyFair(string option, string other, string value);
    /// <summary>Of two options of one value under an order, such as leximin.</summary>
    public abstract string FairerFurtherUp(string option, string other, string value);
    public abstract string MostGain(string places);
    public abstract string MostLose(string places);
    public abstract string SkipToContent { get; }
    public abstract string Sentences(string measure, string before, string after, string spent, string unit, string funded, string projects, string? neediest, string placed);
    public abstract string NoDeprivation { get; }
    public abstract string MoneyByPlaceTitle { get; }
    public abstract string MoneyByPlaceText { get; }
    public abstract string OutcomeLine(string unit);
    public abstract string TableOfChart { get; }
    public abstract string DownloadCsv { get; }
    public abstract string Find { get; }
    public abstract string MoneyPerResidentTitle { get; }
    public abstract string MoneyPerResidentText { get; }
    public abstract string NeediestFinding(string share);
    public abstract string CityMean { get; }
    public abstract string BeforeAfterTitle { get; }
    public abstract string BeforeAfterFinding(string before, string after);
    public abstract string ConcentrationTitle { get; }
    public abstract string ConcentrationText { get; }
    public abstract string PeopleNeediestFirst { get; }
    public abstract string ShareOfMoney { get; }
    public abstract string EqualShares { get; }
    public abstract string MapTitle { get; }
    public abstract string MapText { get; }
    public abstract string Tile { get; }
    /// <summary>A name and that there is more, or less, of what is measured.</summary>
    public abstract string More(string name);
    public abstract string Fewer(string name);
    public abstract string PrintedIsOpen { get; }
    public abstract string RowsPrinted(string shown, string all);
    public abstract string Range(string from, string to);
    public abstract string FlowTitle { get; }
    public abstract string FlowText { get; }
    public abstract string OtherFunds(string count);
    public abstract string FlowFrom { get; }
    public abstract string FlowTo { get; }
    public abstract string Projects { get; }
    public abstract string FundedPart { get; }
    public abstract string RulesText { get; }
    public abstract string NeighbourhoodsTitle { get; }
    public abstract string PlaceSentence(string name, string residents, string before, string after, string money, string unit, string perResident);
    public abstract string ProjectsIn(string place);
    public abstract string CityProjects(string count);
    public abstract string OptionsTitle { get; }
    public abstract string OptionsCompared(string count);
    public abstract string EachProvenBest(string gap, string tolerance, bool certified);
    public abstract string NeediestGet(string options);
    public abstract string PlacedText { get; }
    public abstract string Option(string number);
    public abstract string AllOf(string option);
    public abstract string Figure { get; }
    public abstract string MeasureUsed { get; }
    public abstract string NeediestShare { get; }
    public abstract string ProofTitle { get; }
    public abstract string ChangeTitle(string from, string to);
    public abstract string ChangedProjects { get; }
    public abstract string AboutTitle { get; }
    public abstract string AboutSentence(string scenario, string hash, string version, string engine);
    public abstract string AboutMethod { get; }
    public abstract string AnnexTitle { get; }
    public abstract string AnnexPurpose { get; }
    public abstract string AnnexPurposeText(string measure, string outcome);
    public abstract string AnnexAnswer { get; }
    public abstract string AnnexIndexText { get; }
    public abstract string AnnexUndecided { get; }
    public abstract string AnnexUndecidedText { get; }
    public abstract string AnnexNoLocks { get; }
    public abstract IReadOnlyList<string> AnnexSignatures { get; }
    public abstract string CannotRead(string file, string why);
}
