using System.Runtime.InteropServices;

namespace Allocation.Host.Benchmarks;

/// <summary>
/// Makes the C library write every line of standard output at once. Native solvers' logs are read as they run, and a pipe is otherwise written in blocks, the
/// last of which is lost when the process is ended.
/// </summary>
internal static partial class UnbufferedOutput
{
    private const int LineBuffered = 1; // _IOLBF

    public static void Ask()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out var c) || !NativeLibrary.TryGetExport(c, "stdout", out var stdout)) return;
        _ = SetBuffer(Marshal.ReadIntPtr(stdout), 0, LineBuffered, 0);
    }

    [LibraryImport("libc.so.6", EntryPoint = "setvbuf")]
    private static partial int SetBuffer(nint stream, nint buffer, int mode, nuint size);
}
