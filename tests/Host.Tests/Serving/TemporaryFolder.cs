namespace Allocation.Host.Tests.Serving;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("serving-").FullName;
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
