using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Scenarios;
using CsCheck;
using Xunit;

namespace Allocation.Host.Tests.Scenarios;

public sealed class RoundTripLaws
{
    [Theory, InlineData("any"), InlineData("outcomes"), InlineData("protections")]
    public void What_is_written_is_read_back_equal(string rules) => (rules switch { "outcomes" => TinyScenarios.WithOutcomeRules(null), "protections" => TinyScenarios.WithProtections(null), _ => TinyScenarios.Any }).Holds(
        drawn =>
        {
            using var folder = new ScratchFolder();
            var parts = AsRead(drawn.Parts);
            ScenarioFolder.Write(parts, folder.Path);
            var loaded = folder.Load();
            Assert.Empty(loaded.Faults.Where(f => f.Fault.Severity == Severity.Error).Select(f => $"{f.File}:{f.Line}:{f.Column} {f.Fault.Code} {f.Fault.Message.En}"));
            Assert.Equal(Shown.Of(parts), Shown.Of(loaded.Scenario!.Parts));

            // Writing what was read gives the same bytes, hence the same hash.
            using var again = new ScratchFolder();
            ScenarioFolder.Write(loaded.Scenario.Parts, again.Path);
            Assert.Equal(loaded.Hash, again.Load().Hash);
        },
        draws: 80);

    // The format has one name for a project that is not phased: its level carries it too. Names get what CSV and JSON find hard.
    internal static ScenarioParts AsRead(ScenarioParts parts) => parts with
    {
        Name = new("نام، با «گیومه» و ‌نیم‌فاصله", "a \"quoted\", \\ name"),
        Notes = new("", "line one\nline two"),
        Projects = [.. parts.Projects.Select((p, i) =>
        {
            var name = (i % 3) switch { 0 => new Text("پارک «یاس»، فاز ۱", ""), 1 => new Text("", " \"x\", y\r\nz "), _ => Text.Same(p.Id) };
            return p with { Name = name, Levels = p.Kind == ProjectKind.Phased ? p.Levels : [.. p.Levels.Select(l => l with { Name = name })] };
        })],
    };
}
