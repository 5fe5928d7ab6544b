using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Allocation.Host.Commands;

/// <summary>Ends the process without waiting for a solve: <see cref="Environment.Exit"/> would let the command line wait for it.</summary>
internal static partial class AtOnce
{
    private const string ShowCursor = "\u001b[?25h";

    public static void Exit(int code)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write(ShowCursor); // a progress bar hides it
        if (OperatingSystem.IsWindows()) Process.GetCurrentProcess().Kill();
        else EndProcess(code);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void EndProcess(int code);
}
