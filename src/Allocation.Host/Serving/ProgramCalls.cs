namespace Allocation.Host.Serving;

/// <summary>The command lines of the runs that are started: whoever knows the verbs says them.</summary>
/// <param name="Solve">For a scenario's path, the folder of its result, and how to solve it; <see cref="RunRequest.Certified"/> says whether its proof is to lie beside the result.</param>
/// <param name="Why">For a scenario's path, the folder of a plan's result, and the question; the answer is JSON on standard output.</param>
internal sealed record ProgramCalls(Func<string, string, RunRequest, string[]> Solve, Func<string, string, WhyRequest, string[]> Why);
