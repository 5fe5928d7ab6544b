using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>A service that a neighbourhood is short of: how short today, in outcome units, how much the plan adds, and how many candidate projects would add to it.</summary>
public sealed record ServiceGap(int Service, long Room, long Gained, int Candidates)
{
    /// <summary>Residents lack it and nobody has proposed anything: a red flag.</summary>
    public bool NobodyProposed => Candidates == 0;
}

/// <summary>
/// What a neighbourhood gets and could get. <see cref="Reach"/> is its outcome if every project that reaches it were funded at its best, whatever the money: no plan can lift it
/// higher. <see cref="Alike"/> are the five places nearest to it in deprivation, nearest first.
/// </summary>
public sealed record PlaceAnswer(PlaceStanding Standing, long Reach, IReadOnlyList<int> Funded, IReadOnlyList<int> NotFunded, IReadOnlyList<ServiceGap> Gaps, IReadOnlyList<PlaceStanding> Alike);

internal static class PlaceQuestion
{
    private const int Neighbours = 5;

    public static PlaceAnswer Answer(VerifiedPlan plan, int n)
    {
        var (scenario, model) = (plan.Scenario, OutcomeModel.For(plan.Scenario));
        var reaching = Enumerable.Range(0, scenario.Projects.Count).Where(p => scenario.ReachOf(p).Any(r => r.Neighbourhood == n)).ToArray();
        var gaps = model.GroupsOf[n].Select(g => Gap(model, plan.Plan.Choices, reaching, g)).ToArray();
        var reach = model.Ceilings[n];
        var own = scenario.Neighbourhoods[n].Deprivation;
        return new(plan.Places[n], reach, [.. reaching.Where(p => plan.Plan.Choices[p] > 0)], [.. reaching.Where(p => plan.Plan.Choices[p] == 0)], gaps,
            [.. plan.Places.Where(p => p.Neighbourhood != n).OrderBy(p => Math.Abs(scenario.Neighbourhoods[p.Neighbourhood].Deprivation - own)).ThenBy(p => p.Neighbourhood).Take(Neighbours)]);
    }

    /// <summary>Every neighbourhood with a service that it lacks and that no candidate project would add to.</summary>
    public static IEnumerable<(int Neighbourhood, int Service)> Unanswered(OutcomeModel model)
    {
        var answered = new bool[model.Groups];
        for (var p = 0; p < model.Scenario.Projects.Count; p++)
            for (var c = 1; c <= model.Scenario.Projects[p].Levels.Count; c++)
                foreach (var gain in model.Gains(p, c)) answered[gain.Group] = true;
        for (var g = 0; g < model.Groups; g++) if (!answered[g] && model.ServiceOf[g] >= 0) yield return (model.PlaceOf[g], model.ServiceOf[g]);
    }

    /// <summary>What one project adds to a neighbourhood by itself at a choice, in outcome units: what is beyond a standard does not count.</summary>
    public static long Adds(OutcomeModel model, int project, int choice, int n) =>
        choice == 0 ? 0 : model.GroupsOf[n].Sum(g => Math.Min(model.Room[g], Gained(model, project, choice, g)));

    /// <summary>The rules that name a neighbourhood, its district or a deprivation that it has, by position.</summary>
    public static IEnumerable<int> Naming(Scenario scenario, int n)
    {
        var place = scenario.Neighbourhoods[n];
        bool Names(Scope scope) => scope.NamesPlaces && Scopes.InPlaces(place, scope);
        return Enumerable.Range(0, scenario.Rules.Count).Where(r => scenario.Rules[r] switch
        {
            MoneyRule rule => Names(rule.Scope),
            ShareRule rule => Names(rule.Part),
            PerHeadRule rule => Names(rule.Scope),
            CountRule rule => Names(rule.Scope),
            ProtectRule rule => Names(rule.Scope),
            OutcomeFloorRule rule => Names(rule.Places) || rule.Levels.Any(l => l.Key == place.Id),
            _ => false,
        });
    }

    /// <summary>The rules about a neighbourhood that are used up to their limit, by position: of those with a limit for each of several places, where its own is; of others, where they name it.</summary>
    public static IEnumerable<int> AtLimit(VerifiedPlan plan, int n)
    {
        var naming = Naming(plan.Scenario, n).ToHashSet();
        return Enumerable.Range(0, plan.Rules.Count).Where(r => plan.Rules[r] is var rule && rule.Binding && (rule.BindingIn?.Contains(n) ?? naming.Contains(r)));
    }

    private static ServiceGap Gap(OutcomeModel model, IReadOnlyList<int> choices, int[] reaching, int group)
    {
        var gained = reaching.Where(p => choices[p] > 0).Sum(p => Gained(model, p, choices[p], group));
        return new(model.ServiceOf[group], model.Room[group], Math.Min(gained, model.Room[group]), reaching.Count(p => Most(model, p, group) > 0));
    }

    private static long Gained(OutcomeModel model, int project, int choice, int group) =>
        model.Gains(project, choice).Where(g => g.Group == group).Sum(g => g.Units) * model.Times(project, choice);

    private static long Most(OutcomeModel model, int project, int group)
    {
        var p = model.Scenario.Projects[project];
        return p.Kind == ProjectKind.Divisible ? Gained(model, project, p.Choices, group) : Enumerable.Range(1, p.Choices).Max(c => Gained(model, project, c, group));
    }
}
