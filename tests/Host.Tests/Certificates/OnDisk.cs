using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using CsCheck;
using System.Runtime.CompilerServices;

namespace Allocation.Host.Tests.Certificates;

/// <summary>Tiny scenarios written to disk one after the other, with their hash and a source of further draws.</summary>
internal static class OnDisk
{
    public static void Sample(Gen<Scenario> scenarios, int iterations, Action<Scenario, string, string, Draw> look, [CallerMemberName] string name = "")
    {
        using var folder = new ScratchFolder();
        Gen.Select(scenarios, Gen.ULong).Holds((scenario, seed) =>
        {
            ScenarioFolder.Write(scenario.Parts, folder.Path);
            look(scenario, folder.Path, folder.Load().Hash, new Draw(new PCG(3, seed)));
        }, iterations, name: name);
    }
}
