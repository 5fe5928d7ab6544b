using Allocation.Engine.Model;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Import.Pabulib;

/// <summary>What counts as the benefit of a project.</summary>
internal enum BenefitKind
{
    /// <summary>The points of the ballots, as the election counted them.</summary>
    Points,
    /// <summary>The voters who gave it anything above 0: comparable between vote types.</summary>
    Supporters,
}

/// <summary>Choices of an import. <paramref name="Shift"/> (points per resident, above 0) keeps the geometric mean defined while a place has nothing.</summary>
internal sealed record PbOptions(BenefitKind Benefit = BenefitKind.Points, decimal Shift = 1);

/// <summary>A scenario's parts, or null where a fault stands in the way; warnings may stand beside them. <paramref name="Files"/> were read and hold
/// <paramref name="Elections"/>, none where one of them has an error; the scenario's projects are theirs in the same order, less those withdrawn.</summary>
internal sealed record PbImported(ScenarioParts? Parts, IReadOnlyList<PlacedFault> Faults, IReadOnlyList<string> Files, IReadOnlyList<PbElection> Elections);

/// <summary>Files, or folders of them, as one scenario.</summary>
internal static class PbImport
{
    public static PbImported Run(IReadOnlyList<string> paths, PbOptions options)
    {
        var faults = new List<PlacedFault>();
        var files = new List<string>();
        foreach (var path in paths) files.AddRange(Expand(path, faults));
        foreach (var twice in files.GroupBy(Path.GetFullPath, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Refuse(faults, PbFaults.FileTwice, Path.GetFileName(twice.Key));
        var readings = faults.Count > 0 ? [] : files.Select(PbReader.ReadFile).ToArray();
        foreach (var reading in readings) faults.AddRange(reading.Faults);
        if (HasErrors(faults)) return new(null, faults, files, []);
        PbElection[] elections = [.. readings.Select(r => r.Election!)];
        var (parts, found) = CityScenario.From(elections, options);
        faults.AddRange(found);
        return new(HasErrors(faults) ? null : parts, faults, files, elections);
    }

    private static bool HasErrors(List<PlacedFault> faults) => faults.Any(f => f.Fault.Severity == Severity.Error);

    private static string[] Expand(string path, List<PlacedFault> faults)
    {
        if (!Directory.Exists(path)) return [path];
        string[] files = [.. Directory.EnumerateFiles(path, "*.pb").Order(StringComparer.Ordinal)];
        if (files.Length == 0) Refuse(faults, PbFaults.NoFiles, path);
        return files;
    }

    private static void Refuse(List<PlacedFault> faults, FaultKind kind, string value) =>
        faults.Add(new(kind.At(new Subject(value, -1, "", ""), value), value, 1, 1));
}
