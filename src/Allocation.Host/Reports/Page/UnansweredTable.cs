namespace Allocation.Host.Reports.Page;

/// <summary>Needs for which nobody has proposed a project, for the whole city, as the page and the annex list them.</summary>
internal static class UnansweredTable
{
    /// <param name="plan">The plan whose scenario has them.</param>
    /// <param name="id">The table's id.</param>
    /// <param name="link">Where a neighbourhood leads; null = nowhere.</param>
    public static HtmlTable Of(PlanWords plan, string id, Func<string, string>? link = null)
    {
        var (words, figures) = (plan.Words, plan.Words.Figures);
        var table = new HtmlTable(id, words.UnansweredHead, (words.Neighbourhood, false), (words.ServiceColumn, false), (words.Residents, true), (words.Deprivation, true));
        foreach (var u in plan.View.Unanswered)
            table.Row(new(plan.Name(u.NeighbourhoodName), null, link?.Invoke(u.Neighbourhood)), new(u.ServiceName is { } service ? plan.Name(service) : words.AnythingAtAll),
                new(figures.Whole(u.Residents), u.Residents), new(figures.Fixed(u.Deprivation, 2), u.Deprivation));
        return table;
    }
}
