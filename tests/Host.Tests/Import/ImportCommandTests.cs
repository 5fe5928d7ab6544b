using System.CommandLine;
using Allocation.Host.Commands;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Import;

public sealed class ImportCommandTests
{
    private static int Run(params string[] arguments) => new RootCommand { ImportCommand.Create(), ElectCommand.Create() }.Parse(arguments).Invoke(new() { Output = TextWriter.Null, Error = TextWriter.Null });

    [Fact]
    public void A_city_is_written_as_a_scenario_that_loads()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, Run("import", "pabulib", Samples.At("city"), "--out", folder.Path, "--shift", "0.5", "--lang", "fa"));
        Assert.Equal(0.5m, folder.Load().Scenario!.Goal.Shift);
    }

    [Fact]
    public void Faults_end_with_one_and_write_nothing()
    {
        using var folder = new ScratchFolder();
        var to = Path.Combine(folder.Path, "new");
        Assert.Equal(1, Run("import", "pabulib", Samples.At("ordinal.pb"), Samples.At("cumulative.pb"), "--out", to));
        Assert.False(Directory.Exists(to));
        Assert.Equal(1, Run("elect", Samples.At("nothing.pb")));
    }

    [Theory]
    [InlineData("import", "pabulib", "x.pb")]
    [InlineData("import", "pabulib", "x.pb", "--out", "y", "--shift", "0")]
    [InlineData("import", "pabulib", "x.pb", "--out", "y", "--benefit", "luck")]
    [InlineData("elect", "x.pb", "--rule", "lottery")]
    public void What_the_command_line_does_not_know_is_a_usage_error(params string[] arguments) =>
        Assert.NotEmpty(new RootCommand { ImportCommand.Create(), ElectCommand.Create() }.Parse(arguments).Errors);

    [Fact]
    public void An_election_is_decided() => Assert.Equal(0, Run("elect", Samples.At("scoring.pb"), "--rule", "equal-shares", "--satisfaction", "points", "--completion", "add-one-utilitarian"));
}
