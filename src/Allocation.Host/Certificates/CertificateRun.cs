using Allocation.Check;
using Allocation.Engine;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Host.Reports;

namespace Allocation.Host.Certificates;

/// <summary>Finds prices that prove how good a solved plan is and writes them down with it.</summary>
internal static class CertificateRun
{
    // Where nobody says how long prices may be looked for.
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(30);

    /// <summary>The plan with what the certificate proves of it; null, with the reason on <paramref name="error"/>, where nothing could be written.</summary>
    public static SolveResult.Solved? Write(SolveResult.Solved solved, string scenario, string hash, string file, SolveOptions options, Words words, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var verified = solved.Plan;
            // Where the plan was found by other means, prices need only prove what it is worth: it is known to hold.
            var problem = Problem.For(verified.Scenario);
            var asked = solved.Evidence is null ? PriceEngines.Alone(problem).Run(problem, options with { TimeLimit = options.TimeLimit ?? s_usual }, verified.Plan, null, cancellation) : null;
            if ((solved.Evidence ?? asked?.Evidence) is not PriceCertificateData proof || !double.IsFinite(proof.Bound))
            {
                error.WriteLine(Why(problem, asked?.End == RunEnd.Stopped || cancellation.IsCancellationRequested, words));
                return null;
            }
            var (bytes, bound) = CertificateFile.Make(scenario, hash, verified.Scenario, verified.Plan, verified.Value, proof);
            File.WriteAllBytes(file, bytes);
            error.WriteLine(words.CertificateWritten(file, words.Figures.Gap(Math.Max(0, ((double)bound - verified.Value) / problem.Measure.GapScale(verified.Value)))));
            if (CertificateChecker.Ranks(scenario, bytes) is var (proven, all, residents)) error.WriteLine(words.CertificateRanks(proven == 0 ? null : words.Figures.Whole(proven), words.Figures.Whole(all), residents));
            return Confirmation.Certified(solved, proof, (double)bound, options.Tolerance);
        }
        catch (InvalidOperationException) { error.WriteLine(words.NoCertificate(stopped: false)); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { error.WriteLine(words.CannotWrite(file, words.Why(trouble))); }
        return null;
    }

    private static string Why(Problem problem, bool stopped, Words words)
    {
        var scenario = problem.Scenario;
        if (PriceEngine.Keeps(problem)) return words.NoCertificate(stopped);
        var rules = RuleTitles.Of(scenario).Where((_, r) => scenario.Rules[r] is OutcomeFloorRule or InequalityRule or ProtectRule).Select(t => words.Quoted(t.In(words.Language)));
        return words.NoCertificateForRules(words.Listed([.. rules]));
    }
}
