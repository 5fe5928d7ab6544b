using Allocation.Check;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class VerifyTests
{
    [Theory]
    [InlineData("mean", null)]
    [InlineData("worst-off", null)]
    [InlineData("atkinson", "2")]
    [InlineData("shortfall", "0.6")]
    [InlineData("squared-shortfall", "0.6")]
    [InlineData("headcount", "0.6")]
    [InlineData("worst-share", "0.5")]
    [InlineData("gini-welfare", null)]
    [InlineData("relative", null)]
    [InlineData("threshold", "0.1")]
    [InlineData("threshold-leximin", "0.1")]
    [InlineData("leximin", "0.01")]
    public void A_certificate_under_another_measure_is_accepted_by_who_asks_about_that_one_alone(string measure, string? parameter)
    {
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "plan.certificate");
        string[] asked = parameter is null ? ["--measure", measure] : ["--measure", measure, "--parameter", parameter];
        Assert.Equal(0, Shell.Run(["solve", Shell.Sample, "--certificate", file, .. asked]).Exit);
        var (exit, said, _) = Shell.Run(["verify", Shell.Sample, file, .. asked]);
        Assert.Equal(0, exit);
        Assert.StartsWith("accepted", said, StringComparison.Ordinal);
        // The scenario's own measure is the geometric mean, and the certificate is not about that.
        (exit, said, _) = Shell.Run("verify", Shell.Sample, file);
        Assert.Equal(6, exit);
        Assert.StartsWith($"refused: it is about the measure {measure}{(parameter is null ? "" : $":{parameter}")}, not about atkinson:1; a measure other than the scenario's own must be named\n", said);
        Assert.IsType<Verdict.Refused>(CertificateChecker.Run(Shell.Sample, file, new("atkinson", 3)));
    }
}
