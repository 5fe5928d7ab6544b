using System.Text;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Tests.Scenarios;

/// <summary>A scenario folder that lives for one test, filled from texts.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder() => Path = Directory.CreateTempSubdirectory("allocation-scenario-").FullName;

    public string Path { get; }

    public ScratchFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public ScratchFolder With(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        return this;
    }

    public LoadedScenario Load() => ScenarioFolder.Load(Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
