using System.Net;
using System.Text;
using Allocation.Host.Serving;
using Xunit;

namespace Allocation.Host.Tests.Serving;

/// <summary>What the page refuses.</summary>
public sealed class SafetyTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("..")]
    [InlineData("../")]
    [InlineData("%2e%2e")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("%2fetc")]
    [InlineData("..%5cwindows")]
    [InlineData(".")]
    [InlineData("notes.json")]
    [InlineData("two-neighbourhoods%2fscenario.json")]
    [InlineData("two-neighbourhoods/../../etc")]
    [InlineData("two-neighbourhoods%00")]
    public async Task No_address_leads_out_of_the_folder(string key)
    {
        using var api = await served.Client.GetAsync($"/api/scenarios/{key}", TestContext.Current.CancellationToken);
        Assert.True(api.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest || IsListItself(api), $"{key} gives {api.StatusCode}");
        using var page = await served.Client.GetAsync($"/en/scenarios/{key}", TestContext.Current.CancellationToken);
        Assert.True(page.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest || IsListItself(page), $"{key} gives {page.StatusCode}");
    }

    // The client takes ".." out of an address before it is sent.
    private static bool IsListItself(HttpResponseMessage answer) => answer.RequestMessage!.RequestUri!.AbsolutePath is "/api/scenarios/" or "/api/scenarios" or "/api/" or "/en/" or "/en/scenarios/" or "/en/scenarios";

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_not_a_scenario()
    {
        if (OperatingSystem.IsWindows()) return;
        using var outside = new TemporaryFolder();
        using var inside = new TemporaryFolder();
        Served.Copy(Path.Combine(served.Folder, "two-neighbourhoods"), Path.Combine(outside.Path, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(inside.Path, "link"), Path.Combine(outside.Path, "secret"));
        Assert.Empty(new Shelf(inside.Path).Entries());
    }

    [Fact]
    public void A_variant_that_rests_on_something_outside_is_not_shown()
    {
        using var outside = new TemporaryFolder();
        using var inside = new TemporaryFolder();
        Served.Copy(Path.Combine(served.Folder, "two-neighbourhoods"), Path.Combine(outside.Path, "secret"));
        File.WriteAllText(Path.Combine(inside.Path, "v.json"), $$"""{ "extends": "../{{Path.GetFileName(outside.Path)}}/secret", "format": 1, "id": "v", "name": { "en": "V" } }""");
        var shelf = new Shelf(inside.Path);
        Assert.Null(shelf.Load(Assert.Single(shelf.Entries())));
    }

    [Theory]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "elsewhere.example")]
    public async Task Another_sites_page_cannot_ask_for_a_run(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/scenarios/two-neighbourhoods/runs") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(header == "Host" ? HttpStatusCode.MisdirectedRequest : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var content = new StringContent($$"""{ "name": "{{new string('x', (int)Safety.LargestBody)}}" }""", Encoding.UTF8, "application/json");
        using var answer = await served.Client.PostAsync("/api/scenarios/two-neighbourhoods/variants", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("/en/")]
    [InlineData("/fa/scenarios/sample")]
    [InlineData("/fa/scenarios/nothing")]
    public async Task A_page_loads_nothing_from_elsewhere_and_has_no_script_inside(string address)
    {
        using var answer = await served.Client.GetAsync(address, TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }
}
