using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Allocation.Host.Tests.Commands;
using Xunit;

namespace Allocation.Host.Tests.Serving;

/// <summary>What can be asked about a plan, and what can be taken away with it.</summary>
public sealed class AskTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("project", "shelf", "allocation-explain-project/1")]
    [InlineData("place", "niroogah", "allocation-explain-place/1")]
    [InlineData("rules", null, "allocation-explain-rules/1")]
    [InlineData("projects", null, "allocation-explain-projects/1")]
    public async Task An_answer_is_that_of_explain_and_stands_on_the_plans_page_and_in_its_zip(string question, string? about, string format)
    {
        var plan = await Plan("sample");
        var (status, job) = await served.Post($"/api/plans/{plan}/why", new { question, about, seconds = 120, lang = "fa" });
        Assert.Equal(HttpStatusCode.Accepted, status);
        var over = await served.Over(job, "fa");
        Assert.Equal("done", over.GetProperty("state").GetString());
        var answer = await served.Page(over.GetProperty("open").GetString()!);
        string[] asked = ["explain", question, Path.Combine(served.Folder, "sample"), .. about is null ? Array.Empty<string>() : [about]];
        var sentence = Shell.Run([.. asked, "--lang", "fa"]).Output.Split('\n')[0];
        Assert.Contains(Plain(sentence), Plain(answer), StringComparison.Ordinal);
        Assert.Contains(Plain(sentence), Plain(await served.Page($"/fa/plans?id={plan}")), StringComparison.Ordinal);
        var zip = await Zip(plan);
        Assert.Contains(Plain(sentence), Plain(WebUtility.HtmlDecode(zip["report.html"])), StringComparison.Ordinal);
        Assert.Equal(format, JsonSerializer.Deserialize<JsonElement>(Shell.Run([.. asked, "--format", "json"]).Output).GetProperty("format").GetString());
    }

    [Theory]
    [InlineData("project", "nowhere")]
    [InlineData("place", null)]
    public async Task A_question_about_nothing_is_refused(string question, string? about) =>
        Assert.Equal(HttpStatusCode.NotFound, (await served.Post($"/api/plans/{await Plan("sample")}/why", new { question, about })).Status);

    [Fact]
    public async Task A_certificate_follows_its_plan_and_the_annex_in_the_zip_names_its_hash()
    {
        var plan = await Plan("two-neighbourhoods");
        // It is made after the plan is there.
        byte[]? bytes = null;
        for (var tries = 0; bytes is null && tries < 600; tries++)
        {
            using var answer = await served.Client.GetAsync($"/api/plans/{plan}/certificate", TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode) bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            else await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.NotNull(bytes);
        var zip = await Zip(plan);
        Assert.Contains("result/certificate.json", zip.Keys);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), zip["annex.html"], StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "certificate.json");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        Assert.Equal(0, Shell.Run("verify", Path.Combine(served.Folder, "two-neighbourhoods"), file).Exit);
    }

    private async Task<string> Plan(string key)
    {
        var (_, job) = await served.Post($"/api/scenarios/{key}/runs", new { seconds = 60, tolerance = 1e-6 });
        var over = await served.Over(job);
        Assert.Equal("done", over.GetProperty("state").GetString());
        return over.GetProperty("id").GetString()!;
    }

    private async Task<Dictionary<string, string>> Zip(string plan)
    {
        using var zip = new ZipArchive(new MemoryStream(await served.Client.GetByteArrayAsync($"/api/plans/{plan}/everything?lang=fa", TestContext.Current.CancellationToken)));
        return zip.Entries.ToDictionary(e => e.FullName, e => { using var text = new StreamReader(e.Open()); return text.ReadToEnd(); }, StringComparer.Ordinal);
    }

    // Marks of direction are the page's own, and the terminal breaks lines where it likes.
    private static string Plain(string text) => text.Replace("\u200F", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).TrimEnd();
}
