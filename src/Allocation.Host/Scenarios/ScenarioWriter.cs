using System.Text;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Writes parts in folder form: the head and the rules as JSON, everything else as CSV.</summary>
internal static class ScenarioWriter
{
    // Half a surrogate pair cannot be written and must not become another character.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(ScenarioParts parts, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, ScenarioFolder.FileName), HeadWriter.Json(parts), Strict);
        foreach (var table in Tables(parts))
        {
            var path = Path.Combine(folder, table.FileName);
            if (table.IsEmpty) File.Delete(path); else File.WriteAllText(path, table.ToString(), Strict);
        }
    }

    private static IEnumerable<CsvWriter> Tables(ScenarioParts parts)
    {
        var table = new CsvWriter(FormatTables.Districts);
        foreach (var d in parts.Districts) table.Row(("id", d.Id), ("name", d.Name), ("", d.Provenance));
        yield return table;
        table = new CsvWriter(FormatTables.Sectors);
        foreach (var s in parts.Sectors) table.Row(("id", s.Id), ("name", s.Name));
        yield return table;
        table = new CsvWriter(FormatTables.Services);
        foreach (var s in parts.Services) table.Row(("id", s.Id), ("name", s.Name), ("unit", s.Unit), ("standard", s.Standard), ("weight", s.Weight), ("", s.Provenance));
        yield return table;
        table = new CsvWriter(FormatTables.Neighbourhoods);
        foreach (var n in parts.Neighbourhoods)
            table.Row(("id", n.Id), ("name", n.Name), ("district", n.District), ("residents", n.Residents), ("deprivation", n.Deprivation), ("", n.Provenance));
        yield return table;
        table = new CsvWriter(FormatTables.Stocks);
        foreach (var s in parts.Stocks) table.Row(("neighbourhood", s.Neighbourhood), ("service", s.Service), ("amount", s.Amount), ("", s.Provenance));
        yield return table;
        table = new CsvWriter(FormatTables.Needs);
        foreach (var n in parts.Needs) table.Row(("neighbourhood", n.Neighbourhood), ("service", n.Service), ("weight", n.Weight), ("set_by", n.SetBy), ("", n.Provenance));
        yield return table;
        table = new CsvWriter(FormatTables.Projects);
        foreach (var p in parts.Projects) table.Row([.. Cells(p)]);
        yield return table;
        table = new CsvWriter(FormatTables.Levels);
        foreach (var p in parts.Projects.Where(p => p.Kind == ProjectKind.Phased))
            for (var l = 0; l < p.Levels.Count; l++) table.Row(("project", p.Id), ("level", l + 1), ("name", p.Levels[l].Name), ("cost", p.Levels[l].Cost), ("benefit", Unless0(p.Levels[l].Benefit)));
        yield return table;
        table = new CsvWriter(FormatTables.Outputs);
        foreach (var p in parts.Projects)
            for (var l = 0; l < p.Levels.Count; l++)
                foreach (var o in p.Levels[l].Outputs) table.Row(("project", p.Id), ("level", p.Kind == ProjectKind.Phased ? l + 1 : null), ("service", o.Service), ("amount", o.Amount));
        yield return table;
        table = new CsvWriter(FormatTables.Reach);
        foreach (var p in parts.Projects)
            foreach (var r in p.Reach) table.Row(("project", p.Id), ("place", Place(r)), ("share", r.Share));
        yield return table;
        table = new CsvWriter(FormatTables.Funds);
        foreach (var f in parts.Funds)
            table.Row(("id", f.Id), ("name", f.Name), ("amount", f.Amount), ("kind", f.Kind == FundKind.Cash ? "cash" : "in-kind"), ("districts", f.Eligibility.Districts),
                ("neighbourhoods", f.Eligibility.Neighbourhoods), ("sectors", f.Eligibility.Sectors), ("services", f.Eligibility.Services), ("projects", f.Eligibility.Projects),
                ("match_pays", f.Match?.Pays), ("match_for_every", f.Match?.ForEvery), ("", f.Provenance));
        yield return table;
        table = new CsvWriter(FormatTables.Goals);
        if (parts.LaterGoals.Count > 0)
            foreach (var g in parts.LaterGoals.Prepend(parts.Goal))
                table.Row(("name", g.Measure), ("parameter", g.Parameter), ("weights", g.Weighting == Weighting.Places ? "places" : "residents"), ("shift", g.Shift), ("give_up", Unless0(g.MayGiveUp)));
        yield return table;
        table = new CsvWriter(FormatTables.LastYear);
        foreach (var l in parts.LastYear) table.Row(("neighbourhood", l.Neighbourhood), ("money", l.Money), ("", l.Provenance));
        yield return table;
    }

    private static IEnumerable<(string, object?)> Cells(Project p)
    {
        yield return ("id", p.Id);
        yield return ("name", p.Name);
        yield return ("sector", p.Sector);
        yield return ("kind", p.Kind switch { ProjectKind.Phased => "phased", ProjectKind.Divisible => "divisible", _ => null });
        yield return ("carry_over", p.CarryOver ? "yes" : null);
        yield return ("", p.Provenance);
        if (p.Kind == ProjectKind.Phased) yield break;
        yield return ("cost", p.Levels[0].Cost);
        yield return ("benefit", Unless0(p.Levels[0].Benefit));
        if (p.Kind != ProjectKind.Divisible) yield break;
        yield return ("steps", p.Steps);
        yield return ("least", p.LeastSteps == 1 ? null : Steps.Share(p.LeastSteps, p.Steps));
    }

    private static decimal? Unless0(decimal value) => value == 0 ? null : value;

    private static string Place(Reach reach) => reach.Kind switch
    {
        ReachKind.Neighbourhood => reach.Place,
        ReachKind.District => "district:" + reach.Place,
        ReachKind.Everywhere => "*",
        _ => "city",
    };
}
