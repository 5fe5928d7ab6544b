using System.Globalization;
using System.Text;
using System.Text.Json;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Host.Reports.Comparing;

namespace Allocation.Host.Reports;

/// <summary>A statement that stands in a conflict; <paramref name="Amount"/> is a fund's.</summary>
internal sealed record ConflictStatement(string Id, bool IsFund, bool IsLock, Text Name, Text Reason, long? Amount);

/// <summary>One way out: a figure of a statement and what it has to become (in its own unit), or the statement dropped. <paramref name="Least"/>: nothing less is enough;
/// <paramref name="IsShare"/>: the figures are shares, and said in per cent.</summary>
internal sealed record RepairView(ConflictStatement Statement, EasedFigure Figure, decimal From, decimal To, bool Least, bool IsShare);

/// <summary>Why arithmetic alone shows the conflict: what is needed and what there is, in money units or projects.</summary>
internal sealed record PlainView(PlainReason Reason, decimal Needs, decimal Has, IReadOnlyList<ConflictStatement> Statements);

/// <summary>
/// A plan that is not valid, and what it breaks: in all <paramref name="BrokenMoney"/> money units, and no plan breaks less than <paramref name="AtLeast"/>. Its figures were verified with the broken
/// statements left out.
/// </summary>
internal sealed record BestEffortView(bool Valid, IReadOnlyList<BrokenView> Broken, decimal BrokenMoney, decimal AtLeast, PlanView Plan);

/// <summary>Why no plan exists, or what comes nearest where none was found, and what can be done about it; <c>impossible.json</c> is this record.</summary>
internal sealed record ImpossibleView(Text Name, MoneyUnit Unit, bool Smallest, IReadOnlyList<ConflictStatement> Conflict, PlainView? Plain, IReadOnlyList<RepairView> Repairs, BestEffortView? BestEffort)
{
    public const string CurrentFormat = "allocation-impossible/1", FileName = "impossible.json", PlanFile = "best-effort.csv";

    public string Format { get; set; } = CurrentFormat;
    /// <summary>False where time ran out before every statement of the conflict was tried as a way out.</summary>
    public bool AllTried { get; set; } = true;
    /// <summary>False where the search was stopped before it was known whether there is a plan: then the best effort is the nearest that was found.</summary>
    public bool Settled { get; set; } = true;

    public static ImpossibleView Of(Scenario scenario, Impossibility found, string hash, double tolerance)
    {
        var titles = RuleTitles.Of(scenario);
        return new(scenario.Parts.Name, scenario.Parts.Money, found.Conflict is { Smallest: true }, [.. (found.Conflict?.Statements ?? []).Select(Said)],
            found.Plain is { } plain ? new(plain.Reason, plain.Needs, plain.Has, [.. plain.Statements.Select(Said)]) : null,
            [.. found.Repairs.Select(r => new RepairView(Said(r.Statement), r.Figure, r.From, r.To, r.Least, !r.Statement.IsFund && InShares(scenario, scenario.Rules[r.Statement.Index])))],
            found.Best is { Judged.Plan: { } plan } best
                ? new(false, ComparedOption.BrokenOf(scenario, best.Judged), (decimal)Math.Ceiling(best.Broken), (decimal)Math.Ceiling(best.AtLeast), PlanViewMaker.Of(best.Solved with { Plan = plan }, hash, tolerance)) : null) { AllTried = found.AllTried };

        ConflictStatement Said(Statement s) => new(s.IdIn(scenario), s.IsFund, !s.IsFund && scenario.Rules[s.Index] is LockRule, s.IsFund ? scenario.Funds[s.Index].Name : titles[s.Index],
            s.IsFund ? Text.Nothing : scenario.Rules[s.Index].Reason, s.IsFund ? scenario.Funds[s.Index].Amount : null);
    }

    private static bool InShares(Scenario scenario, Rule rule) => rule is ShareRule || (rule is OutcomeFloorRule && scenario.Goal.Outcome == OutcomeKind.Attainment);

    /// <summary>The view's file where a result is one of these: the file itself, or a folder that holds no valid plan; else null.</summary>
    public static string? FileOf(string result) => Path.GetFileName(result) == FileName ? result
        : Path.Combine(result, FileName) is var file && File.Exists(file) && !File.Exists(Path.Combine(result, ResultFile.FileName)) ? file : null;

    /// <summary>The view in a file's text. Throws <see cref="JsonException"/> where the text is not one.</summary>
    public static ImpossibleView Read(string text)
    {
        var view = ResultFile.View<ImpossibleView>(text);
        return view.Format == CurrentFormat ? view : throw new JsonException($"The format is '{view.Format}', not '{CurrentFormat}'.");
    }

    /// <summary>Takes the files of an earlier answer out of a folder.</summary>
    public static void Clear(string folder)
    {
        File.Delete(Path.Combine(folder, FileName));
        File.Delete(Path.Combine(folder, PlanFile));
    }

    /// <summary>Writes the view, and the plan as a table that <c>compare</c> reads. A valid plan of an earlier run does not stay beside it.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        ResultFolder.Clear(folder);
        Clear(folder);
        File.WriteAllText(Path.Combine(folder, FileName), ResultFile.Text(this));
        if (BestEffort is not { } best) return;
        var text = new StringBuilder("project,choice\n");
        foreach (var p in best.Plan.Projects.Where(p => p.Choice > 0)) text.Append(CultureInfo.InvariantCulture, $"{p.Id},{p.Choice}\n");
        File.WriteAllText(Path.Combine(folder, PlanFile), text.ToString());
    }
}
