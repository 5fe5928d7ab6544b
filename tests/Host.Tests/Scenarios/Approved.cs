using Xunit;

namespace Allocation.Host.Tests.Scenarios;

/// <summary>Text that was read and found right once, and must stay so. <c>UPDATE_APPROVED=1</c> writes it anew; the change is then judged in the diff.</summary>
internal static class Approved
{
    private static readonly string s_root = FindRoot();

    /// <summary>A path inside the repository.</summary>
    public static string At(string path) => Path.Combine(s_root, path);

    public static void Holds(string path, string actual)
    {
        var file = At(path);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1") File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"{path} is not there: run the tests with UPDATE_APPROVED=1 and read what they write.");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Allocation.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
