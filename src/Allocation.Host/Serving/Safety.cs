using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Allocation.Host.Serving;

/// <summary>
/// What every answer carries and every request must pass: nothing is loaded from elsewhere, no other site's page may ask this server to do something, and no other name
/// that somebody points at this address is answered.
/// </summary>
internal static class Safety
{
    /// <summary>Bodies hold a few numbers and names.</summary>
    public const long LargestBody = 256 * 1024;

    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Guard(this WebApplication app, IPAddress address) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (!Known(context.Request.Host.Host, address)) { context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest; return; }
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !FromHere(context.Request)) { context.Response.StatusCode = StatusCodes.Status403Forbidden; return; }
        await next(context);
    });

    // A server that listens everywhere cannot know its names.
    private static bool Known(string host, IPAddress address) =>
        address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) || host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var asked) && (asked.Equals(address) || (IPAddress.IsLoopback(asked) && IPAddress.IsLoopback(address))));

    private static bool FromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}"));
}
