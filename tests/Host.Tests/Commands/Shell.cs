using Allocation.Host.Commands;
using Allocation.Host.Tests.Scenarios;

namespace Allocation.Host.Tests.Commands;

/// <summary>One command line run inside this process: its exit code and what it wrote.</summary>
internal sealed record Shell(int Exit, string Output, string Errors)
{
    /// <summary>The scenario with one of everything.</summary>
    public static string Sample => Approved.At("tests/Host.Tests/Commands/sample");

    public static Shell Run(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = Verbs.Run(arguments, output, error);
        return new(exit, output.ToString(), error.ToString());
    }
}
