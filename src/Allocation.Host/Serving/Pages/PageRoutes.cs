using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Allocation.Host.Serving.Pages;

/// <summary>The pages people open, in both languages: /fa/… and /en/….</summary>
internal static class PageRoutes
{
    public static void Map(IEndpointRouteBuilder routes, Shelf shelf, JobQueue queue)
    {
        routes.MapGet("/", (HttpRequest request) => TypedResults.Redirect(request.Headers.AcceptLanguage.ToString().StartsWith("fa", StringComparison.OrdinalIgnoreCase) ? "/fa/" : "/en/")).ExcludeFromDescription();
        foreach (var words in new[] { Words.In(Language.Fa), Words.In(Language.En) })
        {
            var pages = routes.MapGroup($"/{Frame.Code(words)}").ExcludeFromDescription();
            pages.MapGet("/", () => Html(ListPage.Write(shelf, queue, words)));
            pages.MapGet("/scenarios/{key}", (string key, string? from) => shelf.Find(key) is { } entry ? Html(ScenarioPage.Write(entry, shelf.Load(entry), queue, queue.Find(from), words)) : Nothing(words, words.NotHere));
            pages.MapGet("/jobs/{id}", IResult (string id) => queue.Find(id) is not { } job ? Nothing(words, words.Expired)
                : job.State == JobState.Done ? Results.Redirect(Api.Answer(job, Frame.Code(words)).Open) : Html(JobPage.Write(job, words)));
            pages.MapGet("/answers/{id}", (string id) => queue.Find(id) is { Kind: JobKind.Answer, State: JobState.Done } job ? Html(AnswerPage.Write(job, queue.Find(job.Beside)?.View, words)) : Nothing(words, words.Expired));
            pages.MapGet("/{**other}", () => Nothing(words, words.NotHere));
            pages.MapGet("/plans", ([FromQuery] string[]? id, [FromQuery(Name = PlanApi.Base)] string? against) =>
            {
                if (id is null or { Length: 0 } || id.Length > HtmlReport.MostOptions) return Nothing(words, words.ChooseTwoToFour, StatusCodes.Status400BadRequest);
                Job[] jobs = [.. id.Distinct(StringComparer.Ordinal).Select(queue.Find).OfType<Job>()];
                // A plan beside which another stands may not be there, or not be found yet: the other is shown alone.
                Job[] done = [.. jobs.Where(j => j is { Kind: JobKind.Plan, View: not null })];
                return done.Length == 0 ? Nothing(words, words.Expired) : Html(PlansPage.Write(done, PlanApi.At(done, against), PlanApi.EvidenceOf(queue, done), words));
            });
        }
    }

    private static ContentHttpResult Html(string page, int status = StatusCodes.Status200OK) => TypedResults.Content(page, "text/html; charset=utf-8", null, status);

    private static ContentHttpResult Nothing(Words words, string why, int status = StatusCodes.Status404NotFound) =>
        Html(Frame.Write(words, why, "", $"<h1>{Frame.Say(why)}</h1>\n"), status);
}
