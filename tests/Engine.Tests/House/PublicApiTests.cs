using PublicApiGenerator;
using Xunit;

namespace Allocation.Engine.Tests.House;

public sealed class PublicApiTests
{
    private const string Switch = "UPDATE_APPROVED";

    [Fact]
    public void The_public_api_is_the_approved_one()
    {
        var approved = Path.Combine(Repository.Root, "tests", "Engine.Tests", "PublicApi.approved.txt");
        var actual = typeof(AllocationEngine).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Switch) == "1") File.WriteAllText(approved, actual);
        var expected = File.ReadAllText(approved).ReplaceLineEndings("\n");
        if (expected == actual) return;
        var (gone, come) = (expected.Split('\n').Except(actual.Split('\n')), actual.Split('\n').Except(expected.Split('\n')));
        Assert.Fail($"""
            The public API of Allocation.Engine is not the approved one.
            Gone:
            {string.Join('\n', gone)}
            New:
            {string.Join('\n', come)}
            Where this is meant, run the tests once with {Switch}=1 in the environment and commit tests/Engine.Tests/PublicApi.approved.txt:
              {Switch}=1 dotnet run --project tests/Engine.Tests -c Release -- -class "*PublicApiTests"
            """);
    }
}
