using System.Text;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Scenarios;
using CsCheck;
using Xunit;

namespace Allocation.Host.Tests.Scenarios;

/// <summary>
/// Scenario files with bytes changed, lost, repeated and put in. Whatever comes of it: loading ends without an exception; there is a scenario exactly where there is no
/// error; every fault has a known code, words in both languages and a place that exists; and what a changed table still says concerns that table alone.
/// </summary>
public sealed class MutationLaws
{
    private static readonly byte[][] s_tokens =
    [
        .. new[] { "\"", ",", "\n", "{", "}", "[", "]", ":", ";", "\0", "\\", "\\u0000", "\\ud800", "null", "true", "1e999", "-1", "99999999999999999999999999999999", "0", "*", "city", "district:", "٪", "٫", "\u202E", "//", "/*", "\r" }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80],
    ];

    [Fact]
    public void A_damaged_file_is_refused_with_placed_faults_or_still_means_something() => RespellingLaws.Written.Holds(given =>
    {
        var (parts, draw) = given;
        using var folder = new ScratchFolder();
        ScenarioFolder.Write(parts, folder.Path);
        var files = Directory.GetFiles(folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToArray();
        for (var mutant = 0; mutant < 12; mutant++)
        {
            var file = draw.One(files);
            var sound = File.ReadAllBytes(Path.Combine(folder.Path, file));
            folder.With(file, Damaged(sound, draw));
            Judge(folder, parts, file);
            folder.With(file, sound);
        }
    }, draws: 30);

    private static void Judge(ScratchFolder folder, ScenarioParts parts, string file)
    {
        var loaded = folder.Load();
        Assert.Equal(loaded.Scenario is null, loaded.Faults.Any(f => f.Fault.Severity == Severity.Error));
        foreach (var (fault, at, line, column) in loaded.Faults)
        {
            Assert.Contains(Faults.All, k => k.Code == fault.Code);
            Assert.True(fault.Message.Fa.Length > 0 && fault.Message.En.Length > 0 && fault.Cure.Fa.Length > 0 && fault.Cure.En.Length > 0);
            var lines = File.ReadAllText(Path.Combine(folder.Path, at)).Split('\n', '\r');
            Assert.InRange(line, 1, lines.Length);
            Assert.True(column >= 1);
        }
        if (loaded.Scenario is { } scenario) Assert.Equal(Shown.Of(Without(parts, file)), Shown.Of(Without(scenario.Parts, file)));
    }

    // The parts that a file does not speak of.
    private static ScenarioParts Without(ScenarioParts parts, string file) => file switch
    {
        "districts.csv" => parts with { Districts = [] },
        "sectors.csv" => parts with { Sectors = [] },
        "services.csv" => parts with { Services = [] },
        "neighbourhoods.csv" => parts with { Neighbourhoods = [] },
        "stocks.csv" => parts with { Stocks = [] },
        "needs.csv" => parts with { Needs = [] },
        "funds.csv" => parts with { Funds = [] },
        // The steps of a project decide how many of them a lock's share is.
        "projects.csv" => parts with { Projects = [], Rules = [] },
        "levels.csv" or "outputs.csv" or "reach.csv" => parts with { Projects = [] },
        _ => parts with { Id = "", Name = Text.Same(""), City = Text.Same(""), FiscalYear = "", Money = new(Text.Same(""), 0), Goal = new(), Rules = [], Notes = Text.Same("") },
    };

    private static byte[] Damaged(byte[] sound, Draw draw)
    {
        var bytes = sound.ToList();
        for (var times = draw.From(1, 3); times > 0 && bytes.Count > 0; times--)
        {
            var at = draw.From(0, bytes.Count - 1);
            var length = Math.Min(draw.From(1, 30), bytes.Count - at);
            switch (draw.From(1, 6))
            {
                case 1: bytes[at] = (byte)draw.From(0, 255); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 4: bytes.InsertRange(at, draw.One(s_tokens)); break;
                case 5: bytes[at] ^= (byte)(1 << draw.From(0, 7)); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }
}
