namespace Allocation.Host.Scenarios;

/// <summary>The keys of a variant: a scenario that states only how it differs from another (format version 1, scenarios/README.md).</summary>
internal static class FormatVariant
{
    /// <summary>The key that makes a scenario a variant.</summary>
    public const string Extends = "extends";

    public static readonly Shape Scale = new("scale",
        [new("funds", Form.Amount, false, "every fund times this"), new("costs", Form.Amount, false, "every project's cost times this")]);

    public static readonly IReadOnlyList<Key> Head =
    [
        new("$schema", Form.Text, false, "where the schema is"), new(Extends, Form.Text, true, "the scenario it differs from"), new("format", Form.Whole, true, "1"),
        new("id", Form.Id, true, "an id of its own"), new("name", Form.Names, true, "the variant's name"), new("fiscalYear", Form.Text, false, "another fiscal year"),
        new("outcome", Form.Inner, false, "another outcome") { Shape = FormatObjects.Outcome }, new("measure", Form.Inner, false, "another measure") { Shape = FormatObjects.Measure },
        new("notes", Form.Names, false, "what a reader should know"), new("scale", Form.Inner, false, "all money or all costs, times a number") { Shape = Scale },
        new("withoutRules", Form.Ids, false, "rules that do not hold here"),
    ];

    public static readonly TableShape Funds = new("funds", FormatTables.Funds.MostRows,
        [new("id", Form.Id, true, "a fund's id"), new("amount", Form.Whole, true, "its amount here, in whole money units")]);

    public static readonly TableShape Projects = new("projects", FormatTables.Projects.MostRows,
        [new("id", Form.Id, true, "a project's id"), new("cost", Form.Whole, true, "its cost here, in whole money units; phased projects: see levels")]);

    public static readonly TableShape Levels = new("levels", FormatTables.Levels.MostRows,
    [
        new("project", Form.Id, true, "a phased project's id"), new("level", Form.Whole, true, "1, 2, …"), new("cost", Form.Whole, true, "its cost here, in whole money units"),
    ]);

    public static readonly IReadOnlyList<TableShape> All = [Funds, Projects, Levels, FormatTables.Goals];
}
