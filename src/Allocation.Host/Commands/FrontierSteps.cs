using System.Text.Json;
using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Frontiers;

namespace Allocation.Host.Commands;

/// <summary>
/// The points found so far, kept in <c>frontier.steps.json</c> so that a run that was stopped can be gone on with. What is read back is only choices: every plan is paid for and verified
/// again.
/// </summary>
internal sealed class FrontierSteps(Scenario scenario, string hash, FrontierRequest request)
{
    public const string FileName = "frontier.steps.json";

    private readonly SortedDictionary<int, FrontierStepView> _kept = [];
    private Problem? _problem;

    public string? File { get; private set; }

    /// <summary>Reads what is there. False where the folder cannot be used (<paramref name="why"/>) or holds another question's points (<paramref name="why"/> is null).</summary>
    public bool Open(string folder, out Exception? why)
    {
        why = null;
        File = Path.Combine(folder, FileName);
        try
        {
            Directory.CreateDirectory(folder);
            if (!System.IO.File.Exists(File)) return true;
            var record = ResultFile.View<FrontierStepsView>(System.IO.File.ReadAllText(File));
            if (Head(record.Steps) with { Steps = record.Steps } != record) return false;
            foreach (var step in record.Steps) _kept[step.Step] = step;
            return true;
        }
        catch (JsonException) { return false; }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            why = trouble;
            return false;
        }
    }

    public FrontierMemory? Recall(int step)
    {
        if (!_kept.TryGetValue(step, out var kept)) return null;
        var choices = new int[scenario.Projects.Count];
        foreach (var chosen in kept.Choices)
            if (scenario.Ids.Projects.TryGetValue(chosen.Project, out var p) && scenario.Projects[p].Allows(chosen.Choice)) choices[p] = chosen.Choice;
        return Payments.For(_problem ??= Problem.For(scenario), choices) is { } plan ? new(plan, kept.Bound ?? double.PositiveInfinity, kept.Settled) : null;
    }

    public void Keep(int step, FrontierPoint point)
    {
        if (File is null) return;
        // A search that was cut short is made again when there is time.
        if (!point.Settled) return;
        _kept[step] = new(step, double.IsFinite(point.Bound) ? point.Bound : null, point.Settled,
            [.. point.Plan.Plan.Choices.Select((choice, at) => new ChosenView(scenario.Projects[at].Id, choice)).Where(c => c.Choice > 0)]);
        System.IO.File.WriteAllText(File + ".part", ResultFile.Text(Head([.. _kept.Values])));
        System.IO.File.Move(File + ".part", File, overwrite: true);
    }

    private FrontierStepsView Head(IReadOnlyList<FrontierStepView> steps) => new(FrontierStepsView.CurrentFormat, hash, request.Against == Against.Measure ? FormattableString.Invariant($"{request.Measure}:{request.Parameter}") : request.Against.ToString(),
        request.Points, request.Tolerance, steps);
}
