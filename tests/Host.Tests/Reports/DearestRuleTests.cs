using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Tests.Commands;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

/// <summary>A rule is called the dearest, and a fund the one where more money does most, only where no other may be.</summary>
public sealed class DearestRuleTests
{
    [Theory]
    [InlineData(0.01, "en", "The dearest rule is", "More money does most in")]
    [InlineData(0.03, "en", "Which rule or lock costs most is not known", "In which fund more money does most is not known")]
    [InlineData(0.03, "fa", "معلوم نیست کدام قاعده یا الزام", "معلوم نیست پول بیشتر در کدام منبع")]
    [InlineData(null, "en", "Could cost more than the first of these: \"B\"", "Could do more than the first of these: \"B\"")]
    public void Only_where_no_other_may_cost_or_bring_more(double? second, string lang, string rule, string fund)
    {
        var answer = ResultFile.View<RulesAnswerView>(Shell.Run("explain", "rules", Approved.At("scenarios/council-evening"), "--format", "json").Output);
        var (anyRule, anyFund) = (answer.Rules[0], answer.Funds[0]);
        // Proven to bring at least 2 %, at most 2.5 %; the other nothing, or up to what is asked about.
        LossView first = new(-0.025, -0.02, -0.025, -0.02), other = new(second is null ? null : -second.Value, 0, second is null ? null : -second.Value, 0);
        answer = answer with
        {
            Rules = [.. new[] { ("A", first), ("B", other) }.Select(x => anyRule with { Rule = anyRule.Rule with { Name = Text.Same(x.Item1) }, Without = anyRule.Without with { Loss = x.Item2 } })],
            Funds = [.. new[] { ("A", first), ("B", other) }.Select(x => anyFund with { Fund = anyFund.Fund with { Name = Text.Same(x.Item1) }, With = anyFund.With with { Loss = x.Item2 } })],
        };
        var said = string.Join(' ', RulesAnswerText.Sentences(answer, new(answer.About, Words.In(lang == "fa" ? Language.Fa : Language.En))));
        Assert.Contains(rule, said, StringComparison.Ordinal);
        Assert.Contains(fund, said, StringComparison.Ordinal);
    }
}
