using System.Globalization;
using System.Text.Json.Nodes;
using Allocation.Check;
using Allocation.Engine.Tests.Small;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

/// <summary>Certificates by levels, bent.</summary>
internal static class BentLevels
{
    /// <summary>How many of the bends (what each is, whether it must be refused, and how; false where there is nothing to bend) are refused, and how many are true all the same, in what else is looked at too.</summary>
    public static (int Refused, int Standing) Judged(string folder, JsonObject honest, double best, IEnumerable<(string What, bool Sure, Func<JsonObject, bool> Bend)> bends, Action<Verdict.Accepted>? also = null)
    {
        var (refused, standing) = (0, 0);
        foreach (var (what, sure, bend) in bends)
        {
            var bent = honest.DeepClone().AsObject();
            if (!bend(bent)) continue;
            if (CertificateChecker.Run(folder, HandMade.Bytes(bent)) is not Verdict.Accepted accepted) { refused++; continue; }
            Assert.False(sure, what);
            Assert.True((double)accepted.Bound >= best - 1e-9, $"{what}: {accepted.Bound} is below {best}");
            also?.Invoke(accepted);
            standing++;
        }
        return (refused, standing);
    }

    public static JsonArray Levels(JsonObject certificate) => certificate["proof"]!["levels"]!.AsArray();
    public static JsonObject One(JsonObject certificate, Draw draw) => Levels(certificate)[draw.From(0, Levels(certificate).Count - 1)]!.AsObject();

    public static bool Moved(JsonObject piece, string key, decimal by)
    {
        piece[key] = (decimal.Parse(piece[key]!.GetValue<string>(), CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture);
        return true;
    }

    public static bool Turn(JsonArray levels)
    {
        var first = levels[0];
        levels.RemoveAt(0);
        levels.Add(first);
        return true;
    }
}
