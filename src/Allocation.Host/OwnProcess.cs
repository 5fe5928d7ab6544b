using System.Diagnostics;

namespace Allocation.Host;

/// <summary>This program once more, as a process of its own.</summary>
internal static class OwnProcess
{
    public static ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo { FileName = Environment.ProcessPath!, UseShellExecute = false };
        // Under "dotnet program.dll" the process is dotnet and the program is its first argument; in the machine's own code there is no such file.
        if (Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.OrdinalIgnoreCase)) start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "allocation-host.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }
}
