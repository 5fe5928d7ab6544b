using Allocation.Engine;
using Allocation.Engine.Explaining;

namespace Allocation.Host.Reports.Answers;

/// <summary>One project: whether it is in, how sure that is, and what the other way round loses; null where no plan is the other way round. <paramref name="ByPrices"/>: prices alone said so.
/// <paramref name="Price"/>: what the other way round costs at the prices, as a share of the measure; null where they say nothing.</summary>
internal sealed record ProjectCertaintyView(ProjectView Project, bool In, Certainty Certainty, LossView? Loss, bool ByPrices, double? Price)
{
    /// <summary>What is said of it rests on; null where a lock says so, and where nothing is proven.</summary>
    public ProofKind? ProofKind { get; init; }
}

/// <summary>Every project, those nearest to the turn first: what could go either way, what is not decided, what prices alone speak for, then by what the other way round loses at least; those that are certain come last.</summary>
internal sealed record ProjectsAnswerView
{
    public const string CurrentFormat = "allocation-explain-projects/1";

    public string Format { get; set; } = CurrentFormat;
    public required AboutView About { get; init; }
    public required IReadOnlyList<ProjectCertaintyView> Projects { get; init; }
    /// <summary>What is said of the projects rests on.</summary>
    public IReadOnlyList<BasisView> ProofKinds => BasisView.Of(Projects.Select(p => p.ProofKind));

    public static ProjectsAnswerView Of(IReadOnlyList<ProjectCertainty> answers, AnswerMaker maker) => new()
    {
        About = maker.About,
        Projects =
        [
            .. answers.Select(a => new ProjectCertaintyView(maker.Project(a.Project), a.In, a.Certainty, a.Loss is { } loss ? maker.Loss(loss.Least, loss.Most) : null, a.ByPrices, a.Price is { } price ? maker.Loss(price, price).LeastShare : null) { ProofKind = a.Kind })
                .OrderBy(a => a.Certainty switch { Certainty.Swing => 0, Certainty.Open => 1, Certainty.Leaning => 2, Certainty.Fairer => 3, _ => 4 }).ThenBy(a => a.Certainty == Certainty.Leaning ? a.Price : a.Loss?.LeastShare ?? 0),
        ],
    };
}
