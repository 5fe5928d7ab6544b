using System.Globalization;

namespace Allocation.Host.Reports.Page;

/// <summary>Which option is which, said once at the top: its number, its name, its answer. Everywhere else an option is its number.</summary>
internal sealed class OptionList(PageWriter page, IReadOnlyList<(string Label, PlanWords Plan)> options)
{
    private readonly Words _words = page.Words;

    public void Write()
    {
        page.Raw("<dl class=\"options\">");
        for (var i = 0; i < options.Count; i++)
        {
            var (label, plan) = options[i];
            var name = Name(plan);
            page.Raw($"<dt id=\"{page.Prefix}-o{(i + 1).ToString(CultureInfo.InvariantCulture)}\">{PageWriter.Escape(name.Length == 0 ? label : $"{label}: {name}")}</dt><dd>{PageWriter.Escape(plan.Sentences)}</dd>");
        }
        page.Raw("</dl>");
        foreach (var line in Proofs()) page.Paragraph(line, "proof");
        if (options.Count > 1) page.Paragraph(_words.ProofsApart, "quiet");
        foreach (var line in Together(p => p.RestsOn is { } kind ? [kind] : [])) page.Paragraph(line, "quiet");
        foreach (var line in Together(p => p.GoalLines)) page.Paragraph(line, "quiet");
    }

    /// <summary>Lines of all options, each once, and whose they are where not every option says them.</summary>
    public IEnumerable<string> Together(Func<PlanWords, IEnumerable<string>> lines) =>
        from said in options.SelectMany(o => lines(o.Plan).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Select(line => (o.Label, line))).GroupBy(s => s.line, s => s.Label, StringComparer.Ordinal)
        select said.Count() == options.Count ? said.Key : $"{string.Join(_words.And, said)}: {said.Key}";

    // Options that are all proven best differ only in how closely; the widest gap holds for each.
    private IEnumerable<string> Proofs() => options.All(o => o.Plan.ProvenBest)
        ? [_words.EachProvenBest(_words.Figures.Gap(options.Max(o => o.Plan.View.Measure.Gap!.Value)), _words.Figures.Gap(options.Max(o => o.Plan.View.Tolerance)), options.All(o => o.Plan.View.ProofKind == Engine.ProofKind.Prices))]
        : Together(p => [p.Proof]);

    // What sets options apart: the scenarios' names, or the measures.
    private string Name(PlanWords plan)
    {
        bool Differ(Func<PlanView, string> what) => options.Select(o => what(o.Plan.View)).Distinct(StringComparer.Ordinal).Count() > 1;
        return Differ(v => v.Scenario) ? plan.Name(plan.View.Name) : Differ(v => v.Measure.Name) ? plan.MeasureShort : "";
    }
}
