namespace Allocation.Host.Serving;

/// <summary>How long and how exactly to solve.</summary>
internal record RunRequest
{
    public const double UsualSeconds = 20, MostSeconds = 3600, UsualTolerance = 1e-4;

    /// <summary>Seconds after which the best plan so far is the answer.</summary>
    public double Seconds { get; set; } = UsualSeconds;
    /// <summary>The relative gap up to which a plan is called best.</summary>
    public double Tolerance { get; set; } = UsualTolerance;
    /// <summary>The language of what the program says where there is no plan: fa or en.</summary>
    public string Lang { get; set; } = "en";

    /// <summary>Whether a certificate is made too: of scenarios that stand by themselves, not of variants.</summary>
    internal bool Certified { get; init; }

    public bool IsSound => Seconds is >= 1 and <= MostSeconds && Tolerance is >= 0 and < 1 && Lang is "fa" or "en";
}

/// <summary>What a council changes in a meeting. What is left out stays as it is.</summary>
internal sealed record ChangeRequest : RunRequest
{
    /// <summary>What the option is called.</summary>
    public string Name { get; set; } = "";
    /// <summary>Who asked for it; it stands with every lock.</summary>
    public string Owner { get; set; } = "";
    /// <summary>Every fund times this.</summary>
    public decimal? MoneyTimes { get; init; }
    public string? Measure { get; init; }
    public decimal? Parameter { get; init; }
    public IReadOnlyList<FloorChange> Floors { get; set; } = [];
    public IReadOnlyList<LockChange> Locks { get; set; } = [];
}

/// <summary>What can be asked about a plan, by the names of <c>explain</c>.</summary>
internal enum Question { Project, Place, Rules, Projects }

/// <summary>A question about a plan.</summary>
internal sealed record WhyRequest : RunRequest
{
    /// <summary>What is asked.</summary>
    public required Question Question { get; init; }
    /// <summary>The id of the project or the neighbourhood that is asked about.</summary>
    public string? About { get; init; }
}

/// <summary>A district gets at least so much, in whole money units.</summary>
internal sealed record FloorChange(string District, long AtLeast);

/// <summary>A project is in, or out, whatever the search would say.</summary>
internal sealed record LockChange(string Project, bool In);
