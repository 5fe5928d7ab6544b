using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>Every word and sentence of the reports. Each language is one file; a sentence that one of them lacks does not compile.</summary>
internal abstract partial class Words
{
    public static Words In(Language language) => language == Language.Fa ? new PersianWords() : new EnglishWords();

    /// <summary>The same words in both languages.</summary>
    public static Text Both(Func<Words, string> say) => new(say(In(Language.Fa)), say(In(Language.En)));

    public abstract Language Language { get; }
    public Figures Figures => new(Language);

    // The head of a report.
    public abstract string Heading(string scenario, string city, string year);
    /// <summary>Between the names of a list.</summary>
    public string Comma => Language == Language.Fa ? "، " : ", ";
    public abstract string AmountsIn(string unit);
    public abstract string With(string name, string unit);
    /// <param name="gap">In per cent.</param>
    /// <param name="tolerance">In per cent.</param>
    /// <param name="kind">What the gap rests on: only what prices prove is called certified. Null where that is not known.</param>
    public abstract string ProvenBest(string gap, string tolerance, Engine.ProofKind? kind);
    /// <summary>As <see cref="ProvenBest"/>, where a wider tolerance than the usual one left a gap open.</summary>
    public abstract string ProvenBestWithin(string gap, string tolerance, Engine.ProofKind? kind);
    public abstract string WithinGap(string gap);
    public abstract string StoppedWithin(string gap);
    public abstract string WithoutBound { get; }
    public abstract string SecondGoalOpen { get; }

    // Totals.
    public abstract string Totals { get; }
    public abstract string Measure(string name, string parameter);
    /// <summary>A title, the measure's name and its parameter. A name that ends in brackets takes the parameter into them: no brackets stand in brackets.</summary>
    protected string Bracketed(string title, string name, string parameter)
    {
        var said = parameter.Length == 0 ? "" : $"{Comma}{parameter}";
        return name.EndsWith(')') ? $"{title}: {name[..^1]}{said})" : $"{title} ({name}{said})";
    }
    public abstract string Shifted(string shift);
    public abstract string MeasureName(string name);
    public abstract string MeasureMeaning(string name);
    public abstract string MeasureFormula(string name);
    public abstract string Parameter { get; }
    public abstract string MeasureParameter(string name);
    public abstract string MeasuresHint { get; }
    /// <summary>Which indices are no measures, each with what to maximise instead, and why.</summary>
    public abstract string MeasuresRefused(string indices);
    public abstract string OutcomeUnit(OutcomeKind outcome, string unit);
    public abstract string FromTo(string before, string after);
    public abstract string Bound { get; }
    public abstract string MeanOutcome { get; }
    /// <summary>Where every neighbourhood counts alike.</summary>
    public abstract string MeanOfPlaces { get; }
    public abstract string WorstOff { get; }
    /// <summary>The outcome with all projects that reach a place, whatever money and rules say.</summary>
    public abstract string AllProjectsReach { get; }
    /// <summary>The same of one place, where no table names it.</summary>
    public abstract string AllProjectsOf(string place);
    public abstract string NoMoneyLifts(string reach);
    public abstract string Gini { get; }
    public abstract string Residents { get; }
    public abstract string Available { get; }
    public abstract string Spent { get; }
    public abstract string SpentOf(string spent, string available, string share);
    public abstract string CityWide { get; }
    public abstract string NeediestFifth { get; }
    public abstract string NeediestFifthGets(string money, string gain);
    public abstract string ProjectsFunded { get; }
    public abstract string CountOf(string count, string all);
    public abstract string Engine { get; }

