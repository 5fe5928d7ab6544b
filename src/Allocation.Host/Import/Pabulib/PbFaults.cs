using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>What can be wrong with the files of one import, in both languages: BA30xx stop it, BA39xx are warnings and say what was done. A code keeps its meaning.</summary>
internal static partial class PbFaults
{
    private static class Known { public static readonly List<FaultKind> List = []; }

    // A static constructor runs after every field of every part of this class has its value.
    static PbFaults() => All = [.. Known.List.OrderBy(k => k.Code, StringComparer.Ordinal)];

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<FaultKind> All { get; }

    private static FaultKind Error(string code, string fa, string en, string cureFa, string cureEn) => Add(new(code, Severity.Error, new(fa, en), new(cureFa, cureEn)));

    private static FaultKind Warning(string code, string fa, string en, string cureFa, string cureEn) => Add(new(code, Severity.Warning, new(fa, en), new(cureFa, cureEn)));

    private static FaultKind Add(FaultKind kind)
    {
        Known.List.Add(kind);
        return kind;
    }
}
