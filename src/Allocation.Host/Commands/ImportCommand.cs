using System.CommandLine;
using System.Globalization;
using Allocation.Engine.Model;
using Allocation.Host.Import.Pabulib;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Commands;

/// <summary><c>import pabulib</c>: real participatory-budgeting elections as a scenario folder (docs/import.md).</summary>
internal static class ImportCommand
{
    private const string Points = "points", Supporters = "supporters";

    public static Command Create() => new("import", "Turn data of other formats into a scenario.") { Pabulib() };

    private static Command Pabulib()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files (.pb), or folders of them; several become one city with one budget.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string>("--out") { Description = "The folder to write the scenario into.", Required = true, HelpName = "DIR" };
        var benefit = new Option<string>("--benefit") { Description = "What counts: points as the election counted them, or supporters.", DefaultValueFactory = _ => Points };
        var shift = new Option<decimal>("--shift") { Description = "Added to every outcome, in points per resident, above 0.", DefaultValueFactory = _ => 1 };
        var language = LanguageOption.Create();
        benefit.AcceptOnlyFromAmong(Points, Supporters);
        shift.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<decimal>() is <= 0 or > 1_000_000) result.AddError("--shift is above 0 and at most 1000000.");
        });
        var command = new Command("pabulib", "Elections in .pb files (pabulib.org/format).") { paths, to, benefit, shift, language };
        command.SetAction(parsed => Run(parsed.InvocationConfiguration, parsed.GetValue(paths)!, parsed.GetValue(to)!,
            new PbOptions(parsed.GetValue(benefit) == Points ? BenefitKind.Points : BenefitKind.Supporters, parsed.GetValue(shift)),
            LanguageOption.WordsOf(parsed, language)));
        return command;
    }

    private static int Run(InvocationConfiguration console, string[] paths, string folder, PbOptions options, Words words)
    {
        var imported = PbImport.Run(paths, options);
        console.Error.Write(FaultReport.Of(imported.Faults, words));
        if (imported.Parts is not { } parts) return ExitCode.ScenarioFaults;
        try { ScenarioFolder.Write(parts, folder); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(words.CannotWrite(folder, words.Why(trouble)));
            return ExitCode.Usage;
        }
        var loaded = ScenarioFolder.Load(folder);
        console.Error.Write(FaultReport.Of(loaded.Faults, words));
        if (loaded.Scenario is null) return ExitCode.ScenarioFaults;
        console.Output.WriteLine(Summary(parts, imported.Files.Count, folder).In(words.Language));
        return ExitCode.Done;
    }

    private static Text Summary(ScenarioParts parts, int files, string folder)
    {
        Text Of(decimal number) => Words.Both(w => w.Figures.Whole(number));
        var (read, places, residents, projects) = (Of(files), Of(parts.Neighbourhoods.Count), Of(parts.Neighbourhoods.Sum(n => n.Residents)), Of(parts.Projects.Count));
        var (budget, unit) = (Of(parts.Funds[0].Amount), parts.Money.Name);
        return new(
            $"{PersianText.Isolated(folder)}: از {read.Fa} پرونده، {places.Fa} محله با {residents.Fa} رأی‌دهنده، {projects.Fa} پروژه، بودجه {budget.Fa} {unit.Fa}.",
            $"{folder}: from {read.En} files, {places.En} neighbourhoods with {residents.En} voters, {projects.En} projects, budget {budget.En} {unit.En}.");
    }
}