    // Tables.
    public abstract string Districts { get; }
    public abstract string District { get; }
    public abstract string Neighbourhoods { get; }
    public abstract string Neighbourhood { get; }
    public abstract string Deprivation { get; }
    public abstract string Before { get; }
    public abstract string After { get; }
    public abstract string Money { get; }
    public abstract string PerResident { get; }
    public abstract string Funded(string count);
    public abstract string AndCheaperProjects(string count);
    public abstract string NotFunded(string count);
    public abstract string Project { get; }
    public abstract string Place { get; }
    public abstract string AndMore(string place, string others);
    public abstract string WholeCity { get; }
    public abstract string Sector { get; }
    public abstract string Share { get; }
    public abstract string Cost { get; }
    public abstract string PaidBy { get; }
    public abstract string CarryOver { get; }
    public abstract string Funds { get; }
    public abstract string Fund { get; }
    public abstract string Kind { get; }
    public abstract string KindOf(FundKind kind);
    public abstract string Amount { get; }
    public abstract string Used { get; }
    public abstract string UsedShare { get; }
    public abstract string Rules { get; }
    public abstract string Rule { get; }
    public abstract string Limit { get; }
    public abstract string AtLeast(string limit);
    public abstract string AtMost(string limit);
    public abstract string Binds { get; }
    public abstract string Yes { get; }
    public abstract string Reason { get; }
    public abstract string Owner { get; }
    public abstract string ReasonOf(string reason, string owner);
    public abstract string LockedIn { get; }
    public abstract string LockedOut { get; }
    public abstract string StepOf(string step, string steps);
    public abstract string LockedFrom(string choice);
    public abstract string LockedUpTo(string choice);
    public abstract string FundedState(bool funded);
    public abstract string AfterOthers { get; }
    public abstract string PrerequisiteState(bool funded, string inPlan);
    /// <summary>A plan that does not keep it: the project is funded, and so many of those before it are not.</summary>
    public abstract string PrerequisiteMissing(string missing);
    public abstract string PerHeadAt(string amount, string place);
    /// <summary>What a protected budget comes to, and what of it is kept back for projects that run over.</summary>
    public abstract string WithReserve(string money, string reserve);
    public abstract string ProjectsCounted(string count);
    public abstract string NoRuleBinds { get; }
    public abstract string None { get; }

    // Answers without a plan.
    public abstract string Impossible { get; }
    public abstract string StoppedWithoutPlan { get; }
    public abstract string Refused { get; }
    public abstract string Lie(string code, string about, string claimed, string actual);
    public abstract string Killed(string seconds);
    public abstract string WroteTo(string folder);
    public abstract string CannotWrite(string folder, string why);

    // Certificates.
    public abstract string CertificateAccepted(string gap, string value, string bound);
    public abstract string CertificateRefused(string why);
    public abstract string CertificateUnreadable(string why);
    public abstract string CertificateWritten(string file, string gap);
    /// <summary>For how many, counted from the worst off, a certificate of an order proves what they have.</summary>
    /// <param name="proven">Null where that is nobody.</param>
    /// <param name="all">Of so many.</param>
    /// <param name="residents">Whether residents are counted; else neighbourhoods are.</param>
    public abstract string CertificateRanks(string? proven, string all, bool residents);
    /// <param name="stopped">The search for prices ended by time or by hand before they proved a bound; else those that were found prove none.</param>
    public abstract string NoCertificate(bool stopped);
    /// <summary>Rules for which prices have no row.</summary>
    public abstract string NoCertificateForRules(string rules);
    /// <summary>What is written where there is no plan to keep.</summary>
    public abstract string WroteInstead(string folder);
    /// <summary>Said while prices are looked for, after a search that asked none.</summary>
    public abstract string PricesAsked { get; }
    public abstract string OlderCertificateRemoved(string file);
    /// <summary>What stands where a certificate is to be written is something else.</summary>
    public abstract string NotACertificate(string file);
    public abstract string Defect(string kind, string why);

    // Checking.
    public abstract string Errors(string count);
    public abstract string Warnings(string count);
    public abstract string Fault(string message, string cure);
    public abstract string InOrder(string scenario);
    public abstract string Holds(string districts, string places, string residents, string projects, string funds, string rules, string money);

    // Progress.
    public abstract string Searching { get; }
    public abstract string Progress(string seconds, string value, string bound, string gap);
    public abstract string NoPlanYet(string seconds);
    /// <summary>Beside it, where a search that is stopped shows the plan that comes nearest.</summary>
    public abstract string NearestWhenStopped { get; }
    /// <summary>Said once where a search without a terminal has no plan after so many seconds.</summary>
    /// <summary>Said once where a search is long without a plan; <paramref name="until"/>: the seconds at which it ends by itself, null = it does not.</summary>
    public abstract string NoPlanAfter(string seconds, string? until);
}
