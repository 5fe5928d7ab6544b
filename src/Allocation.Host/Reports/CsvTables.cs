using System.Globalization;
using System.Text;
using Allocation.Engine.Model;
using CsvHelper;

namespace Allocation.Host.Reports;

/// <summary>A plan as tables for a spreadsheet: UTF-8 with a byte order mark (Excel needs it to read Persian), invariant numbers, names in both languages.</summary>
internal static class CsvTables
{
    private const string Districts = "districts.csv", Neighbourhoods = "neighbourhoods.csv", Projects = "projects.csv", Funds = "funds.csv", Rules = "rules.csv";

    /// <summary>What the tables of a plan are called.</summary>
    public static IReadOnlyList<string> Files { get; } = [Districts, Neighbourhoods, Projects, Funds, Rules];

    /// <summary>File name and bytes of each table.</summary>
    public static IEnumerable<(string File, byte[] Bytes)> Of(PlanView view)
    {
        yield return (Districts, Table(["district", "name_fa", "name_en", .. s_placeColumns], view.Districts.Select(p => (string[])[p.Id, p.Name.Fa, p.Name.En, .. Place(p, view)])));
        yield return (Neighbourhoods, Table(["neighbourhood", "name_fa", "name_en", "district", .. s_placeColumns],
            view.Neighbourhoods.Select(p => (string[])[p.Id, p.Name.Fa, p.Name.En, p.District, .. Place(p, view)])));
        yield return (Projects, Table(["project", "name_fa", "name_en", "sector", "site", "kind", "carry_over", "choice", "share", "full_cost", "money", "unit", "funds"],
            view.Projects.Select(p => (string[])[
                p.Id, p.Name.Fa, p.Name.En, p.Sector, p.Site ?? "", Word(p.Kind), p.CarryOver ? "yes" : "no", Number(p.Choice), Number(p.Share), Number(p.FullCost), Number(p.Money), view.Unit.Name.En,
                string.Join(';', p.Funds.Select(f => $"{f.Id}={Number(f.Money)}"))])));
        yield return (Funds, Table(["fund", "name_fa", "name_en", "kind", "amount", "used", "unit"],
            view.Funds.Select(f => (string[])[f.Id, f.Name.Fa, f.Name.En, f.Kind == FundKind.Cash ? "cash" : "in-kind", Number(f.Amount), Number(f.Used), view.Unit.Name.En])));
        yield return (Rules, Table(["rule", "name_fa", "name_en", "kind", "used", "at_least", "at_most", "binding", "reason_fa", "reason_en", "owner_fa", "owner_en"],
            view.Rules.Select(r => (string[])[
                r.Id, r.Name.Fa, r.Name.En, Word(r.Kind), Number(r.Used), Number(r.AtLeast), Number(r.AtMost), r.Binding ? "yes" : "no", r.Reason.Fa, r.Reason.En, r.Owner.Fa, r.Owner.En])));
    }

    /// <summary>The points of a frontier.</summary>
    public static byte[] Of(Frontiers.FrontierView view) => Table(["point", "fairness", "second", "gap", "mean", "worst_off", "spent", "funded", "unit"],
        view.Points.Select((p, i) => (string[])[Number(i + 1), Number((decimal)p.First), Number((decimal)p.Second), Number((decimal?)p.Gap), Number((decimal)p.Mean), Number((decimal)p.Worst),
            Number(p.Spent), Number(p.Funded), view.Unit.Name.En]));

    /// <summary>The budgets of a sweep; projects by id, parted by semicolons.</summary>
    public static byte[] Of(Sweeps.SweepView view) => Table(["change", "budget", "state", "value", "bound", "gap", "proof", "of_budget", "spent", "funded", "enter", "leave", "unit"],
        view.Budgets.Select(b => (string[])[Number(b.Change), Number(b.Budget), Word(b.State), Number((decimal?)b.Value), Number((decimal?)b.Bound), Number((decimal?)b.Gap), b.Proof is { } proof ? Word(proof) : "",
            Number(b.OfBudget), Number(b.Spent), Number(b.Funded), string.Join(';', b.Entering.Select(p => p.Id)), string.Join(';', b.Leaving.Select(p => p.Id)), view.Unit.Name.En]));

    private static readonly string[] s_placeColumns = ["residents", "deprivation", "before", "after", "ceiling", "money", "money_per_resident", "unit"];

    private static string[] Place(PlaceView p, PlanView view) =>
        [Number(p.Residents), Number(p.Deprivation), Number(p.Before), Number(p.After), Number(p.Ceiling), Number(p.Money), Number(p.MoneyPerResident), view.Unit.Name.En];

    private static byte[] Table(string[] columns, IEnumerable<string[]> rows)
    {
        using var text = new StringWriter { NewLine = "\r\n" };
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
            foreach (var row in rows.Prepend(columns))
            {
                foreach (var cell in row) csv.WriteField(cell);
                csv.NextRecord();
            }
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Number(decimal? value) => value is { } number ? number.ToString("0.############", CultureInfo.InvariantCulture) : "";

    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
