using System.CommandLine;
using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;
using Allocation.Host.Commands;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class ExitCodeTests
{
    [Fact]
    public void A_solved_scenario_is_0() => Assert.Equal(0, Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods")).Exit);

    [Theory]
    [InlineData("check")]
    [InlineData("solve")]
    public void Faults_are_1(string verb)
    {
        var shell = Shell.Run(verb, Approved.At("tests/Host.Tests/Scenarios/Bad/BA1303-unknown-reference"));
        Assert.Equal(1, shell.Exit);
        Assert.Contains("BA1303", shell.Output + shell.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--time", "۵")]
    [InlineData("--time=٢٫٥")]
    [InlineData("--time", "5", "--threads", "۱")]
    [InlineData("--tolerance", "1e-4")]
    public void Options_take_numbers_in_the_digits_of_a_scenario(params string[] options) => Assert.Equal(0, Shell.Run(["solve", Approved.At("scenarios/two-neighbourhoods"), .. options]).Exit);

    [Fact]
    public void A_number_of_an_option_that_reads_in_two_ways_is_2()
    {
        var shell = Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--time", "1,5");
        Assert.Equal((2, ""), (shell.Exit, shell.Output));
        Assert.Contains("can be read in two ways", shell.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_that_can_fall_when_somebody_gains_is_refused_with_the_reason_and_what_to_use_instead()
    {
        var shell = Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--measure", "gini");
        Assert.Equal(1, shell.Exit);
        Assert.StartsWith("--measure: BA1507 ", shell.Errors, StringComparison.Ordinal);
        Assert.Contains("Maximise gini-welfare", shell.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_that_the_scenario_cannot_have_is_a_fault()
    {
        var shell = Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--measure", "shortfall", "--parameter", "0");
        Assert.Equal((1, ""), (shell.Exit, shell.Output));
        Assert.StartsWith("--measure: BA", shell.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("solve")]
    [InlineData("solve", "somewhere", "--measure", "fairness")]
    [InlineData("solve", "somewhere", "--time", "-1")]
    [InlineData("solve", "somewhere", "--tolerance", "2")]
    [InlineData("solve", "somewhere", "--threads", "0")]
    [InlineData("solve", "somewhere", "--method", "guess")]
    [InlineData("solve", "somewhere", "--lang", "de")]
    [InlineData("slove", "somewhere")]
    public void A_wrong_command_line_is_2(params string[] arguments)
    {
        var shell = Shell.Run(arguments);
        Assert.Equal(2, shell.Exit);
        Assert.NotEmpty(shell.Errors);
    }

    [Theory]
    [InlineData("There is no verb 'slove'. Did you mean 'solve'?", "slove", "somewhere", "--time", "3")]
    [InlineData("There is no verb 'projekt'. Did you mean 'project'?", "explain", "projekt", "--lang", "en")]
    [InlineData("compare takes 2 to 4 options; given: 1.", "compare", "somewhere")]
    [InlineData("Unrecognized command or argument '--tiem'.", "solve", "somewhere", "--tiem")]
    public void What_is_misspelt_is_told_in_two_lines(string said, params string[] arguments)
    {
        var shell = Shell.Run(arguments);
        Assert.Equal((2, ""), (shell.Exit, shell.Output));
        Assert.Equal(said, shell.Errors.Split('\n')[0]);
        Assert.StartsWith("Options: ", shell.Errors.Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("explain")]
    public void Where_no_verb_is_named_they_are_listed_under_the_name_that_people_call(params string[] arguments)
    {
        var shell = Shell.Run(arguments);
        Assert.Equal((2, ""), (shell.Exit, shell.Output));
        Assert.Contains($"  allocation {string.Concat(arguments.Select(a => a + " "))}[command]", shell.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "there is no such file or folder. Results are written by solve --out DIR: give DIR, or its result.json.", "/nowhere")]
    [InlineData("fa", "چنین پرونده یا پوشه‌ای نیست.", "/nowhere")]
    public void Why_a_file_is_not_read_is_told_in_words(string language, string said, string file)
    {
        var shell = Shell.Run("report", file, "--out", "page.html", "--lang", language);
        Assert.Equal((2, ""), (shell.Exit, shell.Output));
        Assert.Contains(said, shell.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "headcount is about a line that only you can draw")]
    [InlineData("fa", "خط معیار می‌خواهد")]
    public void A_measure_about_a_line_that_nobody_draws_is_2(string language, string said)
    {
        var shell = Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--measure", "headcount", "--lang", language);
        Assert.Equal((2, ""), (shell.Exit, shell.Output));
        Assert.Contains(said, shell.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--measure", "headcount", "--parameter", "0.6", "--lang", language).Exit);
    }

    [Theory]
    [InlineData("shortfall is about a line that only you can draw: say where it is, such as shortfall:0.6 for 60% of the standards.", "solve", "--goals", "mean,shortfall")]
    [InlineData("shortfall is about a line that only you can draw: say where it is, such as --parameter 0.6 for 60% of the standards.", "solve", "--measure", "shortfall")]
    [InlineData("headcount is about a line that only you can draw: say where it is, such as headcount:0.6 for 60% of the standards.", "frontier", "--against", "headcount")]
    [InlineData("mean takes no parameter: leave --parameter out.", "solve", "--measure", "mean", "--parameter", "3")]
    [InlineData("worst-off takes no parameter: leave :3 out.", "solve", "--goals", "worst-off:3~0.02,mean")]
    [InlineData("gini-welfare takes no parameter: leave :0.5 out.", "frontier", "--against", "gini-welfare:0.5")]
    [InlineData("پارامتر ندارد", "solve", "--lang", "fa", "--measure", "mean", "--parameter", "3")]
    public void A_parameter_that_is_missing_or_that_the_measure_does_not_take_is_2_with_the_cure(string said, string verb, params string[] options)
    {
        var shell = Shell.Run([verb, Approved.At("scenarios/two-neighbourhoods"), .. options]);
        Assert.Equal((2, ""), (shell.Exit, shell.Output));
        Assert.Contains(said, shell.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_no_parameter_is_what_is_listed_without_one()
    {
        foreach (var measure in Engine.Measures.MeasureCatalogue.Names)
            Assert.Equal(MeasureView.TakesParameter(measure), Words.In(Language.En).MeasureParameter(measure) != "none");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_2_before_anything_is_solved()
    {
        var shell = Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--out", Approved.At("README.md"));
        Assert.Equal((2, ""), (shell.Exit, shell.Output));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void An_impossible_scenario_is_3_and_says_what_stands_in_the_way(string language)
    {
        var shell = Shell.Run("solve", Approved.At("scenarios/impossible"), "--lang", language);
        Assert.Equal(3, shell.Exit);
        Approved.Holds($"tests/Host.Tests/Commands/impossible.{language}.txt", shell.Output);
    }

    [Fact]
    public void A_plan_from_a_stopped_search_is_4_and_printed()
    {
        var (exit, output, _) = Answer(Solved() with { Proof = Proof.Stopped, Bound = 0.6 });
        Assert.Equal(4, exit);
        Assert.StartsWith("Stopped early, within 1.42% of the best", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_within_a_gap_is_done()
    {
        var (exit, output, _) = Answer(Solved() with { Proof = Proof.Within, Bound = 0.6 });
        Assert.Equal(0, exit);
        Assert.StartsWith("Within 1.42% of the best", output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_time_at_all_is_5() => Assert.Equal(5, Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--method", "whole", "--time", "0.0000001").Exit);

    [Fact]
    public void A_refused_claim_is_6_and_no_answer()
    {
        var (exit, output, errors) = Answer(new SolveResult.Refused("whole", [new Lie("VF01", "budget", "10", "9")]));
        Assert.Equal((6, ""), (exit, output));
        Assert.Contains("VF01 budget: claimed 10, is 9", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_defect_is_70_and_shows_its_stack_only_when_asked(bool trace)
    {
        var broken = new Command("broken");
        broken.SetAction((Func<ParseResult, int>)(_ => throw new InvalidOperationException("the tally is off")));
        var root = new RootCommand { broken, new Option<bool>(Verbs.Trace) { Recursive = true } };
        using StringWriter output = new(), error = new();
        Assert.Equal(70, Verbs.Run(root, trace ? ["broken", Verbs.Trace] : ["broken"], output, error, TestContext.Current.CancellationToken));
        Assert.Contains("the tally is off", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(trace, error.ToString().Contains("   at ", StringComparison.Ordinal));
    }

    private static SolveResult.Solved Solved() =>
        Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(ScenarioFolder.Load(Approved.At("scenarios/two-neighbourhoods")).Scenario!, cancellation: TestContext.Current.CancellationToken));

    private static (int Exit, string Output, string Errors) Answer(SolveResult result)
    {
        using StringWriter output = new(), error = new();
        var exit = SolveRun.Answer(result, "", new("", null, new(), null, null), Words.In(Language.En), output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
