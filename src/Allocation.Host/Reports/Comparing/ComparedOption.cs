using Allocation.Engine.Explaining;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Comparing;

/// <summary>An option as it goes into a comparison: its plan, its scenario where that is known, and what the plan does not keep.</summary>
internal sealed record ComparedOption(OptionSource Source, string Path, PlanView View, Scenario? Scenario, bool Verified)
{
    public IReadOnlyList<BrokenView> Broken { get; init; } = [];

    public static IReadOnlyList<BrokenView> BrokenOf(Scenario scenario, Judgement judgement)
    {
        var titles = RuleTitles.Of(scenario);
        return [.. judgement.Broken.Zip(judgement.Standings, (s, stands) => new BrokenView(s.IdIn(scenario), s.IsFund, s.IsFund ? scenario.Funds[s.Index].Name : titles[s.Index], s.IsFund ? Text.Nothing : scenario.Rules[s.Index].Reason,
            s.IsFund ? scenario.Funds[s.Index].Amount : null, s.IsFund ? (long)stands.Used : null, s.IsFund ? null : PlanViewMaker.Rule(scenario, scenario.Rules[s.Index], titles[s.Index], stands)))];
    }
}
