using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>Draws zero to four rules of any type, with limits near what a plan may use.</summary>
internal sealed class TinyRules(Draw draw, string[] places, string[] districts, string[] sectors, string[] services, Project[] projects, Fund[] funds)
{
    private readonly HashSet<string> _locked = [];
    private readonly int _all = projects.Sum(p => (int)p.FullCost);

    public IEnumerable<Rule> Make()
    {
        var count = draw.One(0, 1, 1, 2, 2, 3, 4);
        for (var r = 0; r < count; r++) if (One($"r{r}") is { } rule) yield return rule;
    }

    private Rule? One(string id)
    {
        Text name = Text.Same(id), reason = Text.Same("because");
        switch (draw.From(1, 9))
        {
            case 1:
                return new MoneyRule { Id = id, Name = name, Reason = reason, Scope = Scope(), Ceiling = draw.From(0, _all) };
            case 2:
                return new MoneyRule { Id = id, Name = name, Reason = reason, Scope = Scope(), Floor = draw.From(0, Math.Max(1, _all / 4)) };
            case 3:
                var floor = draw.From(0, Math.Max(1, _all / 5));
                return new MoneyRule { Id = id, Name = name, Reason = reason, Scope = Scope(), Floor = floor, Ceiling = floor + draw.From(0, _all / 2) };
            case 4:
                return new PerHeadRule
                {
                    Id = id, Name = name, Reason = reason, Scope = draw.Chance(30) ? Allocation.Engine.Model.Scope.Everything : Scope(),
                    Per = draw.One(PlaceLevel.Neighbourhood, PlaceLevel.District), PerResident = draw.One(0.01m, 0.05m, 0.1m, 0.33m, 0.5m, 1m),
                };
            case 5:
                return new ShareRule
                {
                    Id = id, Name = name, Reason = reason, Part = Scope(), Whole = draw.Chance(60) ? Allocation.Engine.Model.Scope.Everything : Scope(),
                    AtLeast = draw.Chance(60) ? draw.One(0.1m, 0.25m, 0.333333m) : null, AtMost = draw.One(0.5m, 0.666667m, 0.8m, 1m),
                };
            case 6:
                return Lock(id, name, reason);
            case 7:
                if (projects.Length < 2) return null;
                // Always an earlier project, so that no two wait for each other.
                var at = draw.From(1, projects.Length - 1);
                return new PrerequisiteRule { Id = id, Name = name, Reason = reason, Project = projects[at].Id, Requires = draw.Some([.. projects[..at].Select(p => p.Id)], 30) };
            case 8:
                return new CountRule { Id = id, Name = name, Reason = reason, Scope = Scope(), AtMost = draw.From(1, 3), AtLeast = draw.Chance(25) ? draw.From(0, 1) : null };
            default:
                return new CountRule { Id = id, Name = name, Reason = reason, Scope = new Scope { Projects = draw.Some([.. projects.Select(p => p.Id)], 40) }, AtMost = 1 };
        }
    }

    private LockRule? Lock(string id, Text name, Text reason)
    {
        var project = draw.One(projects);
        if (!_locked.Add(project.Id)) return null;
        return draw.Chance(60)
            ? new LockRule { Id = id, Name = name, Reason = reason, Owner = Text.Same("council"), Project = project.Id, Least = draw.From(project.LeastChoice, project.Choices) }
            : new LockRule { Id = id, Name = name, Reason = reason, Owner = Text.Same("council"), Project = project.Id, Most = draw.Chance(60) ? 0 : draw.From(project.LeastChoice, project.Choices) };
    }

    private Scope Scope()
    {
        var scope = new Scope();
        if (draw.Chance(30)) scope = scope with { Districts = [draw.One(districts)] };
        if (draw.Chance(15)) scope = scope with { Neighbourhoods = draw.Some(places, 50) };
        if (draw.Chance(15)) scope = scope with { Sectors = [draw.One(sectors)] };
        if (draw.Chance(15)) scope = scope with { Services = draw.Some(services, 50) };
        if (draw.Chance(15)) scope = scope with { Funds = draw.Some([.. funds.Select(f => f.Id)], 50) };
        if (draw.Chance(10)) scope = scope with { Projects = draw.Some([.. projects.Select(p => p.Id)], 60) };
        if (draw.Chance(12)) scope = scope with { FundKind = draw.One(FundKind.Cash, FundKind.InKind) };
        if (draw.Chance(6)) scope = scope with { CarryOverOnly = true };
        if (draw.Chance(12)) scope = scope with { MinDeprivation = draw.One(0.3m, 0.6m) };
        return scope;
    }
}
