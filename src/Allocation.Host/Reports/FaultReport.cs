using Allocation.Engine.Model;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Reports;

/// <summary>Faults as lines that editors can jump to, <c>file:line:column: code message cure</c>: by file, errors before warnings, then by place; and how many there are.</summary>
internal static class FaultReport
{
    public static string Of(IReadOnlyList<PlacedFault> faults, Words words)
    {
        var lines = new List<string>();
        foreach (var file in faults.GroupBy(f => f.File, StringComparer.Ordinal))
            lines.AddRange(file.OrderBy(f => f.Fault.Severity).ThenBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Fault.Code, StringComparer.Ordinal).Select(f => Line(f, words)));
        if (Counts(faults, words) is { Length: > 0 } counts) lines.Add(counts);
        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <summary>What is wrong with an option's value: its name stands where a file's place would.</summary>
    public static string OfOption(string option, Fault fault, Words words) => Line(option + ":", fault, fault.Message.In(words.Language), words);

    /// <summary>How many errors and warnings; empty where there are none.</summary>
    public static string Counts(IReadOnlyList<PlacedFault> faults, Words words)
    {
        var (errors, warnings) = (faults.Count(f => f.Fault.Severity == Severity.Error), faults.Count(f => f.Fault.Severity == Severity.Warning));
        var counts = new List<string>();
        if (errors > 0) counts.Add(words.Errors(words.Figures.Whole(errors)));
        if (warnings > 0) counts.Add(words.Warnings(words.Figures.Whole(warnings)));
        return string.Join(words.Language == Language.Fa ? "، " : ", ", counts);
    }

    private static string Line(PlacedFault placed, Words words)
    {
        var (subject, message) = (placed.Fault.Subject, placed.Fault.Message.In(words.Language));
        // Nobody counts characters to find out which column it is.
        if (FormatTables.All.FirstOrDefault(t => t.Name == subject.Table)?.Columns.FirstOrDefault(c => c.Name == subject.Field)?.Name is { } field && !message.Contains(field, StringComparison.Ordinal)) message = $"{Latin(field, words)}: {message}";
        return Line(FormattableString.Invariant($"{placed.File}:{placed.Line}:{placed.Column}:"), placed.Fault, message, words);
    }

    private static string Line(string place, Fault fault, string message, Words words) => $"{Latin($"{place} {fault.Code}", words)} {words.Fault(message, fault.Cure.In(words.Language))}";

    // Stays in Latin digits: it is for editors.
    private static string Latin(string text, Words words) => words.Language == Language.Fa ? PersianText.Isolated(text) : text;
}
