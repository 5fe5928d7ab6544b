using System.CommandLine;
using Allocation.Host.Commands;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary><c>--help</c> in both languages: nothing is left in English beside <c>--lang fa</c>, and nothing is kept that no verb says any more.</summary>
public sealed class HelpTests
{
    [Fact]
    public void Every_description_has_its_Persian()
    {
        var root = Verbs.Create();
        var english = All(root).SelectMany(Descriptions).ToArray();
        HelpInPersian.Translate(root);
        var persian = All(root).SelectMany(Descriptions).ToArray();
        Assert.Equal(english.Length, persian.Length);
        Assert.All(english.Zip(persian), pair => Assert.NotEqual(pair.First, pair.Second));
        var forms = HelpInPersian.Sentences.Keys.Where(key => !english.Contains(key) && !key.Contains("{0}", StringComparison.Ordinal));
        Assert.Empty(forms);
    }

    [Theory]
    [InlineData("solve")]
    [InlineData("explain", "rules")]
    [InlineData("serve")]
    [InlineData]
    public void Help_is_Persian_where_Persian_is_asked_for(params string[] verb)
    {
        var (persian, english) = (Shell.Run([.. verb, "--help", "--lang", "fa"]), Shell.Run([.. verb, "--help"]));
        Assert.Equal((0, 0), (persian.Exit, english.Exit));
        Assert.StartsWith("شرح:\n", persian.Output, StringComparison.Ordinal);
        Assert.StartsWith("Description:\n", english.Output, StringComparison.Ordinal);
        foreach (var left in new[] { "Options:", "Usage:", "default:", "Show ", " the " }) Assert.DoesNotContain(left, persian.Output, StringComparison.Ordinal);
        Assert.Equal(english.Output.Split('\n').Length, persian.Output.Split('\n').Length);
    }

    private static IEnumerable<Command> All(Command command) => command.Hidden ? [] : command.Subcommands.SelectMany(All).Prepend(command);

    private static IEnumerable<string> Descriptions(Command command) =>
        new[] { command.Description }.Concat(command.Arguments.Select(a => a.Description)).Concat(command.Options.Where(o => !o.Hidden).Select(o => o.Description)).OfType<string>().Where(d => d.Length > 0);
}
