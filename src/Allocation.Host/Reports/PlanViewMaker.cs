using System.Reflection;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Host.Reports;

/// <summary>Makes the view of a solved scenario. Only a verified plan has one.</summary>
internal static class PlanViewMaker
{
    private static readonly string s_version = typeof(Scenario).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="solved">What the engine found.</param>
    /// <param name="scenarioHash">Names the bytes of the scenario.</param>
    /// <param name="tolerance">The gap up to which a plan is called best.</param>
    public static PlanView Of(SolveResult.Solved solved, string scenarioHash, double tolerance)
    {
        var plan = solved.Plan;
        var scenario = plan.Scenario;
        var levels = new ServiceLevels(scenario, plan.Plan.Choices);
        var byPrices = solved with { Bound = solved is { Kind: not (null or ProofKind.Prices), Evidence: { } prices } && scenario.Parts.LaterGoals.Count == 0 ? Math.Max(prices.Bound, solved.Value) : double.PositiveInfinity };
        var (places, titles) = (Places(plan, levels), RuleTitles.Of(scenario));
        return new()
        {
            Format = PlanView.CurrentFormat,
            Scenario = scenario.Id,
            ScenarioHash = scenarioHash,
            EngineVersion = s_version,
            Engine = solved.Engine,
            Name = scenario.Parts.Name,
            City = scenario.Parts.City,
            FiscalYear = scenario.Parts.FiscalYear,
            Notes = scenario.Parts.Notes,
            Unit = scenario.Parts.Money,
            Measure = new(scenario.Goal.Measure, scenario.Goal.Parameter, scenario.Goal.Shift, scenario.Goal.Outcome, scenario.Goal.Weighting, plan.ValueBefore, plan.Value,
                Finite(solved.Bound), Finite(solved.Gap)) { PricesBound = Finite(byPrices.Bound), PricesGap = Finite(byPrices.Gap) },
            Proof = solved.Proof,
            ProofKind = solved.Kind,
            Tolerance = tolerance,
            Goals = StatedGoalView.Of(solved),
            SecondGoals = [.. solved.Stages.Where(s => s.Goal is null).Select(s => GoalView.Of(s, scenario))],
            Profile = ProfileView.Of(solved.Levels, plan),
            Totals = new(scenario.Residents, scenario.Funds.Sum(f => f.Amount), plan.Spent, Units(plan.CityWideMillionths), scenario.Projects.Count, plan.Plan.Choices.Count(c => c > 0)),
            Equity = Equity(plan),
            Districts = [.. scenario.Parts.Districts.Select(d => District(d, [.. places.Where(p => p.District == d.Id)], levels)).OfType<PlaceView>()],
            Neighbourhoods = places,
            Projects = Projects(plan),
            Funds = [.. scenario.Funds.Select((f, at) => new FundView(f.Id, f.Name, f.Kind, f.Amount, (long)plan.Funds[at].Used))],
            Rules = [.. scenario.Rules.Select((r, at) => Rule(scenario, r, titles[at], plan.Rules[at]))],
            Services = levels.City,
            Sources = Sources.Of(scenario.Parts),
            Unanswered = UnansweredView.In(scenario),
        };
    }

    private static PlaceView[] Places(VerifiedPlan plan, ServiceLevels levels)
    {
        var (inKind, ceilings) = (InKind(plan), OutcomeModel.For(plan.Scenario).Ceilings);
        return [.. plan.Places.Select(standing =>
        {
            var place = plan.Scenario.Neighbourhoods[standing.Neighbourhood];
            return new PlaceView(place.Id, place.Name, place.District, place.Residents, place.Deprivation, Outcome(standing.Before), Outcome(standing.After), Units(standing.MoneyMillionths))
            {
                Ceiling = Outcome(ceilings[standing.Neighbourhood]),
                InKind = Units(inKind[standing.Neighbourhood]),
                AtLimit = [.. PlaceQuestion.AtLimit(plan, standing.Neighbourhood).Select(r => plan.Scenario.Rules[r].Id)],
                Levels = levels.Of(n => n == standing.Neighbourhood),
            };
        })];
    }

    // Money reaches places as its project does, whichever fund pays it.
    private static Int128[] InKind(VerifiedPlan plan)
    {
        var scenario = plan.Scenario;
        var millionths = new Int128[scenario.Neighbourhoods.Count];
        foreach (var payment in plan.Plan.Payments.Where(p => scenario.Funds[p.Fund].Kind == FundKind.InKind))
            foreach (var (n, share) in scenario.ReachOf(payment.Project)) millionths[n] += (Int128)payment.Amount * share;
        return millionths;
    }

    // A district is its residents: figures are means over them. One without neighbourhoods has no figures.
    private static PlaceView? District(District district, PlaceView[] inside, ServiceLevels levels)
    {
        if (inside.Length == 0) return null;
        var residents = inside.Sum(p => p.Residents);
        decimal Mean(Func<PlaceView, decimal> of) => Math.Round(inside.Sum(p => of(p) * p.Residents) / residents, 9);
        return new(district.Id, district.Name, district.Id, residents, Mean(p => p.Deprivation), Mean(p => p.Before), Mean(p => p.After), inside.Sum(p => p.Money))
        {
            Ceiling = Mean(p => p.Ceiling ?? 0),
            InKind = inside.Sum(p => p.InKind),
            Levels = levels.Of(n => levels.DistrictOf(n) == district.Id),
        };
    }

