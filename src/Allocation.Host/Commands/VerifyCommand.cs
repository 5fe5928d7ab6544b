using System.CommandLine;
using System.Globalization;
using Allocation.Check;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary><c>verify</c>: checks a certificate with the checker that stands alone.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "The scenario's folder, or its scenario.json." };
        var certificate = new Argument<string>("FILE") { Description = "The certificate (docs/certificates.md)." };
        var measure = new Option<string?>("--measure") { Description = "The measure the certificate must be about, where that is not the scenario's.", HelpName = "NAME" };
        var parameter = new Option<decimal?>("--parameter") { Description = "That measure's parameter.", HelpName = "X" };
        var language = LanguageOption.Create();
        var command = new Command("verify", "Check a certificate: plan, money, rules, value and bound, redone in whole numbers.") { scenario, certificate, measure, parameter, language };
        command.SetAction(parsed =>
        {
            var (name, x) = (parsed.GetValue(measure), parsed.GetValue(parameter));
            AskedMeasure? asked = name is null && x is null ? null : new(name, x);
            return Run(parsed.GetValue(scenario)!, parsed.GetValue(certificate)!, asked, LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration);
        });
        return command;
    }

    private static int Run(string scenario, string certificate, AskedMeasure? asked, Words words, InvocationConfiguration to)
    {
        switch (CertificateChecker.Run(scenario, certificate, asked))
        {
            case Verdict.Accepted accepted:
                to.Output.WriteLine(words.CertificateAccepted(words.Figures.Gap(accepted.Within), accepted.Value.ToString(CultureInfo.InvariantCulture), accepted.Bound.ToString(CultureInfo.InvariantCulture)));
                if (accepted.Ranks is var (proven, all, residents)) to.Output.WriteLine(words.CertificateRanks(proven == 0 ? null : words.Figures.Whole(proven), words.Figures.Whole(all), residents));
                return ExitCode.Done;
            case Verdict.Refused refused:
                to.Output.WriteLine(words.CertificateRefused(words.Other(refused.Reason)));
                return ExitCode.VerificationRefused;
            case Verdict.Unreadable unreadable:
                to.Error.WriteLine(words.CertificateUnreadable(words.Other(unreadable.Reason)));
                return ExitCode.ScenarioFaults;
            default: throw new NotSupportedException();
        }
    }
}
