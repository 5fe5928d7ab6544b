using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.House;
using Xunit;

namespace Allocation.Engine.Tests.Formulation;

/// <summary>One small problem with every kind of project, fund and rule, written out as a linear model under each measure; UPDATE_APPROVED=1 rewrites the files.</summary>
public sealed class GoldenModels
{
    [Theory]
    [InlineData("mean", 1)]
    [InlineData("worst-off", 1)]
    [InlineData("atkinson", 1)]
    [InlineData("shortfall", 0.5)]
    [InlineData("squared-shortfall", 0.5)]
    [InlineData("worst-share", 0.2)]
    [InlineData("gini-welfare", 1)]
    [InlineData("headcount", 0.5)]
    [InlineData("threshold", 0.1)]
    [InlineData("relative", 1)]
    public void The_model_of_a_measure_is_the_approved_one(string measure, double parameter)
    {
        var problem = Problem.For(Example(new Goal { Measure = measure, Parameter = (decimal)parameter }));
        var form = WholeFormulation.Of(problem, digits: false);
        var ranges = WholeFormulation.Ranges(problem);
        form.Model.Maximise(problem.Measure is not ConcaveMeasure concave ? MeasureMethods.Rows(problem, problem.Measure)!.Sum(form, ranges)
            : concave.IsLinear ? form.Mean() : form.Welfare([.. ranges.Select(r => new Tangents(concave, r.From, r.To))]));
        Approve($"{measure}.lp", LpText.Of(form.Model));
    }

    [Theory]
    [InlineData("leximin", 0.05)]
    [InlineData("threshold-leximin", 0.2)] // the threshold measure is held
    public void The_model_of_a_level_is_the_approved_one(string measure, double parameter)
    {
        var problem = Problem.For(Example(new Goal { Measure = measure, Parameter = (decimal)parameter }));
        var prices = LevelPrices.ByReach(problem);
        var form = AimSearch.FormOf(problem, digits: false, [], problem.Measure is ThresholdLeximin order ? [new AimFloor(new MeasureAim(problem, order.First), 0.4)] : []);
        form.Model.Maximise(LevelRows.Add(form, LevelPrices.Ranges(problem, [prices]), [new(449_999_990, 100)], 499_999_990, [prices])!);
        Approve($"{measure}.lp", LpText.Of(form.Model));
    }

    [Fact]
    public void Every_measure_has_its_model() =>
        Assert.All(MeasureCatalogue.Names, measure => Assert.True(File.Exists(Path.Combine(Folder, $"{measure}.lp")), measure));

    [Fact]
    public void Steps_in_binary_digits_and_a_plan_cut_off_are_the_approved_rows()
    {
        var problem = Problem.For(Example(new Goal { Measure = "mean" }));
        var form = WholeFormulation.Of(problem, digits: true);
        form.Model.Require("other", form.Choices.Others([1, 2, 3, 0])!, 1, double.PositiveInfinity);
        form.Model.Maximise(form.Mean());
        Approve("digits.lp", LpText.Of(form.Model));
    }

    [Theory]
    [InlineData("outcome-floor")]
    [InlineData("gini")]
    [InlineData("hoover")]
    [InlineData("concentration")]
    [InlineData("range")]
    [InlineData("fifths-ratio")]
    public void The_model_of_a_rule_over_outcomes_is_the_approved_one(string rule)
    {
        var (example, name, reason) = (Example(new Goal { Measure = "mean" }), Text.Same("fair"), Text.Same("law"));
        Rule made = rule switch
        {
            "outcome-floor" => new OutcomeFloorRule { Id = "floor", Name = name, Reason = reason, Places = Scope.Everything, AtLeast = 0.35m, Levels = [KeyValuePair.Create("low", 0.5m)] },
            "gini" => new InequalityRule { Id = "gini", Name = name, Reason = reason, Index = InequalityIndex.Gini, AtMost = 0.1m },
            "hoover" => new InequalityRule { Id = "hoover", Name = name, Reason = reason, Index = InequalityIndex.Hoover, AtMost = 0.1m },
            "concentration" => new InequalityRule { Id = "concentration", Name = name, Reason = reason, Index = InequalityIndex.Concentration, AtLeast = -0.2m, AtMost = 0.1m },
            "range" => new InequalityRule { Id = "range", Name = name, Reason = reason, Index = InequalityIndex.Range, AtMost = 0.2m },
            _ => new InequalityRule { Id = "fifths", Name = name, Reason = reason, Index = InequalityIndex.FifthsRatio, AtLeast = 0.8m, AtMost = 1.25m },
        };
        var form = WholeFormulation.Of(Problem.For(Scenario.Create(example.Parts with { Rules = [made] }).Value), digits: false);
        if (rule == "gini") form.Without([0, 1, 0, 0]);
        form.Model.Maximise(form.Mean());
        Approve($"rule-{rule}.lp", LpText.Of(form.Model));
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("grant")]
    public void The_model_of_a_protection_is_the_approved_one(string fund)
    {
        var (example, name, reason) = (Example(new Goal { Measure = "mean" }), Text.Same("safe"), Text.Same("prudence"));
        var rule = new ProtectRule { Id = "safe", Name = name, Reason = reason, Scope = Scope.Everything, AtOnce = 2, Overrun = 0.15m, Overruns = [KeyValuePair.Create("steps", 0.5m), KeyValuePair.Create("other", 0m)] };
        if (fund != "everything") rule = rule with { Scope = new Scope { Funds = [fund] }, AtOnce = 1, Ceiling = 20 };
        var form = WholeFormulation.Of(Problem.For(Scenario.Create(example.Parts with { Rules = [rule] }).Value), digits: false);
        form.Model.Maximise(form.Mean());
        Approve($"rule-protect-{fund}.lp", LpText.Of(form.Model));
    }

