using System.Text.Json;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Comparing;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Commands;

/// <summary>What one <c>compare</c> was asked.</summary>
internal sealed record CompareRequest(IReadOnlyList<string> Options, string? Scenario, string? LastYear, bool Json, SolveOptions Solving);

/// <summary>Reads or solves every option, checks what can be checked, and prints them side by side.</summary>
internal sealed class CompareRun(CompareRequest request, Words words, TextWriter output, TextWriter error, CancellationToken cancellation)
{
    private readonly Dictionary<string, LoadedScenario> _loaded = new(StringComparer.Ordinal);
    private int _trouble = ExitCode.Done;

    public int Run()
    {
        if (request.Scenario is { } path && Load(path) is null) return _trouble;
        // Scenarios first: results and plans are checked against them, whatever the order of the options.
        foreach (var option in request.Options.Where(IsScenario)) _ = Load(option);
        if (_trouble != ExitCode.Done) return _trouble;
        var options = new List<ComparedOption>();
        foreach (var option in request.Options)
        {
            if ((IsScenario(option) ? Solved(option) : IsPlan(option) ? Judged(option) : Read(option)) is { } made) options.Add(made);
            if (_trouble != ExitCode.Done) return _trouble;
        }
        foreach (var other in options.Skip(1))
            if (CompareMaker.Differ(options[0].View, other.View) is { } unlike)
            {
                error.WriteLine(words.CannotCompare(options[0].Path, other.Path, unlike switch { Unlike.Outcome => words.UnlikeOutcome, Unlike.Places => words.UnlikePlaces, _ => words.UnlikeMoney }));
                return ExitCode.Usage;
            }
        var lastYear = request.LastYear is { } file ? LastYear(file, options[0].View) : null;
        if (_trouble != ExitCode.Done) return _trouble;
        var view = new CompareMaker(options, Attainable(options), lastYear).Make();
        AnswerOptions.Print(view, request.Json, output, to => new CompareText(view, words).Write(to));
        return options.Any(o => o is { Source: OptionSource.Scenario, View.Proof: Proof.Stopped }) ? ExitCode.StoppedWithPlan : ExitCode.Done;
    }

