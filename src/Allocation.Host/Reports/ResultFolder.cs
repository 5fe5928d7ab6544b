using System.Text;
using Allocation.Host.Reports.Workbook;

namespace Allocation.Host.Reports;

/// <summary>Writes <c>result.json</c>, the tables, the workbook and the pictures of a plan into a folder. Each file is written beside its place and moved there, so that nobody reads half of one.</summary>
internal static class ResultFolder
{
    /// <summary>The folder of the pictures.</summary>
    public const string Charts = "charts";
    /// <summary>What a certificate beside a result is called where nobody says otherwise.</summary>
    public const string Certificate = "certificate.json";

    /// <summary>How the names of files end that are still being written.</summary>
    public const string Unfinished = ".part";

    /// <summary>Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where the folder cannot be written.</summary>
    public static void Write(PlanView view, string folder)
    {
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(Path.Combine(folder, Charts));
        ImpossibleView.Clear(folder);
        var charts = PlanCharts.Files(view).Select(c => (Path.Combine(Charts, c.File), c.Bytes));
        // The result comes last: whoever sees it sees everything.
        foreach (var (file, bytes) in CsvTables.Of(view).Concat(PlanWorkbook.Files.Select(f => (f.Name, PlanWorkbook.Of(view, f.Language)))).Concat(charts).Append((ResultFile.FileName, Encoding.UTF8.GetBytes(ResultFile.Write(view)))))
        {
            var to = Path.Combine(folder, file);
            File.WriteAllBytes(to + Unfinished, bytes);
            File.Move(to + Unfinished, to, overwrite: true);
        }
    }

    /// <summary>Takes the files of an earlier plan out of a folder, the result first; what else is there stays, and all where no result is.</summary>
    public static void Clear(string folder)
    {
        if (!File.Exists(Path.Combine(folder, ResultFile.FileName))) return;
        string[] tables = [ResultFile.FileName, .. CsvTables.Files, .. PlanWorkbook.Files.Select(f => f.Name), Certificate];
        foreach (var file in tables) File.Delete(Path.Combine(folder, file));
        var charts = Path.Combine(folder, Charts);
        if (!Directory.Exists(charts)) return;
        foreach (var file in Directory.GetFiles(charts, "*.svg")) File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(charts).Any()) Directory.Delete(charts);
    }
}
