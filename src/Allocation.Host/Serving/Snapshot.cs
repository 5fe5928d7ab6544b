using Allocation.Host.Scenarios;

namespace Allocation.Host.Serving;

/// <summary>A copy of a scenario and of all that it extends, so that a run is about the files as they were when it was asked for.</summary>
internal static class Snapshot
{
    /// <summary>Copies into <paramref name="to"/>, each file at its place inside <paramref name="root"/>; the answer is the copy's path.</summary>
    public static string Copy(LoadedScenario scenario, string root, string to)
    {
        for (var at = scenario; at is not null; at = at.Parent)
        {
            var target = At(at);
            if (!Directory.Exists(at.Path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(at.Path, target, overwrite: true);
                continue;
            }
            Directory.CreateDirectory(target);
            foreach (var file in Directory.EnumerateFiles(at.Path))
                if (Path.GetFileName(file) is var name && (name == ScenarioFolder.FileName || name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))) File.Copy(file, Path.Combine(target, name), overwrite: true);
        }
        return At(scenario);

        string At(LoadedScenario one) => Path.GetFullPath(Path.Combine(to, Path.GetRelativePath(root, Path.GetFullPath(one.Path))));
    }
}
