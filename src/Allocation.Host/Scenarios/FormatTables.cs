namespace Allocation.Host.Scenarios;

/// <summary>The tables of format version 1: what reader, writer and schema go by.</summary>
internal static class FormatTables
{
    public static readonly TableShape Districts = Table("districts", 10_000, Id(), Name("the district's name"));

    public static readonly TableShape Sectors = Table("sectors", 200, Id(), Name("the council commission's name"));

    public static readonly TableShape Services = Table("services", 100, Id(), Name("the service's name"), new("unit", Form.Names, false, "what it is counted in"),
        new("standard", Form.Amount, true, "per resident, above 0"), new("weight", Form.Whole, true, "whole, 0 or more"));

    public static readonly TableShape Neighbourhoods = Table("neighbourhoods", 50_000, Id(), Name("the neighbourhood's name"),
        new("district", Form.Id, true, "a district's id"), new("residents", Form.Whole, true, "whole, 1 or more"), new("deprivation", Form.Share, true, "0 to 1, 1 the most deprived"));

    public static readonly TableShape Stocks = Table("stocks", 1_000_000, new("neighbourhood", Form.Id, true, "a neighbourhood's id"), new("service", Form.Id, true, "a service's id"),
        new("amount", Form.Amount, true, "in the service's unit, 0 or more"));

    public static readonly TableShape Needs = new("needs", 1_000_000,
    [
        new("neighbourhood", Form.Id, true, "a neighbourhood's id"), new("service", Form.Id, true, "a service's id"), new("weight", Form.Whole, true, "whole, 0 or more"),
        new("set_by", Form.Text, true, "vote, visit or words"), new("source", Form.Text, true, "where it comes from"), new("synthetic", Form.YesNo, false, "yes where nobody published it"),
        new("date", Form.Text, true, "when it was set"),
    ]);

    public static readonly TableShape Projects = Table("projects", 1_000_000, Id(), Name("the project's name"), new("sector", Form.Id, true, "a sector's id"),
        new("kind", Form.Word, false, "whole unless stated") { Words = ["whole", "phased", "divisible"] },
        new("cost", Form.Whole, false, "whole money units; required unless phased"), new("steps", Form.Whole, false, "divisible: into how many equal steps, 100 unless stated"),
        new("least", Form.Share, false, "divisible: the least share"), new("benefit", Form.Amount, false, "points, 0 unless stated"), new("carry_over", Form.YesNo, false, "begun in an earlier year"));

    public static readonly TableShape Levels = Table("levels", 1_000_000, new("project", Form.Id, true, "a phased project's id"), new("level", Form.Whole, true, "1, 2, …"),
        Name("the level's name"), new("cost", Form.Whole, true, "whole money units, of all the work up to this level"), new("benefit", Form.Amount, false, "points, 0 unless stated"));

    public static readonly TableShape Outputs = Table("outputs", 2_000_000, new("project", Form.Id, true, "a project's id"), new("level", Form.Whole, false, "phased: the level's number"),
        new("service", Form.Id, true, "a service's id"), new("amount", Form.Amount, true, "in the service's unit, 0 or more"));

    public static readonly TableShape Reach = Table("reach", 2_000_000, new("project", Form.Id, true, "a project's id"),
        new("place", Form.Id, true, "a neighbourhood's id, district:ID, * or city"), new("share", Form.Share, true, "above 0, at most six decimals; a project's shares add up to 1"));

    public static readonly TableShape Funds = Table("funds", 500, Id(), Name("the fund's name"), new("amount", Form.Whole, true, "whole money units"),
        new("kind", Form.Word, true, "cash or in-kind") { Words = ["cash", "in-kind"] },
        new("districts", Form.Ids, false, "pays only for projects in these"), new("neighbourhoods", Form.Ids, false, "pays only for projects in these"),
        new("sectors", Form.Ids, false, "pays only for projects of these"), new("services", Form.Ids, false, "pays only for projects that add to these"),
        new("projects", Form.Ids, false, "pays only for these"), new("match_pays", Form.Whole, false, "a matching grant pays so much …"),
        new("match_for_every", Form.Whole, false, "… for every so much from other funds"));

    public static readonly TableShape Goals = new("goals", 10,
    [
        new("name", Form.Word, true, "a measure") { Words = Allocation.Engine.Model.Goal.MeasureNames }, new("parameter", Form.Amount, false, "the measure's parameter"),
        new("weights", Form.Word, false, "residents unless stated") { Words = ["residents", "places"] }, new("shift", Form.Amount, false, "added to every outcome, 0 unless stated"),
        new("give_up", Form.Share, false, "the share of its best value that later goals may take, 0 unless stated"),
    ]);

    public static readonly TableShape LastYear = Table("last_year", 50_000, new("neighbourhood", Form.Id, true, "a neighbourhood's id"), new("money", Form.Whole, true, "what it got, in whole money units"));

    public static readonly IReadOnlyList<TableShape> All = [Districts, Sectors, Services, Neighbourhoods, Stocks, Needs, Projects, Levels, Outputs, Reach, Funds, Goals, LastYear];

    private static Key Id() => new("id", Form.Id, true, "an id of its own");

    private static Key Name(string about) => new("name", Form.Names, false, about);

    private static TableShape Table(string name, int mostRows, params Key[] columns) => new(name, mostRows,
    [
        .. columns, new("source", Form.Text, false, "where it comes from"), new("synthetic", Form.YesNo, false, "yes where nobody published it"), new("date", Form.Text, false, "the data's date"),
    ]);
}
