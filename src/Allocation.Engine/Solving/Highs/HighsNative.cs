using System.Reflection;
using System.Runtime.InteropServices;

namespace Allocation.Engine.Solving.Highs;

/// <summary>The part of HiGHS' C API that is used (HiGHS 1.12, MIT). The library comes with the OR-Tools runtime packages; HighsInt is 32 bits there.</summary>
internal static unsafe partial class HighsNative
{
    private const string Library = "highs";

    /// <summary>A callback that HiGHS asks from time to time whether to stop a MIP run; also told of each improving plan.</summary>
    public const int CallbackMipInterrupt = 6;

    static HighsNative() => NativeLibrary.SetDllImportResolver(typeof(HighsNative).Assembly, Resolve);

    [LibraryImport(Library)] public static partial nint Highs_create();
    [LibraryImport(Library)] public static partial void Highs_destroy(nint highs);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int Highs_setBoolOptionValue(nint highs, string option, int value);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int Highs_setIntOptionValue(nint highs, string option, int value);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int Highs_setDoubleOptionValue(nint highs, string option, double value);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int Highs_setStringOptionValue(nint highs, string option, string value);
    [LibraryImport(Library)]
    public static partial int Highs_passMip(nint highs, int columns, int rows, int entries, int format, int sense, double offset, double* cost, double* columnLower, double* columnUpper,
        double* rowLower, double* rowUpper, int* start, int* index, double* value, int* integrality);
    [LibraryImport(Library)] public static partial int Highs_changeObjectiveSense(nint highs, int sense);
    [LibraryImport(Library)] public static partial int Highs_addRow(nint highs, double lower, double upper, int entries, int* index, double* value);
    [LibraryImport(Library)] public static partial int Highs_addCol(nint highs, double cost, double lower, double upper, int entries, int* index, double* value);
    [LibraryImport(Library)] public static partial int Highs_changeColCost(nint highs, int column, double cost);
    [LibraryImport(Library)] public static partial int Highs_changeColBounds(nint highs, int column, double lower, double upper);
    [LibraryImport(Library)] public static partial int Highs_changeRowBounds(nint highs, int row, double lower, double upper);
    [LibraryImport(Library)] public static partial double Highs_getRunTime(nint highs);
    [LibraryImport(Library)] public static partial int Highs_run(nint highs);
    [LibraryImport(Library)] public static partial int Highs_getModelStatus(nint highs);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int Highs_getDoubleInfoValue(nint highs, string info, out double value);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int Highs_getIntInfoValue(nint highs, string info, out int value);
    [LibraryImport(Library)] public static partial int Highs_getSolution(nint highs, double* columnValue, double* columnDual, double* rowValue, double* rowDual);
    [LibraryImport(Library)] public static partial int Highs_setSolution(nint highs, double* columnValue, double* rowValue, double* columnDual, double* rowDual);
    [LibraryImport(Library)]
    public static partial int Highs_setCallback(nint highs, delegate* unmanaged[Cdecl]<int, byte*, void*, CallbackIn*, void*, void> callback, void* user);
    [LibraryImport(Library)] public static partial int Highs_startCallback(nint highs, int kind);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial void* Highs_getCallbackDataOutItem(void* dataOut, string item);

    /// <summary>What a callback hands back; only the first field is ours to write. HiGHS puts its own pointer first.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct CallbackIn
    {
        public void* Owner;
        public int Interrupt;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return 0;
        var (file, system) = OperatingSystem.IsWindows() ? ("highs.dll", "win") : OperatingSystem.IsMacOS() ? ("libhighs.1.dylib", "osx") : ("libhighs.so.1", "linux");
        var architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        string[] places = [file, Path.Combine("runtimes", $"{system}-{architecture}", "native", file)];
        foreach (var place in places)
            if (NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, place), out var handle)) return handle;
        return NativeLibrary.TryLoad(file, assembly, path, out var found) ? found
            : throw new DllNotFoundException($"{file} is not beside the program: it comes with the package Google.OrTools.runtime.{system}-{architecture}.");
    }
}
