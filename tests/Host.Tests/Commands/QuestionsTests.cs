using System.Text;
using System.Text.RegularExpressions;
using Allocation.Host.Commands;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>Every command about a town of this project in docs/questions.md, run; what stands under it there is how its answer begins. Those about cities, which take longer or are not here, are read.</summary>
public sealed partial class QuestionsTests
{
    private const string Page = "docs/questions.md";

    [Fact]
    public void Every_answer_of_the_page_of_questions_is_what_the_program_says()
    {
        var page = File.ReadAllText(Approved.At(Page)).ReplaceLineEndings("\n");
        var (answered, at, asked) = (new StringBuilder(), 0, 0);
        foreach (Match block in Block().Matches(page))
        {
            var command = block.Groups["command"].Value;
            var shell = Shell.Run([.. command.Split(' ').Select(word => word.StartsWith("scenarios/", StringComparison.Ordinal) || word.StartsWith("docs/", StringComparison.Ordinal) ? Approved.At(word) : word)]);
            Assert.Equal(command.Contains("impossible", StringComparison.Ordinal) ? 3 : 0, shell.Exit);
            Assert.DoesNotContain("Stopped early", shell.Output, StringComparison.Ordinal);
            var beginning = shell.Output.Split("\n\n")[0].TrimEnd();
            Assert.NotEqual("", beginning);
            answered.Append(page, at, block.Index - at).Append($"```console\n$ ./allocation {command}\n{beginning}\n```\n");
            at = block.Index + block.Length;
            asked++;
        }
        Approved.Holds(Page, answered.Append(page, at, page.Length - at).ToString());
        Assert.True(asked >= 14, $"only {asked} questions");
    }

    [Fact]
    public void Every_command_that_is_only_written_down_has_the_options_that_it_names()
    {
        var commands = Written().Matches(File.ReadAllText(Approved.At(Page))).Select(m => m.Groups["command"].Value).ToArray();
        Assert.True(commands.Length >= 14, $"only {commands.Length} commands");
        Assert.All(commands, command =>
        {
            var parsed = Verbs.Create().Parse(command.Split(' '));
            Assert.True(parsed.Errors.Count == 0 && parsed.CommandResult.Command.Subcommands.Count == 0, $"{command}: {string.Join(' ', parsed.Errors.Select(e => e.Message))}");
        });
    }

    [GeneratedRegex("^`\\./allocation (?<command>[^`]*)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    [GeneratedRegex(@"```console\n\$ \./allocation (?<command>[^\n]*)\n(.*?)```\n", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
