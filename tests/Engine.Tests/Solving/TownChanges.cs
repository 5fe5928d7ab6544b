using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Solving;

/// <summary>Towns made from a town by a change whose answer must stand in a known relation to the town's own.</summary>
internal static class TownChanges
{
    /// <summary>A measure's goal, with a line, share or difference that parts the places of a town, and levels that are not many.</summary>
    public static Scenario Under(this Scenario town, string measure) => town.With(parts => parts with
    {
        Goal = parts.Goal with { Measure = measure, Parameter = measure switch { "shortfall" or "squared-shortfall" or "headcount" => 0.6m, "leximin" => 0.01m, _ => Goal.UsualParameter(measure) } },
    });

    public static Scenario WithMoney(this Scenario town, int percent) => town.With(parts => parts with { Funds = [.. parts.Funds.Select(f => f with { Amount = f.Amount * percent / 100 })] });

    /// <summary>One more project, which no money can pay for. It would add to nobody: what it could add counts in a place's ceiling, against which the relative measure is read.</summary>
    public static Scenario WithIdle(this Scenario town) => town.With(parts => parts with
    {
        Projects = [town.Projects[0] with { Id = "idle", Levels = [town.Projects[0].Levels[0] with { Cost = town.Funds.Sum(f => f.Amount) + 1, Outputs = parts.Goal.Measure == "relative" ? [] : town.Projects[0].Levels[0].Outputs }] }, .. parts.Projects],
    });

    /// <summary>Other names, everything in the opposite order.</summary>
    public static Scenario Renamed(this Scenario town) => town.With(parts => parts with
    {
        Neighbourhoods = [.. parts.Neighbourhoods.Reverse().Select(n => n with { Id = "z" + n.Id })], Stocks = [.. parts.Stocks.Reverse().Select(s => s with { Neighbourhood = "z" + s.Neighbourhood })],
        Services = [.. parts.Services.Reverse()], Districts = [.. parts.Districts.Reverse()], Rules = [.. parts.Rules.Reverse()],
        Projects = [.. parts.Projects.Reverse().Select(p => p with { Id = "a" + p.Id, Reach = [.. p.Reach.Reverse().Select(r => r with { Place = "z" + r.Place })] })],
    });

    /// <summary>Every place, project and fund twice; each half spends its own money.</summary>
    public static Scenario Doubled(this Scenario town) => town.With(parts => parts with
    {
        Districts = [.. parts.Districts, .. parts.Districts.Select(d => d with { Id = "t" + d.Id })],
        Neighbourhoods = [.. parts.Neighbourhoods, .. parts.Neighbourhoods.Select(n => n with { Id = "t" + n.Id, District = "t" + n.District })],
        Stocks = [.. parts.Stocks, .. parts.Stocks.Select(s => s with { Neighbourhood = "t" + s.Neighbourhood })],
        Projects = [.. parts.Projects, .. parts.Projects.Select(p => p with { Id = "t" + p.Id, Reach = [.. p.Reach.Select(r => r with { Place = "t" + r.Place })] })],
        Rules = [.. parts.Rules, .. parts.Rules.OfType<MoneyRule>().Select(r => r with { Id = "t" + r.Id, Scope = r.Scope with { Districts = [.. r.Scope.Districts.Select(d => "t" + d)] } })],
        Funds = [.. from half in new[] { "", "t" } from f in parts.Funds select f with { Id = half + f.Id, Eligibility = new() { Districts = [.. parts.Districts.Select(d => half + d.Id)] } }],
    });

    /// <summary>A project that must be in, or must be out.</summary>
    public static Scenario Locked(this Scenario town, int project, bool funded) => town.With(parts => parts with
    {
        Rules = [.. parts.Rules, new LockRule { Id = "held", Name = Text.Same("held"), Reason = Text.Same("asked"), Owner = Text.Same("council"), Project = town.Projects[project].Id, Least = funded ? 1 : 0, Most = funded ? int.MaxValue : 0 }],
    });

    private static Scenario With(this Scenario town, Func<ScenarioParts, ScenarioParts> change) => Scenario.Create(change(town.Parts)).Value;
}
