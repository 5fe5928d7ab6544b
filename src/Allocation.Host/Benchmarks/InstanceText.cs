using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Allocation.Engine.Model;

namespace Allocation.Host.Benchmarks;

/// <summary>
/// An instance as plain lines of ASCII, one thing a line, so that its SHA-256 says whether somebody else's generator makes the same instance. Written apart
/// from the scenario format, which may grow: the layout is in <c>docs/instances.md</c>.
/// </summary>
internal static class InstanceText
{
    /// <summary>SHA-256 of the lines, in lower-case hexadecimal.</summary>
    public static string Hash(ScenarioParts parts)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Lines(parts)) sha.AppendData(Encoding.ASCII.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    public static IEnumerable<string> Lines(ScenarioParts parts)
    {
        foreach (var s in parts.Services) yield return Line("service", s.Id, Milli(s.Standard), s.Weight);
        foreach (var n in parts.Neighbourhoods) yield return Line("neighbourhood", n.Id, n.District, n.Residents, Milli(n.Deprivation));
        foreach (var s in parts.Stocks) yield return Line("stock", s.Neighbourhood, s.Service, Milli(s.Amount));
        foreach (var p in parts.Projects)
        {
            yield return Line("project", p.Id, p.Sector, Word(p.Kind.ToString()), p.Steps, p.LeastSteps);
            foreach (var l in p.Levels) yield return Line("level", [l.Cost, .. l.Outputs.SelectMany(o => new object[] { o.Service, Milli(o.Amount) })]);
            foreach (var r in p.Reach) yield return Line("reach", Word(r.Kind.ToString()), r.Kind is ReachKind.Neighbourhood or ReachKind.District ? r.Place : "-", Milli(r.Share));
        }
        foreach (var f in parts.Funds)
            yield return Line("fund", f.Id, Word(f.Kind.ToString()), f.Amount, f.Match is { } m ? $"{m.Pays}:{m.ForEvery}" : "-", List(f.Eligibility.Sectors), List(f.Eligibility.Districts));
        foreach (var r in parts.Rules) yield return Of(r);
    }

    private static string Of(Rule rule) => rule switch
    {
        MoneyRule m => Line("money", m.Id, Of(m.Scope), m.Floor is { } f ? f : "-", m.Ceiling is { } c ? c : "-"),
        ShareRule s => Line("share", s.Id, Of(s.Part), Of(s.Whole), s.AtLeast is { } a ? Milli(a) : "-"),
        PrerequisiteRule p => Line("prerequisite", p.Id, p.Project, List(p.Requires)),
        CountRule c => Line("count", c.Id, Of(c.Scope), c.AtMost is { } k ? k : "-"),
        _ => throw new NotSupportedException($"The generator makes no {rule.GetType().Name}."),
    };

    private static string Of(Scope s) =>
        $"[{List(s.Districts)} {List(s.Sectors)} {List(s.Projects)} {(s.MinDeprivation is { } d ? Milli(d).ToString(CultureInfo.InvariantCulture) : "-")}]";

    private static string Line(string head, params object[] rest) =>
        head + " " + string.Join(' ', rest.Select(r => Convert.ToString(r, CultureInfo.InvariantCulture)));

    private static string List(IReadOnlyList<string> ids) => ids.Count == 0 ? "-" : string.Join(',', ids);
    private static string Word(string name) => name.ToLowerInvariant();
    private static long Milli(decimal amount) => (long)(amount * 1000);
}
