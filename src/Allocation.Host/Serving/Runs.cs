using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Allocation.Host.Serving;

/// <summary>Makes jobs out of what is asked: a scenario as it is, a change of one, a question about a plan. What cannot be run is a problem.</summary>
internal sealed class Runs(Shelf shelf, JobQueue queue, ProgramCalls calls)
{
    /// <summary>A job for a scenario as it stands in the folder; a plan of the very same files that is there already is not looked for again unless <paramref name="anew"/>.</summary>
    public (Job? Job, ProblemHttpResult? Problem) Scenario(string key, RunRequest request, bool anew)
    {
        if (!request.IsSound) return (null, Wrong());
        var (entry, loaded, problem) = Load(key);
        if (loaded is null) return (null, problem);
        if (!anew && queue.PlanOf(loaded.Hash) is { } known) return (known, null);
        var (id, folder) = queue.Place();
        var copy = Snapshot.Copy(loaded, shelf.Root, Path.Combine(folder, Job.ScenarioFolder));
        return Queued(new Job(id, JobKind.Plan, loaded.Scenario!.Parts.Name, LanguageOf(request), folder)
        {
            Scenario = copy, Hash = loaded.Hash, Key = entry!.Key, From = loaded.Scenario.Parts.Name, Seconds = request.Seconds, Arguments = calls.Solve(copy, Path.Combine(folder, Job.ResultFolder), request with { Certified = loaded.Parent is null }),
        });
    }

    /// <summary>A job for a changed scenario, beside a plan of the scenario as it is.</summary>
    public (Job? Job, ProblemHttpResult? Problem) Variant(string key, ChangeRequest change)
    {
        if (!change.IsSound) return (null, Wrong());
        var (entry, loaded, problem) = Load(key);
        if (loaded is null) return (null, problem);
        if (Parameter(change, loaded.Scenario!.Goal) is { } wrong) return (null, wrong);
        var (file, json) = Named(change, loaded, entry!);
        var (id, folder) = queue.Place();
        var scenarios = Path.Combine(folder, Job.ScenarioFolder);
        Snapshot.Copy(loaded, shelf.Root, scenarios);
        var draft = Path.Combine(scenarios, file);
        File.WriteAllText(draft, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var made = ScenarioFolder.Load(draft);
        if (made.Scenario is null) return (null, Faulty(made));
        var (beside, noBase) = Scenario(key, new RunRequest { Seconds = change.Seconds, Tolerance = change.Tolerance, Lang = change.Lang }, anew: false);
        if (beside is null) return (null, noBase);
        return Queued(new Job(id, JobKind.Plan, made.Scenario.Parts.Name, LanguageOf(change), folder)
        {
            Scenario = draft, Hash = made.Hash, Key = entry!.Key, From = loaded.Scenario!.Parts.Name, Draft = file, Change = change, Beside = beside.Id, Seconds = change.Seconds, Arguments = calls.Solve(draft, Path.Combine(folder, Job.ResultFolder), change),
        });
    }

    // Options that differ are not called the same, unless people call them so.
    private (string File, string Json) Named(ChangeRequest change, LoadedScenario parent, ShelfEntry entry)
    {
        for (var number = 1; ; number++)
        {
            var name = OptionName.Of(change, parent.Scenario!, parent.Parent is not null, number);
            var made = VariantFile.Write(change, parent.Scenario!, entry.Path, name);
            if (change.Name.Trim().Length > 0 || !queue.All().Any(j => j.Draft is { } other && other != made.File && j.Name == name)) return made;
        }
    }

    /// <summary>A job that answers a question about a plan.</summary>
    public (Job? Job, ProblemHttpResult? Problem) Why(Job plan, WhyRequest why)
    {
        if (!why.IsSound) return (null, Wrong());
        var name = why.Question switch
        {
            Question.Project => plan.View!.Projects.FirstOrDefault(p => p.Id == why.About)?.Name,
            Question.Place => plan.View!.Neighbourhoods.FirstOrDefault(n => n.Id == why.About)?.Name,
            Question.Rules => Reports.Words.Both(w => w.RuleCostsTitle),
            _ => Reports.Words.Both(w => w.CertaintyTitle),
        };
        if (name is null) return (null, Problems.NotHere());
        var (id, folder) = queue.Place();
        return Queued(new Job(id, JobKind.Answer, name, LanguageOf(why), folder)
        {
            Scenario = plan.Scenario, Hash = plan.Hash, Key = plan.Key, From = plan.Name, Beside = plan.Id, Seconds = why.Seconds,
            Arguments = calls.Why(plan.Scenario, plan.Result, why),
        });
    }

    // A line is drawn by whoever asks for a measure about one, and a figure that a measure does not take is not passed over.
    private static ProblemHttpResult? Parameter(ChangeRequest change, Goal goal)
    {
        var measure = change.Measure ?? goal.Measure;
        if (change.Parameter is null) return measure != goal.Measure && MeasureView.AsksForLine(measure) ? Asked(w => w.LineMissing(w.MeasureName(measure), w.Figures.Exact(0.6m))) : null;
        return MeasureView.TakesParameter(measure) ? null : Asked(w => w.NoParameter(w.MeasureName(measure), w.Figures.Exact(change.Parameter.Value)));
    }

    private static ProblemHttpResult Asked(Func<Words, string> words) => Problems.Of(StatusCodes.Status400BadRequest, Reports.Words.Both(words));

    private (ShelfEntry? Entry, LoadedScenario? Loaded, ProblemHttpResult? Problem) Load(string key)
    {
        if (shelf.Find(key) is not { } entry) return (null, null, Problems.NotHere());
        if (shelf.Load(entry) is not { } loaded) return (null, null, Problems.Of(StatusCodes.Status403Forbidden, Reports.Words.Both(w => w.RestsOutside)));
        return loaded.Scenario is null ? (null, null, Faulty(loaded)) : (entry, loaded, null);
    }

    private (Job?, ProblemHttpResult?) Queued(Job job) => queue.Add(job) ? (job, null) : (null, Problems.Of(StatusCodes.Status429TooManyRequests, Reports.Words.Both(w => w.TooManyWait)));

    private static Language LanguageOf(RunRequest request) => request.Lang == "fa" ? Language.Fa : Language.En;
    private static ProblemHttpResult Wrong() => Problems.Of(StatusCodes.Status400BadRequest, Reports.Words.Both(w => w.WrongRequest));
    private static ProblemHttpResult Faulty(LoadedScenario loaded) => Problems.Of(StatusCodes.Status422UnprocessableEntity, Reports.Words.Both(w => w.ScenarioHasFaults), loaded.Faults);
}
