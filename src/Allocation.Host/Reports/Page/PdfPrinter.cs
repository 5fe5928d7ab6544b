using System.Diagnostics;

namespace Allocation.Host.Reports.Page;

/// <summary>What came of printing a page.</summary>
internal abstract record Printed
{
    public sealed record Done : Printed;
    /// <summary>No browser that prints is on the path.</summary>
    public sealed record NoBrowser : Printed;
    public sealed record Failed(string Browser, string Why) : Printed;
}

/// <summary>Prints a page to PDF with the Chromium, Chrome or Edge on the path, without a window and without a profile of its own left behind.</summary>
internal static class PdfPrinter
{
    private static readonly string[] s_browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    /// <summary>The first browser on the path, or null.</summary>
    public static string? Browser()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [""];
        return s_browsers.SelectMany(name => folders.SelectMany(folder => endings.Select(end => Path.Combine(folder, name + end)))).FirstOrDefault(File.Exists);
    }

    public static Printed Print(string html, string pdf)
    {
        if (Browser() is not { } browser) return new Printed.NoBrowser();
        var profile = Directory.CreateTempSubdirectory("allocation-print-");
        try { return Run(browser, profile.FullName, Path.GetFullPath(html), Path.GetFullPath(pdf)); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception) { return new Printed.Failed(browser, trouble.Message); }
        finally
        {
            try { profile.Delete(recursive: true); }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { /* a child of the browser holds a file: the system clears its temporary folder */ }
        }
    }

    private static Printed.Failed Silent(string browser, string said) => new(browser, said.Trim() is { Length: > 0 } why ? why.Split('\n')[^1] : "no file");

    private static Printed Run(string browser, string profile, string html, string pdf)
    {
        File.Delete(pdf);
        var start = new ProcessStartInfo(browser) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", $"--user-data-dir={profile}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}"])
            start.ArgumentList.Add(argument);
        // Chromium refuses its sandbox to the superuser; the page is ours and holds no script.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(html).AbsoluteUri);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            return new Printed.Failed(browser, $"no answer in {s_patience.TotalSeconds:0} s");
        }
        Task.WaitAll([errors, output], TimeSpan.FromSeconds(5));
        return File.Exists(pdf) ? new Printed.Done() : Silent(browser, errors.IsCompletedSuccessfully ? errors.Result : "");
    }
}
