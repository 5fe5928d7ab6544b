using Allocation.Host.Import.Pabulib;
using Allocation.Host.Tests.Scenarios;

namespace Allocation.Host.Tests.Import;

/// <summary>Small elections written for these tests.</summary>
internal static class Samples
{
    public const string Folder = "tests/Host.Tests/Import/samples";

    public static IEnumerable<string> All => Directory.EnumerateFiles(Approved.At(Folder), "*.pb", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static string At(string name) => Approved.At($"{Folder}/{name}");

    public static PbElection Read(string name)
    {
        var reading = PbReader.ReadFile(At(name));
        return reading.Election ?? throw new InvalidOperationException(string.Join("\n", reading.Faults.Select(f => $"{f.Line}:{f.Column} {f.Fault.Code} {f.Fault.Message.En}")));
    }

    public static decimal[] Points(string name, BenefitKind kind = BenefitKind.Points)
    {
        var election = Read(name);
        var tally = Tally.Of(election, new int[election.Ballots.Count], 1, kind);
        return [.. election.Projects.Select((_, p) => tally.Total(p))];
    }
}
