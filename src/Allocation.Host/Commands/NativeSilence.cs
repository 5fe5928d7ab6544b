using System.Runtime.InteropServices;

namespace Allocation.Host.Commands;

/// <summary>
/// While this lives, what native code prints to standard output goes nowhere: HiGHS has lines that no option turns off, and standard output is the report's alone.
/// Nothing of this program may be written to standard output meanwhile. Linux only; elsewhere it does nothing.
/// </summary>
internal sealed partial class NativeSilence : IDisposable
{
    private const int StandardOutput = 1;
    private readonly int _kept = -1;

    public NativeSilence()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var nowhere = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write);
        _ = Flush(0);
        _kept = Duplicate(StandardOutput);
        if (_kept >= 0) _ = Replace((int)nowhere.DangerousGetHandle(), StandardOutput);
    }

    public void Dispose()
    {
        if (_kept < 0) return;
        _ = Flush(0); // what the C library still holds is thrown away too
        _ = Replace(_kept, StandardOutput);
        _ = Close(_kept);
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Replace(int from, int to);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int Flush(nint stream);
}
