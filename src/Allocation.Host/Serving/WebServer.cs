using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Serving.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Allocation.Host.Serving;

/// <summary>The local page over a folder of scenarios: one process, one address, no accounts.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly JobQueue _queue;

    private WebServer(WebApplication app, JobQueue queue) => (_app, _queue) = (app, queue);

    /// <summary>Where the page is.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Cancelled when the system asks the process to end.</summary>
    public CancellationToken Ending => _app.Lifetime.ApplicationStopping;

    /// <summary>Opens the page. Throws <see cref="IOException"/> where the address is not free.</summary>
    /// <param name="folder">The scenarios.</param>
    /// <param name="address">Where to listen.</param>
    /// <param name="port">0 = any that is free.</param>
    /// <param name="calls">What is run.</param>
    public static async Task<WebServer> Start(string folder, IPAddress address, int port, ProgramCalls calls)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        // Nothing in the surroundings decides how this is served.
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // what is in the way of starting is said by whoever starts
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Safety.LargestBody;
            kestrel.Listen(address, port);
        });
        builder.Services.AddProblemDetails(Problems.Explain);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Allocation", Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3) };
            document.Servers = [];
            return Task.CompletedTask;
        }));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, new ServingJson());
            json.SerializerOptions.WithWords().WithServingWords();
        });
        var app = builder.Build();
        var queue = new JobQueue(TimeProvider.System);
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = Problems.StatusOf, SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException });
        app.UseStatusCodePages();
        app.Guard(address);
        app.UseRouting();
        var shelf = new Shelf(folder);
        var runs = new Runs(shelf, queue, calls);
        Api.Map(app, shelf, queue, runs);
        PlanApi.Map(app, shelf, queue, runs);
        PageRoutes.Map(app, shelf, queue);
        Assets(app);
        app.MapOpenApi();
        try
        {
            await app.StartAsync().ConfigureAwait(false);
            return new(app, queue);
        }
        catch
        {
            await queue.DisposeAsync().ConfigureAwait(false);
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static void Assets(WebApplication app)
    {
        // The report's own style; only its fonts are files here.
        var style = HtmlReport.StyleWith("/assets/Vazirmatn.woff2", "/assets/Vazirmatn-Bold.woff2") + InvalidPage.Style() + Own("serve.css");
        File("page.css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(style));
        File("page.js", "text/javascript; charset=utf-8", HtmlReport.Resource("page.js"));
        File("serve.js", "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Own("serve.js")));
        File("Vazirmatn.woff2", "font/woff2", HtmlReport.Resource("Vazirmatn.woff2"));
        File("Vazirmatn-Bold.woff2", "font/woff2", HtmlReport.Resource("Vazirmatn-Bold.woff2"));

        void File(string name, string type, byte[] bytes) => app.MapGet($"/assets/{name}", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(bytes, type);
        }).ExcludeFromDescription();
    }

    private static string Own(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Allocation.Host.Serving.{name}")!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }

    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
