using System.IO.Compression;
using System.Text.Json;
using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Allocation.Host.Serving;

/// <summary>A variant that stands in the folder now: its file, which is its name in addresses too.</summary>
internal sealed record SavedAnswer(string File, Text Said);

/// <summary>What can be done with a plan: ask about it, save its scenario, take everything away.</summary>
internal static class PlanApi
{
    public static void Map(IEndpointRouteBuilder routes, Shelf shelf, JobQueue queue, Runs runs)
    {
        var api = routes.MapGroup("/api/plans");
        api.MapPost("/{id}/why", Results<Accepted<JobAnswer>, ProblemHttpResult> (string id, WhyRequest why) => Plan(queue, id) is not { } plan ? Api.Gone()
            : runs.Why(plan, why) is var (job, problem) && job is not null ? TypedResults.Accepted($"/api/jobs/{job.Id}", Api.Answer(job, why.Lang)) : problem!)
            .WithSummary("Ask about a plan: why a project is in or out, what a neighbourhood gets, what rules and locks cost, how sure each project is.");
        api.MapPost("/{id}/save", Results<Created<SavedAnswer>, ProblemHttpResult> (string id) => Plan(queue, id) is { } plan ? Save(shelf, plan) : Api.Gone())
            .WithSummary("Save a plan's changed scenario as a file in the folder.");
        api.MapGet("/{id}/result", Results<FileContentHttpResult, ProblemHttpResult> (string id) =>
            Plan(queue, id) is { } plan ? TypedResults.File(Encoding.UTF8.GetBytes(ResultFile.Write(plan.View!)), "application/json", ResultFile.FileName) : Api.Gone())
            .WithSummary("A plan's result.json.");
        api.MapGet("/{id}/everything", Results<FileContentHttpResult, ProblemHttpResult> (string id, string? lang) => Plan(queue, id) is { } plan ? TypedResults.File(Zip(plan, EvidenceOf(queue, [plan]), LanguageOf(lang)), "application/zip", $"{plan.View!.Scenario}.zip") : Api.Gone())
            .WithSummary("The scenario as it was, the result with its tables and its certificate, the answers, the report and the justice annex, as one zip file.");
        api.MapGet("/{id}/certificate", Results<FileContentHttpResult, ProblemHttpResult> (string id) =>
            Plan(queue, id) is { } plan && plan.Certificate is { } file ? TypedResults.File(File.ReadAllBytes(file), "application/json", ResultFolder.Certificate) : Api.Gone())
            .WithSummary("A plan's certificate, once it is made.");
        api.MapGet("/report", Results<FileContentHttpResult, ProblemHttpResult> ([FromQuery] string[] id, [FromQuery(Name = Base)] string? against, string? lang) =>
        {
            Job[] plans = [.. id.Distinct(StringComparer.Ordinal).Select(i => Plan(queue, i)).OfType<Job>()];
            return plans.Length is 0 or > HtmlReport.MostOptions ? Api.Gone()
                : TypedResults.File(Encoding.UTF8.GetBytes(HtmlReport.Write([.. plans.Select(p => p.View!)], LanguageOf(lang), EvidenceOf(queue, plans), At(plans, against))), "text/html", "report.html");
        }).WithSummary("One to four plans as the one-file report; base is the id of the one that the others are compared with, the first where nothing is said.");
    }

    /// <summary>In addresses: the plan that others are compared with.</summary>
    public const string Base = "base";

    /// <summary>Where that plan stands among the others; the first where nothing else is said.</summary>
    public static int At(Job[] plans, string? against) => Math.Max(0, Array.FindIndex(plans, p => p.Id == against));

    private static Job? Plan(JobQueue queue, string id) => queue.Find(id) is { Kind: JobKind.Plan, View: not null } job ? job : null;

    private static Results<Created<SavedAnswer>, ProblemHttpResult> Save(Shelf shelf, Job plan)
    {
        if (plan.Draft is not { } file) return Problems.Of(StatusCodes.Status409Conflict, Words.Both(w => w.NothingToSave));
        var (from, to) = (File.ReadAllBytes(plan.Scenario), Path.Combine(shelf.Root, file));
        try
        {
            using var stream = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
            stream.Write(from);
        }
        catch (IOException) when (File.Exists(to))
        {
            if (!File.ReadAllBytes(to).AsSpan().SequenceEqual(from)) return Problems.Of(StatusCodes.Status409Conflict, Words.Both(w => w.FileExists(file)));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return Problems.Of(StatusCodes.Status403Forbidden, Words.Both(w => w.CannotWrite(file, w.Why(trouble))));
        }
        return TypedResults.Created($"/api/scenarios/{Uri.EscapeDataString(file)}", new SavedAnswer(file, Words.Both(w => w.Saved(file))));
    }

    /// <summary>What has been asked about plans is shown on their page.</summary>
    public static Evidence EvidenceOf(JobQueue queue, IEnumerable<Job> plans) =>
        plans.SelectMany(queue.AnswersTo).DistinctBy(a => (a.Beside, string.Join(' ', a.Arguments))).Aggregate(Evidence.None, WithAnswer);

    // An answer that cannot be read is not shown; the plan is.
    private static Evidence WithAnswer(Evidence evidence, Job answer)
    {
        try { return evidence.With(answer.ReadAnswer()) ?? evidence; }
        catch (Exception trouble) when (trouble is JsonException or IOException or UnauthorizedAccessException) { return evidence; }
    }

    private static byte[] Zip(Job plan, Evidence evidence, Language first)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var folder in new[] { plan.Scenarios, plan.Result })
                foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(ResultFolder.Unfinished, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
                    zip.CreateEntryFromFile(file, Path.GetRelativePath(plan.Folder, file).Replace('\\', '/'));
            Page("report.html", HtmlReport.Write([plan.View!], first, evidence));
            Page("annex.html", JusticeAnnex.Write(plan.View!, Words.In(first), CertificateFacts.Beside(plan.View!, plan.Result)));

            void Page(string name, string text)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    private static Language LanguageOf(string? lang) => lang == "fa" ? Language.Fa : Language.En;
}