    private static ProjectView[] Projects(VerifiedPlan plan)
    {
        var scenario = plan.Scenario;
        var (payments, turns) = (plan.Plan.Payments.ToLookup(p => p.Project), ProjectTurns.Of(plan));
        return
        [
            .. scenario.Projects.Select((project, at) =>
            {
                var (choice, site) = (plan.Plan.Choices[at], scenario.SiteOf(at));
                PaymentView[] funds = [.. payments[at].Select(p => new PaymentView(scenario.Funds[p.Fund].Id, p.Amount))];
                return new ProjectView(project.Id, project.Name, project.Sector, scenario.Parts.Sectors[scenario.Ids.Sectors[project.Sector]].Name, project.Kind, project.CarryOver,
                    site < 0 ? null : scenario.Neighbourhoods[site].Id, Place(scenario, at),
                    choice, project.Choices, Share(project, choice), project.FullCost, funds.Sum(f => f.Money), funds)
                {
                    Reach = project.Reach,
                    Turn = TurnView.Of(scenario, turns[at]),
                    AlsoReaches = project.Reach.All(r => r.Kind == ReachKind.Neighbourhood) ? scenario.ReachOf(at).Count - 1 : 0,
                };
            }),
        ];
    }

    // The largest share of the reach names the place, as it is written: a district-wide library is "District 6", not the largest neighbourhood there.
    internal static Text? Place(Scenario scenario, int project)
    {
        var widest = scenario.Projects[project].Reach.MaxBy(r => r.Share)!;
        return widest.Kind switch
        {
            ReachKind.Neighbourhood => scenario.Neighbourhoods[scenario.Ids.Neighbourhoods[widest.Place]].Name,
            ReachKind.District => scenario.Parts.Districts[scenario.Ids.Districts[widest.Place]].Name,
            _ => null,
        };
    }

    // Of the full cost; of the steps where the project costs nothing.
    private static decimal Share(Project project, int choice) => Math.Round(project.FullCost == 0 ? (decimal)choice / project.Choices : (decimal)project.CostOf(choice) / project.FullCost, 9);

    /// <summary>What kind of limit a rule is.</summary>
    public static RuleKind KindOf(Rule rule) => rule switch
    {
        MoneyRule => RuleKind.Money,
        PerHeadRule => RuleKind.PerHead,
        ShareRule => RuleKind.Share,
        LockRule => RuleKind.Lock,
        PrerequisiteRule => RuleKind.Prerequisite,
        // The range is an outcome like any other.
        OutcomeFloorRule or InequalityRule { Index: InequalityIndex.Range } => RuleKind.OutcomeFloor,
        InequalityRule => RuleKind.Inequality,
        ProtectRule => RuleKind.Protect,
        _ => RuleKind.Count,
    };

    /// <param name="scenario">The scenario of the rule.</param>
    /// <param name="rule">What the planner stated.</param>
    /// <param name="title">What it is called in lists, as <see cref="RuleTitles"/> says.</param>
    /// <param name="standing">How it stands under the plan.</param>
    public static RuleView Rule(Scenario scenario, Rule rule, Text title, RuleStanding standing)
    {
        var (least, most) = (standing.AtLeast, standing.AtMost);
        var limit = least is null || (most is not null && Math.Abs(most.Value - standing.Used) <= Math.Abs(standing.Used - least.Value)) ? most : least;
        return new(rule.Id, KindOf(rule), title, rule.Reason, rule.Owner, standing.Used, limit, least, most, standing.Binding, standing.Place)
        {
            Reserve = standing.Reserve,
            Steps = rule is LockRule held && scenario.Projects[scenario.Ids.Projects[held.Project]].Choices is > 1 and var steps ? steps : null,
        };
    }

    private static EquityView Equity(VerifiedPlan plan)
    {
        var profile = EquityProfile.Of(plan.Scenario, [.. plan.Places.Select(p => p.Before)], [.. plan.Places.Select(p => p.After)], [.. plan.Places.Select(p => p.MoneyMillionths)]);
        var (before, after, neediest) = (profile.Before, profile.After, profile.Fifths[0]);
        return new(before.Mean, after.Mean, before.WorstOff, after.WorstOff, plan.Scenario.Neighbourhoods[after.WorstOffPlace].Name, before.Gini, after.Gini,
            before.Concentration, after.Concentration, neediest.ShareOfMoney, neediest.ShareOfGain)
        {
            WorstPlaceBefore = plan.Scenario.Neighbourhoods[before.WorstOffPlace].Name,
            Indices =
            [
                new("gini", before.Gini, after.Gini), new("concentration", before.Concentration, after.Concentration), new("hoover", before.Hoover, after.Hoover), new("theil", before.Theil, after.Theil),
                new("atkinson-0.5", before.AtkinsonHalf, after.AtkinsonHalf), new("atkinson-1", before.AtkinsonOne, after.AtkinsonOne), new("atkinson-2", before.AtkinsonTwo, after.AtkinsonTwo),
            ],
            Fifths = [.. profile.Fifths.Select(f => new ShareFifthView(f.Rank, f.MeanBefore, f.MeanAfter, f.ShareOfGain, f.ShareOfMoney))],
            WorstReach = OutcomeModel.For(plan.Scenario).Ceilings[after.WorstOffPlace] / (double)OutcomeModel.Unit,
        };
    }

    private static decimal Outcome(long units) => (decimal)units / OutcomeModel.Unit;
    private static decimal Units(Int128 millionths) => (decimal)millionths / Scenario.WholeReach;
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
