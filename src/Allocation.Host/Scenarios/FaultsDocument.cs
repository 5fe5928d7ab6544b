using System.Text;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>The list of every fault in both languages: the content of docs/faults.md.</summary>
public static class FaultsDocument
{
    public static string Text { get; } = Build();

    private static string Build()
    {
        var text = new StringBuilder()
            .Append("# Faults\n\n")
            .Append("Everything that reading a scenario can find wrong, in one pass. An error stops the scenario; a warning does not. A code keeps its meaning for good. Words in braces are filled in.\n");
        foreach (var kind in Faults.All)
        {
            text.Append("\n## ").Append(kind.Code).Append(kind.Severity == Severity.Warning ? " (warning)" : "").Append("\n\n");
            text.Append(kind.Message.En).Append("  \n*").Append(kind.Cure.En).Append("*\n\n");
            text.Append("<div dir=\"rtl\">\n\n").Append(kind.Message.Fa).Append("  \n*").Append(kind.Cure.Fa).Append("*\n\n</div>\n");
        }
        return text.ToString();
    }
}
