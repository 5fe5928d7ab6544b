using System.CommandLine;
using System.Text;
using System.Text.Json;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Commands;

/// <summary><c>report</c>: one to four results as one offline page, and the justice annex of the first.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var results = new Argument<string[]>("RESULT") { Description = "result.json files, or the folders that solve --out wrote; the first is what others are compared with.", Arity = new ArgumentArity(1, HtmlReport.MostOptions) };
        var to = new Option<string?>("--out") { Description = "Write the page here.", HelpName = "FILE.html" };
        var annex = new Option<string?>("--annex") { Description = "Write the justice annex of the first result here, in the language of --lang, and as PDF beside it where a Chromium, Chrome or Edge is on the path.", HelpName = "FILE.html" };
        var evidence = new Option<string[]>("--evidence") { Description = "Also show what these files hold: a frontier.json, or an answer of explain project --format json. A folder means every such file in it; the results' own folders are looked through anyway.", HelpName = "PATH" };
        var map = new Option<string?>("--map") { Description = "Borders of neighbourhoods as GeoJSON in degrees; a feature's id is the neighbourhood's.", HelpName = "FILE.geojson" };
        var language = LanguageOption.Create();
        var command = new Command("report", "Write results as one page for the council, in Persian and English.") { results, to, annex, evidence, map, language };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(to) is null && parsed.GetValue(annex) is null) parsed.AddError("report: say where to write: --out FILE.html, --annex FILE.html, or both.");
        });
        command.SetAction(parsed => Run(parsed.GetValue(results)!, parsed.GetValue(to), parsed.GetValue(annex), new EvidenceFiles(parsed.GetValue(evidence) ?? [], parsed.GetValue(map)), LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string[] results, string? page, string? annex, EvidenceFiles files, Words words, TextWriter error)
    {
        if (results.Select(ImpossibleView.FileOf).FirstOrDefault(f => f is not null) is { } invalid)
        {
            if (page is not null && annex is null && results.Length == 1) return Invalid(invalid, page, words, error) ? ExitCode.Done : ExitCode.Usage;
            error.WriteLine(words.ShownAlone(invalid));
            return ExitCode.Usage;
        }
        var views = new List<PlanView>();
        foreach (var result in results)
        {
            var file = Directory.Exists(result) ? Path.Combine(result, ResultFile.FileName) : result;
            try { views.Add(ResultFile.Read(File.ReadAllText(file))); }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
            {
                error.WriteLine(words.CannotRead(file, words.Why(trouble)));
            }
        }
        if (views.Count < results.Length) return ExitCode.Usage;
        if (files.Read(views, [.. results.Where(Directory.Exists)], words, error) is not { } evidence) return ExitCode.Usage;
        return (page is null || Write(page, HtmlReport.Write(views, words.Language, evidence), words, error)) && (annex is null || Annex(annex, views[0], results[0], words, error))
            ? ExitCode.Done : ExitCode.Usage;
    }

    private static bool Invalid(string file, string page, Words words, TextWriter error)
    {
        try { return Write(page, InvalidPage.Write(ImpossibleView.Read(File.ReadAllText(file)), words.Language), words, error); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
        {
            error.WriteLine(words.CannotRead(file, words.Why(trouble)));
            return false;
        }
    }

    private static bool Annex(string file, PlanView view, string result, Words words, TextWriter error)
    {
        var folder = Directory.Exists(result) ? result : Path.GetDirectoryName(Path.GetFullPath(result))!;
        if (!Write(file, JusticeAnnex.Write(view, words, CertificateFacts.Beside(view, folder)), words, error)) return false;
        var pdf = Path.ChangeExtension(file, ".pdf");
        switch (PdfPrinter.Print(file, pdf))
        {
            case Printed.Done: error.WriteLine(words.WrotePage(pdf)); return true;
            case Printed.Failed failed: error.WriteLine(words.BrowserFailed(failed.Browser, failed.Why)); return false;
            default: error.WriteLine(words.NoBrowser(file)); return true;
        }
    }

    private static bool Write(string file, string text, Words words, TextWriter error)
    {
        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            error.WriteLine(words.WrotePage(file));
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(words.CannotWrite(file, words.Why(trouble)));
            return false;
        }
    }
}
