namespace Allocation.Engine.Model;

/// <summary>What one fund pays to one project, in whole money units above 0; both are positions in the scenario's lists.</summary>
public readonly record struct Payment(int Project, int Fund, long Amount);

/// <summary>
/// A plan (تخصیص): the choice made for every project (see <see cref="Project"/>) and who pays for it, payments by project and then fund.
/// A plan is a claim: only <c>Verification</c> says whether it holds.
/// </summary>
public sealed class Plan(IReadOnlyList<int> choices, IReadOnlyList<Payment> payments)
{
    public IReadOnlyList<int> Choices { get; } = [.. choices];
    public IReadOnlyList<Payment> Payments { get; } = [.. payments.OrderBy(p => p.Project).ThenBy(p => p.Fund)];

    /// <summary>The plan that funds nothing.</summary>
    public static Plan Nothing(Scenario scenario) => new(new int[scenario.Projects.Count], []);
}
