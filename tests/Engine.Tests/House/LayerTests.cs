using Xunit;

namespace Allocation.Engine.Tests.House;

public sealed class LayerTests
{
    // Verification stands aside: it may know the model and the measures only, so that it shares nothing with what it checks.
    private static readonly Layers Engine = new("Allocation.Engine", new Dictionary<string, string[]>
    {
        ["Model"] = [],
        ["Measures"] = ["Model"],
        ["Verification"] = ["Model", "Measures"],
        ["Formulation"] = ["Model", "Measures"],
        ["Prices"] = ["Model", "Measures", "Formulation"],
        ["Solving"] = ["Model", "Measures", "Formulation", "Prices", "Verification"],
        ["Explaining"] = ["Model", "Measures", "Formulation", "Prices", "Solving", "Verification"],
    });

    // What stands beside the three of the order may use all but the commands.
    private static readonly string[] HostOrder = ["Scenarios", "Reports", "Commands"];

    [Fact]
    public void An_engine_folder_uses_only_folders_before_it() => Assert.Empty(Engine.Violations(InFolders("Allocation.Engine")));

    [Fact]
    public void No_engine_folder_calls_the_front_door() =>
        Assert.Empty(InFolders("Allocation.Engine").Where(f => f.Text.Contains("AllocationEngine.", StringComparison.Ordinal)).Select(f => f.File));

    [Fact]
    public void A_host_folder_uses_only_folders_before_it()
    {
        var files = InFolders("Allocation.Host");
        Assert.Empty(Host(files.Select(f => f.Folder)).Violations(files));
    }

    [Fact]
    public void Every_file_stands_in_the_namespace_of_its_folder()
    {
        foreach (var project in (string[])["Allocation.Engine", "Allocation.Host"])
            Assert.Empty(InFolders(project).Where(f => !f.Text.Contains($"namespace {Path.GetDirectoryName(f.File)!["src/".Length..].Replace('/', '.')};", StringComparison.Ordinal)).Select(f => f.File));
    }

    [Theory]
    [InlineData("Model", "using Allocation.Engine.Measures;", true)]
    [InlineData("Model", "var x = Measures.Exact.Ratio(1);", true)]
    [InlineData("Model", "var x = Allocation.Engine.Solving.Thing.Run();", true)]
    [InlineData("Verification", "using Allocation.Engine.Formulation;", true)]
    [InlineData("Prices", "using static Allocation.Engine.Solving.Thing;", true)]
    [InlineData("Somewhere", "", true)]
    [InlineData("Measures", "using Allocation.Engine.Model;", false)]
    [InlineData("Model", "// Measures.Exact does it; Allocation.Engine.Solving too", false)]
    [InlineData("Model", "var x = project.Measures.Count; var y = Measures.Count;", false)]
    [InlineData("Explaining", "using Allocation.Engine.Solving;", false)]
    public void A_wrong_use_is_seen(string folder, string text, bool wrong)
    {
        var files = new[] { (folder, "New.cs", text), ("Measures", "Exact.cs", "internal static class Exact { }") };
        Assert.Equal(wrong, Engine.Violations(files).Any());
    }

    [Theory]
    [InlineData("Scenarios", "using Allocation.Host.Reports;", true)]
    [InlineData("Reports", "using Allocation.Host.Commands;", true)]
    [InlineData("Elections", "using Allocation.Host.Commands;", true)]
    [InlineData("Commands", "using Allocation.Host.Elections;", false)]
    public void A_wrong_use_in_the_host_is_seen(string folder, string text, bool wrong) =>
        Assert.Equal(wrong, Host([folder, "Elections"]).Violations([(folder, "New.cs", text)]).Any());

    private static Layers Host(IEnumerable<string> folders)
    {
        var beside = folders.Distinct().Except(HostOrder).ToArray();
        var mayUse = beside.ToDictionary(b => b, b => (string[])["Scenarios", "Reports", .. beside]);
        mayUse["Scenarios"] = [.. beside.Where(b => b == "Language")];
        mayUse["Reports"] = ["Scenarios", .. beside];
        mayUse["Commands"] = ["Scenarios", "Reports", .. beside];
        return new("Allocation.Host", mayUse);
    }

    private static (string Folder, string File, string Text)[] InFolders(string project) => [.. Repository.Files()
        .Where(f => f.Path.StartsWith($"src/{project}/", StringComparison.Ordinal) && f.Path.EndsWith(".cs", StringComparison.Ordinal))
        .Select(f => (Parts: f.Path.Split('/'), f.Path, f.Text)).Where(f => f.Parts.Length > 3).Select(f => (f.Parts[2], f.Path, f.Text))];
}