    private static Scenario Example(Goal goal)
    {
        static Text T(string words) => Text.Same(words);
        static Level L(long cost, decimal area) => new(T("level"), cost, [new("green", area)], 0);
        Provenance made = new("made for this test", true);
        var checkedParts = Scenario.Create(new ScenarioParts
        {
            Id = "golden", Name = T("golden"), City = T("city"), FiscalYear = "1401", Money = new(T("million rial"), 1_000_000), Goal = goal,
            Districts = [new("d", T("d"), made)], Sectors = [new("civil", T("civil"))], Services = [new("green", T("green"), T("m²"), 1, 1, made)],
            Neighbourhoods = [new("low", T("low"), "d", 100, 0.8m, made), new("high", T("high"), "d", 100, 0.2m, made)],
            Stocks = [new("low", "green", 20, made), new("high", "green", 40, made)],
            Projects =
            [
                new() { Id = "whole", Name = T("whole"), Sector = "civil", Kind = ProjectKind.Whole, Levels = [L(40, 30)], Reach = [new(ReachKind.Neighbourhood, "low", 1)] },
                new() { Id = "phased", Name = T("phased"), Sector = "civil", Kind = ProjectKind.Phased, Levels = [L(20, 20), L(50, 70)], Reach = [new(ReachKind.Neighbourhood, "low", 0.5m), new(ReachKind.Neighbourhood, "high", 0.5m)] },
                new() { Id = "steps", Name = T("steps"), Sector = "civil", Kind = ProjectKind.Divisible, Steps = 4, LeastSteps = 2, Levels = [L(40, 40)], Reach = [new(ReachKind.Neighbourhood, "high", 1)] },
                new() { Id = "other", Name = T("other"), Sector = "civil", Kind = ProjectKind.Whole, Levels = [L(30, 25)], Reach = [new(ReachKind.Everywhere, "*", 1)] },
            ],
            Funds =
            [
                new() { Id = "budget", Name = T("budget"), Amount = 90, Kind = FundKind.Cash },
                new() { Id = "grant", Name = T("grant"), Amount = 30, Kind = FundKind.Cash, Match = new(1, 2), Eligibility = new() { Projects = ["whole", "steps"] } },
            ],
            Rules =
            [
                new MoneyRule { Id = "low-floor", Name = T("floor"), Reason = T("need"), Scope = new() { Neighbourhoods = ["low"] }, Floor = 30 },
                new ShareRule { Id = "cash-share", Name = T("share"), Reason = T("law"), Part = new() { Funds = ["grant"] }, Whole = Scope.Everything, AtMost = 0.25m },
                new PerHeadRule { Id = "per-head", Name = T("per head"), Reason = T("everybody"), Scope = Scope.Everything, Per = PlaceLevel.Neighbourhood, PerResident = 0.1m },
                new PrerequisiteRule { Id = "after", Name = T("after"), Reason = T("access"), Project = "other", Requires = ["phased"] },
                new CountRule { Id = "either-or", Name = T("either or"), Reason = T("one site"), Scope = new() { Projects = ["whole", "other"] }, AtMost = 1 },
                new LockRule { Id = "begun", Name = T("begun"), Reason = T("begun"), Owner = Text.Same("council"), Project = "phased", Least = 1 },
            ],
        });
        Assert.True(checkedParts.IsValid, string.Join("; ", checkedParts.Faults.Select(f => $"{f.Code} {f.Subject} {f.Message.En}")));
        return checkedParts.Value;
    }

    private static string Folder => Path.Combine(Repository.Root, "tests", "Engine.Tests", "Formulation", "Golden");

    private static void Approve(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1") File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"{file} is not approved yet: run with UPDATE_APPROVED=1 and read it");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
