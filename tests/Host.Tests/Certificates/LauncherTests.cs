using System.Diagnostics;
using Allocation.Check;
using Allocation.Host.Tests.Commands;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

/// <summary>The checker as somebody else runs it: built by its launcher, in the machine's own code where that can be had.</summary>
public sealed class LauncherTests
{
    [Fact]
    public void The_launcher_builds_the_checker_and_it_says_what_the_library_says()
    {
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "plan.certificate");
        Assert.Equal(0, Shell.Run("solve", Shell.Sample, "--certificate", file).Exit);
        var expected = Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(Shell.Sample, file));
        var (exit, output) = Run(file);
        Assert.Equal(0, exit);
        Assert.Contains(FormattableString.Invariant($"(value {expected.Value}, bound {expected.Bound})"), output, StringComparison.Ordinal);

        var text = File.ReadAllText(file);
        var bound = FormattableString.Invariant($"{expected.Value - 0.001m}");
        File.WriteAllText(file, System.Text.RegularExpressions.Regex.Replace(text, "\"bound\":\\s*\"[^\"]*\"", $"\"bound\": \"{bound}\""));
        (exit, output) = Run(file);
        Assert.Equal(6, exit);
        Assert.StartsWith("refused", output, StringComparison.Ordinal);
    }

    private static (int Exit, string Output) Run(string certificate)
    {
        using var process = Process.Start(new ProcessStartInfo(Approved.At("allocation-check"), [Shell.Sample, certificate]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
