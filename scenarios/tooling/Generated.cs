using Allocation.Engine.Model;
using Allocation.Scenarios.MidSize;
using Allocation.Scenarios.Qom;

namespace Allocation.Scenarios;

/// <summary>Every scenario that is made by a program rather than by hand: always the same, byte for byte.</summary>
internal static class Generated
{
    public static IEnumerable<ScenarioParts> All() => [QomScenario.Make(), MidSizeScenario.Make()];
}
