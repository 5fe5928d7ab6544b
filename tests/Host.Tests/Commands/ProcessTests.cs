using System.Diagnostics;
using System.Text;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>The program as a shell runs it, with its output in pipes.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void Piped_output_holds_the_report_alone_without_escape_codes()
    {
        var (exit, output, errors) = Run("solve", Shell.Sample, "--lang", "fa");
        Assert.Equal(0, exit);
        Assert.DoesNotContain('\u001b', output + errors);
        Assert.Equal(File.ReadAllText(Approved.At("tests/Host.Tests/Commands/solve.fa.txt")), output);
    }

    [Fact]
    public void A_solve_with_a_hard_deadline_answers_from_its_own_process()
    {
        var (exit, output, _) = Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--hard-deadline", "500");
        Assert.Equal(0, exit);
        Assert.StartsWith("Proven best", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solve_that_does_not_answer_by_its_hard_deadline_is_ended()
    {
        var (exit, output, errors) = Run("solve", Approved.At("scenarios/qom-1401"), "--hard-deadline", "0.01");
        Assert.Equal((5, ""), (exit, output));
        Assert.Contains("hard deadline of 0.01 s", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_worked_example_of_the_README_is_what_the_program_prints()
    {
        var (exit, output, _) = Run("solve", Approved.At("scenarios/two-neighbourhoods"));
        Assert.Equal(0, exit);
        Assert.Contains($"$ ./allocation solve scenarios/two-neighbourhoods\n{output.TrimEnd()}\n```", File.ReadAllText(Approved.At("README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Plans_bounds_steps_and_allocations_are_those_of_the_baseline()
    {
        var (_, output, errors) = Run("bench", "--gate", "--baseline", Approved.At("bench/baseline.json"));
        Assert.Equal("", errors);
        Assert.EndsWith("runs as in " + Approved.At("bench/baseline.json") + "\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_without_a_baseline_says_how_to_write_one()
    {
        var (exit, output, errors) = Run("bench", "--gate", "--baseline", "nowhere.json");
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("nowhere.json", errors, StringComparison.Ordinal);
        Assert.Contains("--update", errors, StringComparison.Ordinal);
    }

    private static (int Exit, string Output, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "allocation-host.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
