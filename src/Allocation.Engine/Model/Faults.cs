namespace Allocation.Engine.Model;

/// <summary>
/// Every fault of an input, with its wording in both languages: BA10xx files, BA11xx keys and words, BA12xx numbers, BA13xx ids, BA14xx projects,
/// BA15xx the whole, BA16xx rules, BA19xx warnings. A code never changes its meaning; docs/faults.md is written from this list.
/// </summary>
public static partial class Faults
{
    private static class Known { public static readonly List<FaultKind> List = []; }

    // A static constructor runs after every field of every part of this class has its value.
    static Faults() => All = [.. Known.List.OrderBy(k => k.Code, StringComparer.Ordinal)];

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<FaultKind> All { get; }

    private static FaultKind Error(string code, string fa, string en, string cureFa, string cureEn) => Add(code, Severity.Error, fa, en, cureFa, cureEn);

    private static FaultKind Warning(string code, string fa, string en, string cureFa, string cureEn) => Add(code, Severity.Warning, fa, en, cureFa, cureEn);

    private static FaultKind Add(string code, Severity severity, string fa, string en, string cureFa, string cureEn)
    {
        var kind = new FaultKind(code, severity, new(fa, en), new(cureFa, cureEn));
        Known.List.Add(kind);
        return kind;
    }
}
