namespace Allocation.Host.Commands;

/// <summary>What a verb tells the shell (docs/cli.md).</summary>
internal static class ExitCode
{
    public const int Done = 0, ScenarioFaults = 1, Usage = 2, NoPlanExists = 3, StoppedWithPlan = 4, StoppedWithoutPlan = 5, VerificationRefused = 6, Defect = 70, Interrupted = 130;
}
