using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Allocation.Host.Serving;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Serving;

/// <summary>A page over a folder with small scenarios, one that takes long, one that cannot hold, and one with faults.</summary>
public sealed class Served : IAsyncLifetime
{
    private WebServer _server = null!;

    public string Folder { get; } = Directory.CreateTempSubdirectory("served-").FullName;
    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "two-neighbourhoods", "impossible", "mid-size" }) Copy(Approved.At($"scenarios/{name}"), Path.Combine(Folder, name));
        Copy(Approved.At("tests/Host.Tests/Scenarios/Bad/BA1006-broken-json"), Path.Combine(Folder, "broken"));
        Copy(Approved.At("tests/Host.Tests/Commands/sample"), Path.Combine(Folder, "sample"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "notes.json"), "{}");
        _server = await WebServer.Start(Folder, IPAddress.Loopback, 0, Allocation.Host.Commands.ServeCommand.Calls);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _server.Address };
    }

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    public async Task<JsonElement> Json(string address) => await Client.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);

    public async Task<(HttpStatusCode Status, JsonElement Json)> Post(string address, object body)
    {
        using var answer = await Client.PostAsJsonAsync(address, body, TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>Waits for the end of a job by its events; the answer is the last of them.</summary>
    public async Task<JsonElement> Over(JsonElement job, string lang = "en")
    {
        var events = await Client.GetStringAsync($"/api/jobs/{job.GetProperty("id").GetString()}/events?lang={lang}", TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(events.Split('\n').Last(line => line.StartsWith("data: ", StringComparison.Ordinal))["data: ".Length..]);
    }

    /// <summary>Asks a job to stop once its turn has come: before that, it never begins.</summary>
    public async Task StopOnceBegun(JsonElement job)
    {
        var address = $"/api/jobs/{job.GetProperty("id").GetString()}";
        while ((await Json(address)).GetProperty("state").GetString() == "waiting") await Task.Delay(20, TestContext.Current.CancellationToken);
        using var stopped = await Client.DeleteAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
    }

    public async Task<string> Page(string address)
    {
        using var answer = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
