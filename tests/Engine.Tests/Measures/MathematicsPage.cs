using System.Globalization;
using System.Text.RegularExpressions;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.House;

namespace Allocation.Engine.Tests.Measures;

/// <summary>The tables of docs/mathematics.md, as tests read them.</summary>
internal static partial class MathematicsPage
{
    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "mathematics.md"));

    /// <summary>The cells of every row of the one table whose heading begins with these cells, without the heading.</summary>
    public static string[][] Table(params string[] heading)
    {
        var at = Enumerable.Range(0, s_lines.Length).Single(i => Cells(s_lines[i]).Take(heading.Length).SequenceEqual(heading));
        return [.. s_lines.Skip(at + 2).TakeWhile(l => l.StartsWith('|')).Select(Cells)];
    }

    /// <summary>What stands under a heading of the second level.</summary>
    public static string Section(string heading) => string.Join('\n', s_lines.SkipWhile(l => l != $"## {heading}").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)));

    /// <summary>The measure's name in a cell, which is what stands between the first two backticks.</summary>
    public static string Name(string cell) => cell.Split('`')[1];

    /// <summary>The goal that a cell such as "`atkinson`, ε = 2, s = 0.1, by place" states.</summary>
    public static Goal GoalIn(string cell)
    {
        var (name, figures) = (Name(cell), Figure().Matches(cell).ToDictionary(m => m.Groups[1].Value, m => Number(m.Groups[2].Value)));
        return new()
        {
            Measure = name, Shift = figures.GetValueOrDefault("s"), Parameter = figures.Where(f => f.Key != "s").Select(f => f.Value).DefaultIfEmpty(1).Single(),
            Weighting = cell.EndsWith("by place", StringComparison.Ordinal) ? Weighting.Places : Weighting.Residents,
        };
    }

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>An outcome of the page in billionths.</summary>
    public static long Outcome(string text) => (long)(Number(text) * OutcomeModel.Unit);

    private static string[] Cells(string line) => line.StartsWith('|') ? [.. line.Trim('|').Split(" | ").Select(c => c.Trim())] : [];

    [GeneratedRegex(@"(\p{L}) = ([0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
