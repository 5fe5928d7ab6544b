using System.Diagnostics;
using Allocation.Engine.Model;
using Allocation.Host.Reports;

namespace Allocation.Host.Serving;

/// <summary>Where a job stands. <see cref="Done"/> has an answer; <see cref="Failed"/> has words instead.</summary>
internal enum JobState { Waiting, Running, Done, Failed }

/// <summary>What a job gives: a plan, or the answer to a question about one.</summary>
internal enum JobKind { Plan, Answer }

/// <summary>One run of the program in a process of its own, and what came of it. Fields that change are written by the queue alone.</summary>
internal sealed class Job(string id, JobKind kind, Text name, Language language, string folder)
{
    public string Id => id;
    public JobKind Kind => kind;
    /// <summary>The scenario's name, or the question.</summary>
    public Text Name => name;
    /// <summary>What its page leads back to: the scenario, or the plan that is asked about.</summary>
    public required Text From { get; init; }
    /// <summary>The language that the process speaks where it has words instead of an answer.</summary>
    public Language Language => language;
    /// <summary>Everything of this job: <c>scenario</c> as it was, <c>result</c>.</summary>
    public string Folder => folder;
    public string Scenarios => Path.Combine(folder, ScenarioFolder);
    public string Result => Path.Combine(folder, ResultFolder);
    public const string ScenarioFolder = "scenario", ResultFolder = "result";

    /// <summary>The scenario's copy, and its hash as it was loaded.</summary>
    public required string Scenario { get; init; }
    public required string Hash { get; init; }
    /// <summary>The scenario's name in addresses: the one changed, where this is a draft.</summary>
    public required string Key { get; init; }
    /// <summary>A variant that stands in no file of the folder yet: the name its file would have.</summary>
    public string? Draft { get; init; }
    /// <summary>What is changed in that draft.</summary>
    public ChangeRequest? Change { get; init; }
    /// <summary>The plan that this one stands beside, or that the question is about.</summary>
    public string? Beside { get; init; }
    public required IReadOnlyList<string> Arguments { get; init; }
    /// <summary>Seconds after which the process answers with what it has.</summary>
    public required double Seconds { get; init; }

    public volatile JobState State = JobState.Waiting;
    public volatile ProgressLine? Progress;
    /// <summary>How long it has been running: bounds come when they come, the clock goes on.</summary>
    public Stopwatch Clock { get; } = new();
    /// <summary>Why there is no answer, as the program said it.</summary>
    public volatile string Said = "";
    public volatile PlanView? View;
    public DateTimeOffset Ended;
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>The certificate of a plan, where it is made already.</summary>
    public string? Certificate => Path.Combine(Result, Reports.ResultFolder.Certificate) is var file && File.Exists(file) ? file : null;

    /// <summary>The file of an answer to a question.</summary>
    public string AnswerPath => Path.Combine(folder, AnswerFile);
    private const string AnswerFile = "answer.json";

    /// <summary>What the program answered, as JSON.</summary>
    public string ReadAnswer() => File.ReadAllText(AnswerPath);

    public bool IsOver => State is JobState.Done or JobState.Failed;
}
