using System.Net;
using System.Text.Json;
using Allocation.Host.Tests.Commands;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Serving;

/// <summary>The local page, asked as a browser and as a program ask it; runs happen in processes of their own.</summary>
public sealed class ServeTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task The_list_holds_the_folders_scenarios_and_nothing_else()
    {
        var all = (await served.Json("/api/scenarios")).EnumerateArray().ToArray();
        Assert.Equal(["broken", "impossible", "mid-size", "sample", "two-neighbourhoods"], all.Select(s => s.GetProperty("key").GetString()));
        Assert.Equal([false, true, true, true, true], all.Select(s => s.GetProperty("inOrder").GetBoolean()));
        Assert.Contains("دو محله", await served.Page("/fa/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task Findings_stand_at_their_place_in_the_words_of_check(string lang)
    {
        var page = await served.Page($"/{lang}/scenarios/broken");
        var said = Shell.Run("check", Path.Combine(served.Folder, "broken"), "--lang", lang).Output.Split('\n')[0];
        var fault = (await served.Json("/api/scenarios/broken")).GetProperty("faults")[0];
        Assert.Contains($"{fault.GetProperty("file")}:{fault.GetProperty("line")}:{fault.GetProperty("column")}", page, StringComparison.Ordinal);
        var words = fault.GetProperty("message").GetProperty(lang).GetString()!;
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_ends_with_the_plan_that_solve_finds()
    {
        var (status, job) = await served.Post("/api/scenarios/two-neighbourhoods/runs", new { seconds = 60, tolerance = 1e-6 });
        Assert.Equal(HttpStatusCode.Accepted, status);
        var over = await served.Over(job);
        Assert.Equal("done", over.GetProperty("state").GetString());
        var page = await served.Page(over.GetProperty("open").GetString()!);
        var printed = Shell.Run("solve", Path.Combine(served.Folder, "two-neighbourhoods")).Output;
        Assert.Contains(printed.Split('\n')[0], page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "as it is (geometric mean)")]
    [InlineData("fa", "همان که هست (میانگین هندسی)")]
    public async Task The_measure_that_stays_as_it_is_is_named_once(string lang, string said) =>
        Assert.Contains($"data-takes=\"usual\">{said}</option>", await served.Page($"/{lang}/scenarios/two-neighbourhoods"), StringComparison.Ordinal);

    [Fact]
    public async Task A_change_is_solved_and_stands_beside_the_plan_of_the_scenario()
    {
        var (status, job) = await served.Post("/api/scenarios/sample/variants", new { moneyTimes = 0.5, name = "نصف بودجه", lang = "fa" });
        Assert.Equal(HttpStatusCode.Accepted, status);
        var over = await served.Over(job, "fa");
        Assert.Equal("done", over.GetProperty("state").GetString());
        var page = await served.Page(over.GetProperty("open").GetString()!);
        Assert.Contains("نصف بودجه", page, StringComparison.Ordinal);
        Assert.Contains("گزینه‌ها در کنار هم", page, StringComparison.Ordinal);
        Assert.Contains("id=\"fa-swapped-1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_cannot_hold_says_which_statements_stand_in_the_way()
    {
        var (_, job) = await served.Post("/api/scenarios/impossible/runs", new { lang = "en" });
        var over = await served.Over(job);
        Assert.Equal("failed", over.GetProperty("state").GetString());
        Assert.Contains("No plan exists", over.GetProperty("said").GetString(), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await served.Page(over.GetProperty("open").GetString()!));
        Assert.Contains("No plan exists", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"invalid\" role=\"note\">NOT VALID</p>", page, StringComparison.Ordinal);
        Assert.Contains("NOT VALID · What this plan breaks", page, StringComparison.Ordinal);
        Assert.Contains(".not-valid", await served.Client.GetStringAsync(new Uri("/assets/page.css", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_ends_with_the_best_so_far_or_says_that_there_is_none()
    {
        var (_, job) = await served.Post("/api/scenarios/mid-size/runs", new { seconds = 3000, tolerance = 0 });
        await served.StopOnceBegun(job);
        var over = await served.Over(job);
        Assert.True(over.GetProperty("state").GetString() == "done" || over.GetProperty("said").GetString()!.StartsWith("Stopped before any plan", StringComparison.Ordinal), over.ToString());
    }

    [Fact]
    public async Task A_change_that_makes_no_sense_is_a_problem_with_the_faults_of_its_file()
    {
        var (status, problem) = await served.Post("/api/scenarios/two-neighbourhoods/variants", new { moneyTimes = -1, locks = new[] { new { project = "nowhere", @in = true } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var faults = problem.GetProperty("faults").EnumerateArray().ToArray();
        Assert.Contains(faults, f => f.GetProperty("field").GetString() == "scale.funds");
        Assert.Contains(faults, f => f.GetProperty("value").GetString() == "nowhere");
        Assert.All(faults, f => Assert.NotEmpty(f.GetProperty("cure").GetProperty("fa").GetString()!));
    }

    [Fact]
    public async Task A_line_is_asked_for_and_a_parameter_that_a_measure_does_not_take_is_refused()
    {
        var (status, problem) = await served.Post("/api/scenarios/two-neighbourhoods/variants", new { measure = "shortfall" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("mean up to a line (shortfall) is about a line that only you can draw: say where it is, such as 0.6 for 60% of the standards.", problem.GetProperty("title").GetString());
        (status, problem) = await served.Post("/api/scenarios/two-neighbourhoods/variants", new { measure = "worst-off", parameter = 2 });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("۲", problem.GetProperty("titles").GetProperty("fa").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_stopped_has_no_answer_and_leads_back_to_its_plan()
    {
        var (_, job) = await served.Post("/api/scenarios/two-neighbourhoods/runs", new { });
        var plan = await served.Over(job);
        var (_, question) = await served.Post($"/api/plans/{plan.GetProperty("id").GetString()}/why", new { question = "rules", seconds = 300 });
        Assert.Contains(">Stop</button>", await served.Page($"/en/jobs/{question.GetProperty("id").GetString()}"), StringComparison.Ordinal);
        await served.StopOnceBegun(question);
        var over = await served.Over(question);
        Assert.Equal("failed", over.GetProperty("state").GetString());
        Assert.Equal("The search was stopped before the question was answered.", over.GetProperty("said").GetString());
        var page = await served.Page(over.GetProperty("open").GetString()!);
        Assert.Contains("<h1>There is no answer</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{plan.GetProperty("open").GetString()}\">Back to Two neighbourhoods, four projects</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_with_a_key_that_nobody_knows_is_refused()
    {
        var (status, problem) = await served.Post("/api/scenarios/two-neighbourhoods/variants", new { moneyTime = 2 });
        Assert.Equal((HttpStatusCode.BadRequest, 400), (status, problem.GetProperty("status").GetInt32()));
        Assert.Contains("$.moneyTime:", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("$.moneyTime", problem.GetProperty("titles").GetProperty("fa").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await served.Post("/api/scenarios/two-neighbourhoods/runs", new { seconds = 1e9 })).Status);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_said_on_a_page()
    {
        using var answer = await served.Client.GetAsync(new Uri("/en/nowhere", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_OpenAPI_document_lists_every_endpoint()
    {
        var paths = (await served.Json("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToArray();
        Assert.Contains("/api/scenarios/{key}/variants", paths);
        Assert.Contains("/api/jobs/{id}/events", paths);
        Assert.All(paths, path => Assert.StartsWith("/api/", path, StringComparison.Ordinal));
    }
}
