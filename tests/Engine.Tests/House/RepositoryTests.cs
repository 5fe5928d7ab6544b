using System.Text.RegularExpressions;
using Xunit;

namespace Allocation.Engine.Tests.House;

public sealed partial class RepositoryTests
{
    private const int MostLines = 300;

    [Fact]
    public void No_source_file_is_longer_than_three_hundred_lines() =>
        Assert.Empty(Repository.Files().Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) && f.Text.Count(c => c == '\n') > MostLines).Select(f => f.Path));

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment() =>
        Assert.Empty(Repository.Files().Where(f => Later().IsMatch(f.Text)).Select(f => f.Path));

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Assert.Empty(Repository.Files().SelectMany(f => Machine().Matches(f.Text).Select(m => $"{f.Path}: {m.Value}")));

    [Theory]
    [InlineData("/ho" + "me/sara/x", true)]
    [InlineData("C:" + "\\Users\\x", true)]
    [InlineData("../sha" + "red/x", true)]
    [InlineData("https://example.org/home/about", false)]
    [InlineData("docs/work/x", false)]
    [InlineData("/work", false)]
    public void Folders_of_a_machine_are_recognised(string text, bool found) => Assert.Equal(found, Machine().IsMatch(text));

    [Fact]
    public void Many_files_are_looked_at() => Assert.True(Repository.Files().Count() > 100);

    // Written in pieces, so that this file does not find itself.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Later();

    [GeneratedRegex(@"(?<![\w./*-])/(home|root|tmp|work|Users|mnt|opt)/\w|\b[A-Z]:\\\w|\.\./sha" + "red/", RegexOptions.CultureInvariant)]
    private static partial Regex Machine();
}
