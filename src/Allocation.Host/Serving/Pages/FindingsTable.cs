using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Serving.Pages;

/// <summary>What is wrong with a scenario, each at its place: the same faults, words and order as <c>check</c>.</summary>
internal static class FindingsTable
{
    public static void Write(PageWriter page, IReadOnlyList<PlacedFault> faults)
    {
        var words = page.Words;
        page.Heading(words.Findings, "findings");
        if (faults.Count == 0) { page.Paragraph(words.NoFindings); return; }
        var table = new HtmlTable($"{page.Prefix}-findings-table", words.Findings, (words.State, false), (words.WhatIsWrong, false), (words.FileAndLine, false), (words.CellColumn, false));
        foreach (var file in faults.GroupBy(f => f.File, StringComparer.Ordinal))
            foreach (var f in file.OrderBy(f => f.Fault.Severity).ThenBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Fault.Code, StringComparer.Ordinal))
            {
                var subject = f.Fault.Subject;
                table.Row(new($"{words.FindingKind(f.Fault.Severity == Severity.Error)} {PersianText.Isolated(f.Fault.Code)}"),
                    new(words.Fault(f.Fault.Message.In(words.Language), f.Fault.Cure.In(words.Language))),
                    new(PersianText.Isolated(FormattableString.Invariant($"{f.File}:{f.Line}:{f.Column}"))),
                    new(words.RowAndField(subject.Table, subject.Row < 0 ? "" : words.Figures.Whole(subject.Row + 1), subject.Field)));
            }
        page.Table(table);
    }
}
