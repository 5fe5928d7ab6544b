using Allocation.Engine.Model;
using CsCheck;

namespace Allocation.Engine.Tests.Small;

/// <summary>A random scenario and one to three things that a planner might change in it: a budget, the measure or its strength, a lock, a cost, a need, residents, a project or a place order.</summary>
internal static class TinyChanges
{
    public static readonly Gen<(Scenario Parent, Scenario Variant)> Any = new Drawn();

    private sealed class Drawn : Gen<(Scenario, Scenario)>
    {
        public override (Scenario, Scenario) Generate(PCG pcg, Size? min, out Size size)
        {
            var parent = TinyScenarios.Any.Generate(pcg, null, out size);
            var draw = new Draw(pcg);
            var parts = parent.Parts;
            for (var changes = draw.From(1, 3); changes > 0; changes--)
                // What makes no sense is not a variant: the change is dropped.
                if (Scenario.Create(Changed(parts, draw)) is { IsValid: true } made) parts = made.Value.Parts;
            return (parent, Scenario.Create(parts).Value);
        }
    }

    private static ScenarioParts Changed(ScenarioParts parts, Draw draw)
    {
        var p = draw.From(0, Math.Max(0, parts.Projects.Count - 1));
        switch (draw.From(1, 8))
        {
            case 1:
            case 2:
                var percent = draw.From(40, 180);
                return parts with { Funds = [.. parts.Funds.Select(f => f with { Amount = f.Amount * percent / 100 })] };
            case 3: return parts with { Goal = parts.Goal with { Parameter = draw.One(0m, 0.25m, 0.5m, 1m, 2m) } };
            case 4: return parts with { Goal = parts.Goal with { Measure = draw.One("atkinson", "mean", "worst-off", "shortfall") } };
            case 5 when parts.Projects.Count > 0:
                var held = draw.Chance(50);
                return parts with
                {
                    Rules = [.. parts.Rules, new LockRule { Id = "held", Name = Text.Same("held"), Reason = Text.Same("held"), Owner = Text.Same("council"), Project = parts.Projects[p].Id, Least = held ? 1 : 0, Most = held ? int.MaxValue : 0 }],
                };
            case 6: return parts with { Projects = [.. parts.Projects.Select((x, at) => at == p ? x with { Levels = [.. x.Levels.Select(l => l with { Cost = l.Cost * 2 })] } : x)] };
            case 7: return parts with { Neighbourhoods = [.. parts.Neighbourhoods.Select(n => n with { Residents = n.Residents + draw.From(0, 2) })], Needs = [.. parts.Needs.Select(n => n with { Weight = n.Weight + 1 })] };
            default: return parts with { Projects = [.. parts.Projects.Where((_, at) => at != p).Reverse()], Neighbourhoods = [.. parts.Neighbourhoods.Reverse()] };
        }
    }
}
