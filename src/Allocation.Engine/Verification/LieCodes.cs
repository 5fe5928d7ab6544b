namespace Allocation.Engine.Verification;

/// <summary>The code of each kind of <see cref="Lie"/>: what about a plan or a claim is not so.</summary>
public static class LieCodes
{
    /// <summary>The plan does not have exactly one choice per project.</summary>
    public const string ChoiceCount = "V001";
    /// <summary>A choice that its project does not allow: below 0, below the least step, above the highest.</summary>
    public const string Choice = "V002";
    /// <summary>A payment to a project, or from a fund, that is not in the scenario.</summary>
    public const string UnknownPayment = "V003";
    /// <summary>A payment that is not above 0.</summary>
    public const string NotPositive = "V004";
    /// <summary>A payment to a project that the plan does not fund.</summary>
    public const string Unfunded = "V005";
    /// <summary>A payment from a fund that may not pay for the project.</summary>
    public const string Ineligible = "V006";
    /// <summary>A matching grant pays more of a project than its part.</summary>
    public const string MatchCap = "V007";
    /// <summary>Two payments from one fund to one project.</summary>
    public const string Duplicate = "V008";
    /// <summary>The payments to a project do not add up to what its choice costs.</summary>
    public const string NotPaidFor = "V009";
    /// <summary>A fund pays more than it has.</summary>
    public const string Overspent = "V010";
    /// <summary>A money rule's floor.</summary>
    public const string Floor = "V011";
    /// <summary>A money rule's ceiling.</summary>
    public const string Ceiling = "V012";
    /// <summary>A place gets less per resident than a rule promises.</summary>
    public const string PerHead = "V013";
    /// <summary>A share rule's least.</summary>
    public const string ShareLeast = "V014";
    /// <summary>A share rule's most.</summary>
    public const string ShareMost = "V015";
    /// <summary>A lock.</summary>
    public const string Lock = "V016";
    /// <summary>A project is funded without one that it requires.</summary>
    public const string Prerequisite = "V017";
    /// <summary>Fewer projects than a count rule asks for.</summary>
    public const string CountLeast = "V018";
    /// <summary>More projects than a count rule allows.</summary>
    public const string CountMost = "V019";
    /// <summary>A neighbourhood's outcome in the outcome model is not what the scenario's own figures give.</summary>
    public const string Outcome = "V020";
    /// <summary>The measure's value is not what its formula gives.</summary>
    public const string Measure = "V021";
    /// <summary>The value claimed for a plan is not its value.</summary>
    public const string Value = "V022";
    /// <summary>The bound claimed for a scenario is below the value of a plan.</summary>
    public const string Bound = "V023";
    /// <summary>A level claimed of a plan's profile, or how many are at or above it, is not so.</summary>
    public const string Level = "V024";
    /// <summary>A place is left below what a rule promises.</summary>
    public const string OutcomeFloor = "V025";
    /// <summary>An index over outcomes below a rule's least.</summary>
    public const string InequalityLeast = "V026";
    /// <summary>An index over outcomes above a rule's most.</summary>
    public const string InequalityMost = "V027";
    /// <summary>A protected budget does not suffice if so many projects run over.</summary>
    public const string Protect = "V028";
}
