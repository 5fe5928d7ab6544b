using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Allocation.Check;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>The programs as people run them: by their launchers, in the machine's own code after <c>./native.sh</c>. What they say is what the library says.</summary>
public sealed partial class LauncherTests
{
    [Fact]
    public void The_checker_says_what_the_library_says()
    {
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "plan.certificate");
        Assert.Equal(0, Shell.Run("solve", Shell.Sample, "--certificate", file).Exit);
        var expected = Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(Shell.Sample, file));
        var (exit, output) = Run("allocation-check", Shell.Sample, file);
        Assert.Equal(0, exit);
        Assert.Contains(FormattableString.Invariant($"(value {expected.Value}, bound {expected.Bound})"), output, StringComparison.Ordinal);

        File.WriteAllText(file, StatedBound().Replace(File.ReadAllText(file), FormattableString.Invariant($"\"bound\": \"{expected.Value - 0.001m}\"")));
        (exit, output) = Run("allocation-check", Shell.Sample, file);
        Assert.Equal(6, exit);
        Assert.StartsWith("refused", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_says_what_the_library_says_in_words_in_JSON_and_in_runs_of_its_own()
    {
        var (exit, output) = Run("allocation", "solve", Shell.Sample, "--lang", "fa");
        Assert.Equal(0, exit);
        Assert.Equal(File.ReadAllText(Approved.At("tests/Host.Tests/Commands/solve.fa.txt")), output);
        string[] json = ["explain", "project", Shell.Sample, "shelf", "--format", "json"];
        Assert.Equal(Shell.Run(json).Output, Run("allocation", json).Output);
        Assert.EndsWith($"runs as in {Approved.At("bench/baseline.json")}\n", Run("allocation", "bench", "--gate", "--baseline", Approved.At("bench/baseline.json")).Output, StringComparison.Ordinal);
    }

    // Each in a process of its own, by another way into the solvers' library.
    [Theory, InlineData("prices"), InlineData("whole"), InlineData("textbook-highs"), InlineData("textbook-scip"), InlineData("textbook-cbc"), InlineData("textbook-cpsat")]
    public void Every_method_of_the_bench_answers(string method)
    {
        var (exit, output) = Run("allocation", "bench", "--sizes", "10x70", "--shapes", "plain", "--seeds", "1", "--methods", method, "--limit", "20");
        Assert.Equal(0, exit);
        Assert.Contains("1/1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_answers_programs_too()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, Run("allocation", "check", Shell.Sample).Exit);
        foreach (var file in Directory.EnumerateFiles(Shell.Sample, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder.Path, "sample", Path.GetRelativePath(Shell.Sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        using var process = Process.Start(new ProcessStartInfo(Approved.At("allocation"), ["serve", folder.Path, "--port", "0"]) { RedirectStandardOutput = true })!;
        try
        {
            var end = TestContext.Current.CancellationToken;
            var said = await process.StandardOutput.ReadLineAsync(end);
            using var client = new HttpClient { BaseAddress = new(Address().Match(said ?? "").Value) };
            using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), end));
            Assert.True(document.RootElement.GetProperty("paths").TryGetProperty("/api/jobs/{id}/events", out _));
            using var run = new StringContent("{\"seconds\":5}", System.Text.Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri("/api/scenarios/sample/runs", UriKind.Relative), run, end);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            var job = (await answer.Content.ReadFromJsonAsync<JsonElement>(end)).GetProperty("id").GetString();
            // Told until it is over.
            Assert.Contains("\"state\":\"done\"", await client.GetStringAsync(new Uri($"/api/jobs/{job}/events", UriKind.Relative), end), StringComparison.Ordinal);
            Assert.Contains("dir=\"rtl\"", await client.GetStringAsync(new Uri($"/fa/plans?id={job}", UriKind.Relative), end), StringComparison.Ordinal);
        }
        finally { process.Kill(entireProcessTree: true); }
    }

    private static (int Exit, string Output) Run(string launcher, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Approved.At(launcher), arguments) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    [GeneratedRegex("\"bound\":\\s*\"[^\"]*\"")] private static partial Regex StatedBound();
    [GeneratedRegex("http://[^ ]+")] private static partial Regex Address();
}
