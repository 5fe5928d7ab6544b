using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>
/// The same tiny scenario in rials: every sum of money times 10¹¹ to 10¹³ with odd digits behind, so that costs reach some 10¹⁴; amounts and limits are often exactly what some choices need, or one rial off,
/// which is where solvers that count in doubles go wrong.
/// </summary>
internal sealed class RialParts(Draw draw)
{
    private const long Residents = 1_000_000;
    private long _unit;
    private Project[] _projects = [];

    public ScenarioParts Make(ScenarioParts tiny)
    {
        _unit = draw.One(100_000_000_000L, 999_999_999_989L, 5_000_000_000_000L, 10_000_000_000_000L);
        _projects = [.. tiny.Projects.Select(Costly)];
        // Outcomes have a most: money per resident stays below it with a million residents.
        var many = tiny.Goal.Outcome == OutcomeKind.Money || draw.Chance(30);
        return tiny with
        {
            Money = new MoneyUnit(new("ریال", "rial"), 1),
            Projects = _projects,
            Funds = [.. tiny.Funds.Select(f => f with { Amount = Math.Max(1, Amount(f.Amount)) })],
            Neighbourhoods = [.. tiny.Neighbourhoods.Select(n => many ? n with { Residents = (n.Residents * Residents) + draw.From(0, 999_999) } : n)],
            Rules = [.. tiny.Rules.Select(r => Limits(r, many))],
        };
    }

    private Project Costly(Project project)
    {
        var last = 0L;
        return project with
        {
            Levels = [.. project.Levels.Select(l =>
            {
                var cost = Odd(l.Cost);
                // Levels cost ever more; a divisible project's cost is a multiple of its steps.
                cost = last = Math.Max(last + 1, cost);
                return l with { Cost = cost - (cost % project.Steps) };
            })],
        };
    }

    private Rule Limits(Rule rule, bool many) => rule switch
    {
        MoneyRule { Floor: { } floor, Ceiling: { } ceiling } money when Odd(floor) is var least => money with { Floor = least, Ceiling = least + Odd(ceiling - floor) },
        MoneyRule { Floor: { } floor } money => money with { Floor = Amount(floor) },
        MoneyRule { Ceiling: { } ceiling } money => money with { Ceiling = Amount(ceiling) },
        PerHeadRule perHead => perHead with { PerResident = perHead.PerResident * _unit / (many ? Residents : 1) },
        _ => rule,
    };

    private long Odd(long amount) => (amount * _unit) + (draw.Chance(50) ? draw.From(0, 99_999_999) : 0);

    // As drawn, or what some choices cost, to the rial or one off.
    private long Amount(long amount)
    {
        if (draw.Chance(50)) return Odd(amount);
        var sum = _projects.Where(_ => draw.Chance(50)).Sum(p => p.CostOf(draw.Chance(70) ? p.Choices : p.LeastChoice));
        return Math.Max(0, sum + draw.From(-1, 1));
    }
}
