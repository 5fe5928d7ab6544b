using System.Text.RegularExpressions;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Xunit;

namespace Allocation.Engine.Tests.House;

/// <summary>What a measure is, it says itself, or its row among the words of the format does: code that asks which one it has in hand would have to be found again for every new one.</summary>
public sealed partial class MeasureQuestions
{
    // Where that is asked, and why; a folder where the path ends in a stroke.
    private static readonly string[] Exceptions =
    [
        // The two registers: which rows and searches serve a measure.
        "src/Allocation.Engine/Solving/MeasureMethods.cs", "src/Allocation.Engine/Prices/MeasureSearches.cs",
        // The verifier and the check share nothing with what they look at, and read every measure again; certificates' names in one place.
        "src/Allocation.Engine/Verification/MeasureReading.cs", "src/Allocation.Engine/Verification/ProfileReading.cs",
        "src/Allocation.Check/Meaning/NamedMeasure.cs", "src/Allocation.Check/Proof/Welfare.cs", "src/Allocation.Check/Proof/RankWorth.cs", "src/Allocation.Check/Proof/ShareLevels.cs", "src/Allocation.Check/Proof/ThresholdWorth.cs", "src/Allocation.Check/Proof/LeximinOrder.cs",
        // Words for people, one file for each language; the geometric mean has a name of its own.
        "src/Allocation.Host/Reports/Words.En.cs", "src/Allocation.Host/Reports/Words.Fa.cs", "src/Allocation.Host/Reports/PlanWords.cs",
        // Models from textbooks, which know some measures and refuse the others.
        "src/Allocation.Host/Benchmarks/Textbook/",
        // Two measures are tools as well, and are not used on themselves: the worst-off's plan to begin from, and total benefit as the goal that nobody states.
        "src/Allocation.Engine/Solving/WholeModel.cs", "src/Allocation.Engine/Solving/GoalOrder.cs",
    ];

    private static readonly string s_types = string.Join('|', MeasureCatalogue.Names.Select(n => MeasureCatalogue.For(new Goal { Measure = n }).GetType().Name)), s_names = string.Join('|', MeasureCatalogue.Names);

    private static readonly Regex s_asked = new(
        $$"""\b(is|as|not|or|case)\s+\(?({{s_types}})\b(?!\()|(^|[{,(])\s*({{s_types}})\b(\s+\w+|\s*\{[^{}]*\})?\s*=>|\bMeasure:\s*({{s_types}})\b""" +
        $$"""|(==|!=|\b(is|not|or|case)|\b(Name|Measure):)\s*\(?"({{s_names}})"|(^|[{,(])\s*"({{s_names}})"\s*(=>|or\b|when\b|==)""", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    [Fact]
    public void Which_measure_it_is_is_asked_nowhere_else() => Assert.DoesNotContain(Asking(), f => !Exceptions.Any(e => Covers(e, f)));

    [Fact]
    public void Every_exception_is_one()
    {
        var asking = Asking().ToArray();
        Assert.All(Exceptions, e => Assert.Contains(asking, f => Covers(e, f)));
    }

    [Theory]
    [InlineData("""if (problem.Measure is Leximin leximin) x();""", true)]
    [InlineData("""if (problem.Measure is not WorstOff) x();""", true)]
    [InlineData("""WorstShare or GiniWelfare => 0,""", true)]
    [InlineData("""    WorstShare { Share: var q } => q,""", true)]
    [InlineData("""case Relative relative: return 1;""", true)]
    [InlineData("""(problem.Measure as Leximin)?.Profile()""", true)]
    [InlineData("""problem is { Measure: Mean }""", true)]
    [InlineData("""goal.Measure is "headcount" or "relative" """, true)]
    [InlineData("""name == "leximin" ? 1 : 2""", true)]
    [InlineData("""measure switch { "worst-share" => 0.2m, _ => 1 }""", true)]
    [InlineData("""goal is { Measure: "atkinson", Parameter: > 0 }""", true)]
    [InlineData("""var fair = new Mean();""", false)]
    [InlineData("""public decimal Mean => 1;""", false)]
    [InlineData("""var level = Leximin.AtOrAbove(outcomes, weights, 1);""", false)]
    [InlineData("""public override string Name => "leximin";""", false)]
    [InlineData("""// is Leximin, or "mean" => 1""", false)]
    public void A_question_is_recognised(string code, bool asks) => Assert.Equal(asks, s_asked.IsMatch(WithoutComments(code)));

    private static IEnumerable<string> Asking() => Repository.Files()
        .Where(f => (f.Path.StartsWith("src/", StringComparison.Ordinal) || f.Path.StartsWith("bench/", StringComparison.Ordinal)) && f.Path.EndsWith(".cs", StringComparison.Ordinal) && s_asked.IsMatch(WithoutComments(f.Text)))
        .Select(f => f.Path);

    private static bool Covers(string exception, string file) => exception.EndsWith('/') ? file.StartsWith(exception, StringComparison.Ordinal) : file == exception;

    private static string WithoutComments(string text) => Comments().Replace(text, "");

    [GeneratedRegex(@"(?<!:)//[^\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Comments();
}
