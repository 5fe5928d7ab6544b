using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class PrintedPlanTests
{
    [Theory]
    [InlineData("en", "50.00% (Lower)", "65.00%", false)]
    [InlineData("en", "65.00% (Lower)", "65.00%: no money lifts it further", true)]
    [InlineData("fa", "۶۵٫۰۰٪ (محله پایین)", "۶۵٫۰۰٪؛ هیچ پولی آن را بالاتر نمی‌برد", true)]
    public void What_binds_the_worst_off_is_named_and_where_money_cannot_lift_it_that_is_said(string lang, string worst, string reach, bool money)
    {
        using var folder = Scenario(text => money ? text.Replace("\"amount\": 8000", "\"amount\": 16000", StringComparison.Ordinal) : text);
        var lines = Shell.Run("solve", folder.Path, "--measure", "worst-off", "--lang", lang).Output.Split('\n');
        var at = Array.FindIndex(lines, line => line.EndsWith(worst, StringComparison.Ordinal));
        Assert.True(at > 0);
        Assert.EndsWith(reach, lines[at + 1], StringComparison.Ordinal);
    }

    private static ScratchFolder Scenario(Func<string, string> change)
    {
        var folder = new ScratchFolder();
        var text = File.ReadAllText(Approved.At("scenarios/two-neighbourhoods/scenario.json"));
        File.WriteAllText(Path.Combine(folder.Path, "scenario.json"), change(text));
        return folder;
    }
}
