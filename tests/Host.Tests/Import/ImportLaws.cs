using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Import.Pabulib;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Host.Tests.Import;

/// <summary>What holds for every file, sound or not.</summary>
public sealed class ImportLaws
{
    private static readonly string[] s_tokens = ["\"", ";", "\n", "\r", ",", "META", "PROJECTS\n", "VOTES\n", "\0", "-", "999999999999999999999999999999", "0.0000000000000000001", "1e9", "None", "*", "city", "district:", "\u202E", "؛", "\uFFFE", "😀"];

    public static TheoryData<string> Files => [.. Samples.All];

    [Theory, MemberData(nameof(Files))]
    public void A_sample_imports_and_loads_back_without_an_error(string path) => Holds([path]);

    [Fact]
    public void A_city_imports_and_loads_back_without_an_error() => Holds([Samples.At("city")]);

    [Fact]
    public void The_same_files_give_the_same_bytes()
    {
        using var one = new ScratchFolder();
        using var two = new ScratchFolder();
        ScenarioFolder.Write(PbImport.Run([Samples.At("city")], new()).Parts!, one.Path);
        ScenarioFolder.Write(PbImport.Run([Samples.At("city")], new()).Parts!, two.Path);
        Assert.Equal(one.Load().Hash, two.Load().Hash);
    }

    [Fact]
    public void A_damaged_file_is_refused_with_placed_faults_or_still_makes_a_sound_scenario()
    {
        var sound = Samples.All.Select(File.ReadAllText).ToArray();
        var damage = Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Int[0, 30], Gen.Int[0, s_tokens.Length - 1].Select(i => s_tokens[i]));
        Gen.Select(Gen.Int[0, sound.Length - 1].Select(i => sound[i]), damage.List[1, 4]).Holds((text, steps) =>
        {
            foreach (var (kind, where, length, token) in steps)
            {
                var at = (int)(where * text.Length);
                var end = Math.Min(text.Length, at + length);
                text = kind switch { 0 => text.Remove(at, end - at), 1 => text.Insert(at, token), 2 => text.Insert(at, text[at..end]), _ => text[..at] };
            }
            Judge(text);
        }, draws: 3000);
    }

    private static void Judge(string text)
    {
        var reading = PbReader.Read("x.pb", Encoding.UTF8.GetBytes(text));
        Assert.Equal(reading.Election is null, reading.Faults.Any(f => f.Fault.Severity == Severity.Error));
        var lines = text.Split('\n', '\r').Length;
        Assert.All(reading.Faults, f => { Assert.InRange(f.Line, 1, lines); Assert.True(f.Column >= 1 && f.Fault.Message.Fa.Length > 0); });
        if (reading.Election is not { } election) return;
        var (parts, faults) = CityScenario.From([election], new());
        Assert.Equal(parts is null, faults.Any(f => f.Fault.Severity == Severity.Error));
        if (parts is null) return;
        var made = Scenario.Create(parts);
        Assert.True(made.IsValid, string.Join("\n", made.Faults.Select(f => f.Message.En)));
    }

    /// <summary>A folder of real files, where one is named: each imports by itself.</summary>
    [Fact]
    public void Every_file_of_a_given_folder_imports()
    {
        if (Environment.GetEnvironmentVariable("PABULIB_DIR") is not { Length: > 0 } folder) return;
        var files = Directory.GetFiles(folder, "*.pb");
        Assert.NotEmpty(files);
        foreach (var file in files) Holds([file]);
    }

    private static void Holds(string[] paths)
    {
        var imported = PbImport.Run(paths, new());
        Assert.True(imported.Parts is not null, string.Join("\n", imported.Faults.Select(f => $"{f.File}:{f.Line}:{f.Column} {f.Fault.Code} {f.Fault.Message.En}")));
        using var folder = new ScratchFolder();
        ScenarioFolder.Write(imported.Parts!, folder.Path);
        var loaded = folder.Load();
        Assert.True(loaded.Scenario is not null, string.Join("\n", loaded.Faults.Select(f => $"{paths[0]} {f.File}:{f.Line} {f.Fault.Message.En}")));
        Assert.Equal(Shown.Of(imported.Parts!), Shown.Of(loaded.Scenario!.Parts));
    }
}
