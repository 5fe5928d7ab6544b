using Allocation.Engine.Model;
using Allocation.Host.Commands;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Commands;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

/// <summary>Whoever is worst off under a plan is often not who was before it: each figure has its place.</summary>
public sealed class WorstOffTests
{
    [Theory]
    [InlineData("en", "Before", "20.00% (Before) → 50.00% (After)", "All projects of After reach")]
    [InlineData("en", "After", "20.00% → 50.00% (After)", "All projects of After reach")]
    [InlineData("en", null, "20.00% → 50.00% (After)", "All projects of After reach")]
    [InlineData("fa", "Before", "از ۲۰٫۰۰٪ (Before) به ۵۰٫۰۰٪ (After)", "After با همه پروژه‌هایش")]
    public void Both_places_are_named_where_they_differ(string lang, string? before, string said, string reach)
    {
        using var folder = new ScratchFolder();
        Assert.Equal(ExitCode.Done, Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--out", folder.Path).Exit);
        var view = ResultFile.Read(File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName)));
        var plan = new PlanWords(view with { Equity = view.Equity with { WorstPlaceBefore = before is null ? null : Text.Same(before), WorstPlaceAfter = Text.Same("After") } }, Words.In(lang == "fa" ? Language.Fa : Language.En));
        Assert.Contains(plan.Totals, line => line.Figure == said);
        Assert.Contains(plan.Totals, line => line.Name == reach);
    }
}
