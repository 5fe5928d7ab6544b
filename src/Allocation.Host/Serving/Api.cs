using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Allocation.Host.Serving;

/// <summary>A scenario of the folder: its name in addresses, what it is, and everything that is wrong with it.</summary>
internal sealed record ScenarioAnswer(string Key, string? Id, Text? Name, string? Extends, bool InOrder, IReadOnlyList<FaultAnswer> Faults);

/// <summary>Where a job stands. <paramref name="Line"/> says the progress in words; <paramref name="Open"/> is the page that shows what came of it.</summary>
internal sealed record JobAnswer(string Id, JobKind Kind, JobState State, Text Name, string? Beside, ProgressLine? Progress, string Line, string Open, string Said);

/// <summary>The endpoints that programs use; the pages' script uses the same.</summary>
internal static class Api
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static void Map(IEndpointRouteBuilder routes, Shelf shelf, JobQueue queue, Runs runs)
    {
        var api = routes.MapGroup("/api");
        api.MapGet("/scenarios", () => TypedResults.Ok(shelf.Entries().Select(e => Answer(e, shelf.Load(e)))))
            .WithSummary("The scenarios of the folder, with what is wrong with them.");
        api.MapPost("/scenarios", async Task<Results<Created<ScenarioAnswer>, ProblemHttpResult>> (HttpRequest request) => await new Uploads(shelf).Take(request).ConfigureAwait(false) is var (key, problem)
            && key is not null && shelf.Find(key) is { } entry ? TypedResults.Created($"/api/scenarios/{Uri.EscapeDataString(key)}", Answer(entry, shelf.Load(entry))) : problem ?? Problems.NotHere())
            .Accepts<IFormFileCollection>("multipart/form-data").WithMetadata(new Uploads.Limit())
            .WithSummary("Hand a scenario in, as one zip file or as a scenario.json with its tables: a new folder among the scenarios, with what is wrong with it.");
        api.MapGet("/scenarios/{key}", Results<Ok<ScenarioAnswer>, ProblemHttpResult> (string key) => shelf.Find(key) is { } entry ? TypedResults.Ok(Answer(entry, shelf.Load(entry))) : Problems.NotHere())
            .WithSummary("One scenario.");
        api.MapPost("/scenarios/{key}/runs", Results<Accepted<JobAnswer>, ProblemHttpResult> (string key, RunRequest request) => Accepted(runs.Scenario(key, request, anew: true), request.Lang))
            .WithSummary("Solve a scenario as it stands in the folder.");
        api.MapPost("/scenarios/{key}/variants", Results<Accepted<JobAnswer>, ProblemHttpResult> (string key, ChangeRequest change) => Accepted(runs.Variant(key, change), change.Lang))
            .WithSummary("Solve a change of a scenario, beside a plan of the scenario as it is.");
        api.MapGet("/jobs/{id}", Results<Ok<JobAnswer>, ProblemHttpResult> (string id, string? lang) => queue.Find(id) is { } job ? TypedResults.Ok(Answer(job, lang)) : Gone())
            .WithSummary("Where a job stands.");
        api.MapGet("/jobs/{id}/events", Results<ServerSentEventsResult<JobAnswer>, ProblemHttpResult> (string id, string? lang, CancellationToken left) =>
            queue.Find(id) is { } job ? TypedResults.ServerSentEvents(Events(job, lang, left)) : Gone())
            .WithSummary("Where a job stands, told whenever that changes (server-sent events); the last event says that it is over.");
        api.MapDelete("/jobs/{id}", Results<NoContent, ProblemHttpResult> (string id) =>
        {
            if (queue.Find(id) is not { } job) return Gone();
            JobQueue.Cancel(job);
            return TypedResults.NoContent();
        }).WithSummary("Ask a job for the best that it has so far.");
    }

    public static ProblemHttpResult Gone() => Problems.Of(StatusCodes.Status404NotFound, Words.Both(w => w.Expired));

    public static JobAnswer Answer(Job job, string? lang)
    {
        // Read once: line and figures are of one moment.
        var (words, at) = (Words.In(lang == "fa" ? Language.Fa : Language.En), job.Progress);
        var seconds = job.Clock.Elapsed.TotalSeconds;
        var line = job.State switch { JobState.Waiting => words.WaitingInLine, JobState.Running => at is null ? words.SearchingFor(words.Figures.Whole((decimal)Math.Floor(seconds))) : (at with { Seconds = seconds }).Said(words), _ => "" };
        return new(job.Id, job.Kind, job.State, job.Name, job.Beside, at, line, Open(job, words), job.Said);
    }

    private static string Open(Job job, Words words) =>
        $"/{(words.Language == Language.Fa ? "fa" : "en")}/{(job.State == JobState.Failed ? $"jobs/{job.Id}" : job.Kind == JobKind.Answer ? $"answers/{job.Id}" : job.Beside is { } beside ? $"plans?id={beside}&id={job.Id}" : $"plans?id={job.Id}")}";

    private static Results<Accepted<JobAnswer>, ProblemHttpResult> Accepted((Job? Job, ProblemHttpResult? Problem) made, string lang) =>
        made.Job is { } job ? TypedResults.Accepted($"/api/jobs/{job.Id}", Answer(job, lang)) : made.Problem!;

    private static ScenarioAnswer Answer(ShelfEntry entry, LoadedScenario? loaded) => loaded is null
        ? new(entry.Key, null, Words.Both(w => w.RestsOutside), null, false, [])
        : new(entry.Key, loaded.Scenario?.Id, loaded.Scenario?.Parts.Name, loaded.Parent?.Scenario?.Id, loaded.Scenario is not null, FaultAnswer.Of(loaded.Faults));

    private static async IAsyncEnumerable<SseItem<JobAnswer>> Events(Job job, string? lang, [EnumeratorCancellation] CancellationToken left)
    {
        JobAnswer? told = null;
        while (!left.IsCancellationRequested)
        {
            var now = Answer(job, lang);
            if (now != told) yield return new(told = now, "job");
            if (job.IsOver) yield break;
            try { await Task.Delay(Look, left).ConfigureAwait(false); }
            catch (OperationCanceledException) { yield break; }
        }
    }
}
