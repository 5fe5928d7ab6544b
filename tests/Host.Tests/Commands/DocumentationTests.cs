using System.CommandLine;
using Allocation.Host.Commands;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class DocumentationTests
{
    private static readonly string s_docs = string.Concat(Directory.EnumerateFiles(Approved.At("docs"), "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    [Fact]
    public void Every_verb_stands_in_the_documentation_of_the_command_line()
    {
        var page = File.ReadAllText(Approved.At("docs/cli.md"));
        Assert.All(Verbs.Create().Subcommands.Where(v => !v.Hidden), verb => Assert.Contains($"`{verb.Name}", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_of_every_verb_stands_in_a_document() => Assert.All(
        All(Verbs.Create()).Where(c => !c.Hidden).SelectMany(c => c.Options).Where(o => !o.Hidden && o is not System.CommandLine.Help.HelpOption and not VersionOption),
        option => Assert.Contains(option.Name, s_docs, StringComparison.Ordinal));

    [Fact]
    public void Every_exit_code_stands_in_the_documentation()
    {
        var page = File.ReadAllText(Approved.At("docs/cli.md"));
        var codes = typeof(ExitCode).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic);
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Contains($"| {code.GetRawConstantValue()} |", page, StringComparison.Ordinal));
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
