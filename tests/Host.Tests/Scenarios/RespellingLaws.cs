using System.Text;
using System.Text.RegularExpressions;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Scenarios;
using CsCheck;
using Xunit;

namespace Allocation.Host.Tests.Scenarios;

/// <summary>What may be written differently reads the same; what may not is never passed over.</summary>
public sealed partial class RespellingLaws
{
    [Fact]
    public void Digits_letters_marks_line_ends_and_byte_order_marks_change_nothing() => Written.Holds(given =>
    {
        var (parts, draw) = given;
        using var folder = new ScratchFolder();
        ScenarioFolder.Write(parts, folder.Path);
        var before = folder.Load().Scenario!;
        // These two hold nothing but ids, numbers and words of the format.
        foreach (var file in new[] { "outputs.csv", "reach.csv" }.Where(f => File.Exists(Path.Combine(folder.Path, f)))) Rewrite(folder, file, text => Respelt(text, draw));
        foreach (var file in Directory.GetFiles(folder.Path, "*.csv").Select(f => Path.GetFileName(f)).Where(f => f is not "projects.csv" and not "levels.csv"))
            Rewrite(folder, file, text => (draw.Chance(50) ? "\uFEFF" : "") + (draw.Chance(50) ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text.TrimEnd('\n')));
        var json = Path.Combine(folder.Path, "scenario.json");
        File.WriteAllText(json, "\uFEFF// a note\n" + File.ReadAllText(json).Replace("\n}", " /* and another */ ,\n}", StringComparison.Ordinal));
        var after = folder.Load();
        Assert.Empty(after.Faults.Where(f => f.Fault.Severity == Severity.Error).Select(f => $"{f.File}:{f.Line}:{f.Column} {f.Fault.Code} {f.Fault.Message.En}"));
        Assert.Equal(Shown.Of(before.Parts), Shown.Of(after.Scenario!.Parts));
    }, draws: 25);

    [Fact]
    public void A_misspelt_column_is_never_passed_over() => Written.Holds(given =>
    {
        var (parts, draw) = given;
        using var folder = new ScratchFolder();
        ScenarioFolder.Write(parts, folder.Path);
        var file = draw.One(Directory.GetFiles(folder.Path, "*.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToArray());
        Rewrite(folder, file, text => text.Insert(draw.From(0, text.IndexOf('\n', StringComparison.Ordinal)), "x"));
        var loaded = folder.Load();
        Assert.Null(loaded.Scenario);
        Assert.Contains(loaded.Faults, f => f.Fault.Code == Faults.UnknownColumn.Code && f.File == file && f.Line == 1);
    }, draws: 25);

    [Fact]
    public void A_misspelt_key_is_never_passed_over() => Written.Holds(given =>
    {
        var (parts, draw) = given;
        using var folder = new ScratchFolder();
        ScenarioFolder.Write(parts, folder.Path);
        Rewrite(folder, "scenario.json", text =>
        {
            var key = draw.One(Keys().Matches(text).ToArray()).Groups[1];
            return text.Insert(key.Index + draw.From(0, key.Length), "x");
        });
        var loaded = folder.Load();
        Assert.Null(loaded.Scenario);
        Assert.Contains(loaded.Faults, f => f.Fault.Code is "BA1101" or "BA1103" && f.File == "scenario.json");
    }, draws: 25);

    internal static readonly Gen<(ScenarioParts Parts, Draw Draw)> Written = Gen.Select(Gen.Frequency((3, TinyScenarios.Any), (1, TinyScenarios.WithProtections(null))), Gen.UInt).Select((scenario, seed) => (RoundTripLaws.AsRead(scenario.Parts), new Draw(new PCG(seed))));

    [GeneratedRegex("^ *\"([$a-zA-Z]+)\":", RegexOptions.Multiline)]
    private static partial Regex Keys();

    private static void Rewrite(ScratchFolder folder, string file, Func<string, string> change) =>
        folder.With(file, change(File.ReadAllText(Path.Combine(folder.Path, file), Encoding.UTF8)));

    private static string Respelt(string text, Draw draw)
    {
        var spelt = new StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter)) spelt.Append((char)(letter - '0' + draw.One('0', '۰', '٠')));
            else if (letter == '.') spelt.Append(draw.One('.', '٫'));
            else if (letter == ',') spelt.Append(draw.One(",", ", ", " ,"));
            else spelt.Append(letter);
            if (draw.Chance(10)) spelt.Append(draw.One('\u200C', '\u200E', '\u0640', '\u064E'));
        }
        return spelt.ToString();
    }
}