    private static bool IsPlan(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    // A folder that holds both is asked for as what it says itself: scenario.json wins, because a result can be named by its file.
    private static bool IsScenario(string path) => !IsPlan(path) && (Directory.Exists(path)
        ? File.Exists(Path.Combine(path, ScenarioFolder.FileName)) || !File.Exists(Path.Combine(path, ResultFile.FileName))
        : Path.GetFileName(path) != ResultFile.FileName);

    private LoadedScenario? Load(string path)
    {
        if (_loaded.TryGetValue(path, out var known)) return known;
        var loaded = ScenarioFolder.Load(path);
        error.Write(FaultReport.Of(loaded.Faults, words));
        if (loaded.Scenario is not null) return _loaded[path] = loaded;
        _trouble = ExitCode.ScenarioFaults;
        return null;
    }

    private ComparedOption? Solved(string path)
    {
        var (scenario, hash) = (_loaded[path].Scenario!, _loaded[path].Hash);
        switch (Solve(scenario))
        {
            case SolveResult.Solved solved: return new(OptionSource.Scenario, path, PlanViewMaker.Of(solved, hash, request.Solving.Tolerance), scenario, true);
            case SolveResult.Impossible:
                error.WriteLine(words.NoPlanFor(path));
                _trouble = ExitCode.NoPlanExists;
                return null;
            case SolveResult.Refused refused:
                Lies(words.Refused, refused.Lies);
                return null;
            default:
                error.WriteLine(words.StoppedWithoutPlan);
                _trouble = ExitCode.StoppedWithoutPlan;
                return null;
        }
    }

    private SolveResult Solve(Scenario scenario) => AnswerOptions.Quiet(output, () => ProgressDisplay.Show(scenario, words, error == Console.Error && !Console.IsErrorRedirected && output == Console.Out,
        progress => AllocationEngine.Solve(scenario, request.Solving, progress, cancellation)));

    private ComparedOption? Judged(string path)
    {
        if (Given() is not { } under)
        {
            error.WriteLine(words.PlanNeedsScenario(path));
            _trouble = ExitCode.Usage;
            return null;
        }
        var scenario = under.Scenario!;
        var (choices, faults) = PlanFile.Read(path, scenario);
        error.Write(FaultReport.Of(faults, words));
        if (choices is null)
        {
            _trouble = ExitCode.ScenarioFaults;
            return null;
        }
        var judged = AnswerOptions.Quiet(output, () => Judgement.Of(scenario, HandMade.Of(scenario, choices)));
        if (judged.Plan is not { } plan)
        {
            Lies(words.PlanMakesNoSense(path), judged.Lies);
            return null;
        }
        var view = PlanViewMaker.Of(new SolveResult.Solved(plan, double.PositiveInfinity, Proof.Stopped, "hand-made", []), under.Hash, request.Solving.Tolerance);
        return new(OptionSource.Plan, path, view with { Totals = view.Totals with { Available = scenario.Funds.Sum(f => f.Amount) } }, scenario, true) { Broken = ComparedOption.BrokenOf(scenario, judged) };
    }

    private ComparedOption? Read(string path)
    {
        if (ReadView(path) is not { } view) return null;
        if (_loaded.Values.FirstOrDefault(l => l.Hash == view.ScenarioHash) is not { Scenario: { } scenario }) return new(OptionSource.Result, path, view, null, false);
        // The plan is checked again, and its figures are the ones found now.
        var judged = Judgement.Of(scenario, PlanOf(view, scenario));
        if (judged.Valid && Math.Abs(judged.Plan!.Value - ValueUnder(scenario, view)) <= 1e-9 * Math.Max(1, Math.Abs(judged.Plan.Value))) return new(OptionSource.Result, path, view, scenario, true);
        Lies(words.ResultOfOtherPlan(path), judged.Lies);
        return null;
    }

    // The result's measure may be another than the scenario's: the outcomes decide then.
    private static double ValueUnder(Scenario scenario, PlanView view) =>
        Allocation.Engine.Measures.MeasureCatalogue.For(scenario.Goal, Allocation.Engine.Measures.OutcomeModel.For(scenario).Ceilings).Of([.. view.Neighbourhoods.Select(n => (long)(n.After * Allocation.Engine.Measures.OutcomeModel.Unit))],
            Allocation.Engine.Measures.Measure.Weights(scenario, scenario.Goal.Weighting));

    private static Plan PlanOf(PlanView view, Scenario scenario) => new([.. view.Projects.Select(p => p.Choice)],
        [.. view.Projects.SelectMany((p, at) => p.Funds.Select(f => new Payment(at, scenario.Ids.Funds.GetValueOrDefault(f.Id, -1), f.Money)))]);

    private PlanView? ReadView(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, ResultFile.FileName) : path;
        try { return ResultFile.Read(File.ReadAllText(file)); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
        {
            error.WriteLine(words.CannotRead(file, words.Why(trouble)));
            _trouble = ExitCode.Usage;
            return null;
        }
    }

    private LoadedScenario? Given() => request.Scenario is { } named ? _loaded[named] : request.Options.Where(IsScenario).Select(o => _loaded[o]).FirstOrDefault();

    /// <summary>What the first scenario's plans can attain: the value of the best one where that is proven, else what none exceeds.</summary>
    private double? Attainable(List<ComparedOption> options)
    {
        if (options[0].Source != OptionSource.Plan) return Most(options[0].View);
        var solved = options.Find(o => o.Source == OptionSource.Scenario && ReferenceEquals(o.Scenario, options[0].Scenario));
        if (solved is not null) return Most(solved.View);
        return Solve(options[0].Scenario!) is SolveResult.Solved best && double.IsFinite(best.Bound) ? best.Proof == Proof.Best ? best.Value : best.Bound : null;
    }

    private static double? Most(PlanView view) => view.Proof == Proof.Best ? view.Measure.Value : view.Measure.Bound;

    private IReadOnlyDictionary<string, decimal>? LastYear(string path, PlanView first)
    {
        if (!IsPlan(path)) return ReadView(path)?.Neighbourhoods.ToDictionary(n => n.Id, n => n.Money, StringComparer.Ordinal);
        var (money, faults) = PlanFile.LastYear(path, [.. first.Neighbourhoods.Select(n => n.Id)]);
        error.Write(FaultReport.Of(faults, words));
        if (money is null) _trouble = ExitCode.ScenarioFaults;
        return money;
    }

    private void Lies(string head, IReadOnlyList<Allocation.Engine.Verification.Lie> lies)
    {
        error.WriteLine(head);
        foreach (var lie in lies) error.WriteLine(words.Lie(lie.Code, lie.About, lie.Claimed, lie.Actual));
        _trouble = ExitCode.VerificationRefused;
    }
}
