using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Serving;
using Xunit;

namespace Allocation.Host.Tests.Serving;

/// <summary>Scenarios that are handed in: what becomes of them, and what is refused.</summary>
public sealed class UploadTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task A_zip_becomes_a_folder_of_the_same_files()
    {
        var from = Directory.EnumerateFiles(Path.Combine(served.Folder, "two-neighbourhoods")).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).ToArray();
        var (status, answer) = await Post(("My Town.zip", Zip([.. from.Select(f => ("town/" + Path.GetFileName(f), File.ReadAllBytes(f)))])));
        Assert.Equal((HttpStatusCode.Created, "my-town", true), (status, answer.GetProperty("key").GetString(), answer.GetProperty("inOrder").GetBoolean()));
        Assert.Equal(from.Select(Path.GetFileName).Order(), Directory.EnumerateFiles(Path.Combine(served.Folder, "my-town")).Select(Path.GetFileName).Order());
        Assert.Equal(HttpStatusCode.Conflict, (await Post(("My Town.zip", Zip([("scenario.json", "{}"u8.ToArray())])))).Status);
        Directory.Delete(Path.Combine(served.Folder, "my-town"), recursive: true);
    }

    [Fact]
    public async Task Faults_of_what_is_handed_in_stand_at_their_place()
    {
        var (status, answer) = await Post(("scenario.json", File.ReadAllBytes(Path.Combine(served.Folder, "broken", "scenario.json"))));
        Assert.Equal((HttpStatusCode.Created, "uploaded"), (status, answer.GetProperty("key").GetString()));
        var expected = (await served.Json("/api/scenarios/broken")).GetProperty("faults")[0];
        var fault = answer.GetProperty("faults")[0];
        foreach (var name in new[] { "code", "line", "column" }) Assert.Equal(expected.GetProperty(name).ToString(), fault.GetProperty(name).ToString());
        Directory.Delete(Path.Combine(served.Folder, "uploaded"), recursive: true);
    }

    [Fact]
    public async Task A_folder_keeps_letters_of_any_script_and_what_has_no_name_gets_a_number()
    {
        string[] keys = [];
        foreach (var name in (string[])["قم ۱۴۰۱.zip", "بودجه‌ی محله.zip", "«».zip", "…zip.zip", "scenario.json"])
        {
            var content = name.EndsWith(".zip", StringComparison.Ordinal) ? Zip([("scenario.json", "{}"u8.ToArray())]) : "{}"u8.ToArray();
            keys = [.. keys, (await Post((name, content))).Json.GetProperty("key").GetString()!];
        }
        Assert.Equal(["قم-۱۴۰۱", "بودجه-ی-محله", "uploaded", "zip", "uploaded-2"], keys);
        Assert.Equal(HttpStatusCode.OK, (await served.Client.GetAsync("/fa/scenarios/" + Uri.EscapeDataString(keys[0]), TestContext.Current.CancellationToken)).StatusCode);
        foreach (var key in keys) Directory.Delete(Path.Combine(served.Folder, key), recursive: true);
    }

    [Fact]
    public async Task What_a_mac_packs_beside_is_left_out_and_ends_count_in_any_case()
    {
        var (status, answer) = await Post(("mac.zip", Zip([("Town/Scenario.JSON", "{}"u8.ToArray()), ("Town/Projects.CSV", [1]), ("__MACOSX/Town/._Scenario.JSON", [1]), ("__MACOSX/Town/projects.csv", [1]), ("Town/._projects.csv", [1])])));
        Assert.Equal((HttpStatusCode.Created, "mac"), (status, answer.GetProperty("key").GetString()));
        Assert.Equal(["projects.csv", "scenario.json"], Directory.EnumerateFiles(Path.Combine(served.Folder, "mac")).Select(Path.GetFileName).Order());
        Directory.Delete(Path.Combine(served.Folder, "mac"), recursive: true);
    }

    [Fact]
    public async Task Names_inside_a_zip_lead_nowhere()
    {
        var (status, _) = await Post(("..zip", Zip([("../../scenario.json", "{}"u8.ToArray()), ("/etc/extra.csv", [1]), ("run.sh", [1])])));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(["extra.csv", "scenario.json"], Directory.EnumerateFiles(Path.Combine(served.Folder, "uploaded")).Select(Path.GetFileName).Order());
        Directory.Delete(Path.Combine(served.Folder, "uploaded"), recursive: true);
    }

    [Fact]
    public async Task What_is_no_scenario_too_large_or_twice_there_is_refused_and_leaves_nothing()
    {
        var before = Directory.EnumerateFileSystemEntries(served.Folder).Order().ToArray();
        (string, byte[]) json = ("scenario.json", "{}"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(("a.zip", Zip([("projects.csv", [1])])))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(("a.zip", "no zip"u8.ToArray()))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(("a.zip", Zip([json, ("b/scenario.json", [1])])))).Status);
        // Nothing but zeros: small in the file, beyond the limit outside it.
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post(("a.zip", Zip([json, ("projects.csv", new byte[Uploads.LargestUnpacked])])))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post(("a.zip", Zip([json, .. Enumerable.Range(0, Uploads.MostFiles).Select(i => ($"{i}.csv", new byte[1]))])))).Status);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(served.Folder).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2 * Uploads.LargestUpload)]
    public async Task An_upload_that_is_too_large_is_refused_in_words_of_both_languages(long beyond)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[Uploads.LargestUpload + beyond]), "files", "a.zip" } };
        using var answer = await served.Client.PostAsync("/api/scenarios", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var (language, key) in new[] { (Language.Fa, "fa"), (Language.En, "en") })
            Assert.Equal(Words.In(language).UploadTooLarge, problem.GetProperty("titles").GetProperty(key).GetString());
    }

    private async Task<(HttpStatusCode Status, JsonElement Json)> Post(params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        using var answer = await served.Client.PostAsync("/api/scenarios", form, TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }
}
