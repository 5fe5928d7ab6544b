using System.Text;

namespace Allocation.Host.Reports;

/// <summary>Writes <c>result.json</c> and the tables of a plan into a folder. Each file is written beside its place and moved there, so that nobody reads half of one.</summary>
internal static class ResultFolder
{
    /// <summary>Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where the folder cannot be written.</summary>
    public static void Write(PlanView view, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, bytes) in CsvTables.Of(view).Prepend((ResultFile.FileName, Encoding.UTF8.GetBytes(ResultFile.Write(view)))))
        {
            var to = Path.Combine(folder, file);
            File.WriteAllBytes(to + ".part", bytes);
            File.Move(to + ".part", to, overwrite: true);
        }
    }
}
