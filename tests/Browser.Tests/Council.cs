using System.Net;
using Allocation.Host.Reports.Page;
using Allocation.Host.Serving;
using Microsoft.Playwright;
using Xunit;

namespace Allocation.Browser.Tests;

[CollectionDefinition(Name)]
public sealed class Evening : ICollectionFixture<Council>
{
    public const string Name = "evening";
}

/// <summary>A council's evening: the page over a folder of its own, and the system's Chromium.</summary>
public sealed class Council : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private WebServer _server = null!;

    public string Folder { get; } = Directory.CreateTempSubdirectory("evening-").FullName;
    public Uri Address => _server.Address;

    public async ValueTask InitializeAsync()
    {
        // Installing a browser is the build's affair (build.sh); a run without one says so instead of passing.
        var chromium = PdfPrinter.Browser() ?? throw new InvalidOperationException("These tests need a Chromium on the path. On Debian: apt-get install chromium");
        foreach (var (name, from) in new[] { ("sample", "tests/Host.Tests/Commands/sample"), ("impossible", "scenarios/impossible"), ("broken", "tests/Host.Tests/Scenarios/Bad/BA1006-broken-json") })
        {
            Directory.CreateDirectory(Path.Combine(Folder, name));
            foreach (var file in Directory.EnumerateFiles(At(from))) File.Copy(file, Path.Combine(Folder, name, Path.GetFileName(file)));
        }
        _server = await WebServer.Start(Folder, IPAddress.Loopback, 0, Allocation.Host.Commands.ServeCommand.Calls);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
    }

    /// <summary>A new window; whatever goes wrong in the page, or is loaded from elsewhere, is collected.</summary>
    public async Task<Window> Open(string address, int width = 1280, int height = 900)
    {
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, AcceptDownloads = true });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        var window = new Window(context, page);
        page.PageError += (_, error) => window.Trouble.Add(error);
        page.Console += (_, said) => { if (said.Type == "error") window.Trouble.Add(said.Text); };
        page.Request += (_, request) => { if (new Uri(request.Url) is { Scheme: not ("data" or "blob" or "file") } to && to.Authority != Address.Authority) window.Trouble.Add($"asked for {request.Url}"); };
        await page.GotoAsync(new Uri(Address, address).ToString());
        return window;
    }

    public static string At(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Allocation.slnx"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, path);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A browser window and what went wrong in it.</summary>
public sealed record Window(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    public List<string> Trouble { get; } = [];

    /// <summary>Solves the sample as it stands; the window then shows its plan.</summary>
    public async Task Solve(string lang)
    {
        await Page.GotoAsync(new Uri(new Uri(Page.Url), $"/{lang}/scenarios/sample").ToString());
        await Page.Locator("form.ask[data-api$='/runs'] button[type=submit]").ClickAsync();
        await Page.WaitForURLAsync("**/plans?**");
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
