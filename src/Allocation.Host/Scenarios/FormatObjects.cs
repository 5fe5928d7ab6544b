namespace Allocation.Host.Scenarios;

/// <summary>The objects of scenario.json in format version 1.</summary>
internal static class FormatObjects
{
    public const int Version = 1, MostRules = 200_000;

    public static readonly Shape Money = new("money",
        [new("unit", Form.Names, true, "the money unit's name"), new("rials", Form.Whole, true, "its worth in Iranian rials, 0 for another currency")]);

    public static readonly Shape Outcome = new("outcome",
    [
        new("kind", Form.Word, true, "what a neighbourhood ends up with") { Words = ["attainment", "benefit", "money"] },
        new("needWeighted", Form.YesNo, false, "money only: per resident and deprivation"),
    ]);

    public static readonly Shape Measure = new("measure",
    [
        new("name", Form.Word, true, "the measure") { Words = Allocation.Engine.Model.Goal.MeasureNames }, new("parameter", Form.Amount, false, "atkinson: 0 or more, 1 unless stated; worst-share: the share, 0.2 unless stated; threshold and threshold-leximin: the difference, 0.1 unless stated; leximin: the resolution, 0.001 unless stated"),
        new("weights", Form.Word, false, "residents unless stated") { Words = ["residents", "places"] }, new("shift", Form.Amount, false, "added to every outcome, 0 unless stated"),
    ]);

    public static readonly Shape Scope = new("scope",
    [
        new("districts", Form.Ids, false, "only these districts"), new("neighbourhoods", Form.Ids, false, "only these neighbourhoods"), new("sectors", Form.Ids, false, "only these sectors"),
        new("services", Form.Ids, false, "only what adds to these services"), new("funds", Form.Ids, false, "only these funds"), new("projects", Form.Ids, false, "only these projects"),
        new("fundKind", Form.Word, false, "only such funds") { Words = ["cash", "in-kind"] }, new("carryOver", Form.YesNo, false, "only carry-over projects"),
        new("minDeprivation", Form.Share, false, "only neighbourhoods at least this deprived"),
    ]);

    public static readonly IReadOnlyList<Shape> Rules =
    [
        Rule("money", In("scope"), Whole("floor"), Whole("ceiling")),
        Rule("per-head", In("scope"), new Key("per", Form.Word, true, "each of these") { Words = ["neighbourhood", "district"] }, new Key("amount", Form.Amount, true, "money units per resident")),
        Rule("share", In("part"), In("whole"), Share("atLeast"), Share("atMost")),
        Rule("lock", new Key("project", Form.Id, true, "a project's id"), Yes("must"), Yes("mustNot"), Whole("level"), Share("share"), Whole("mostLevel"), Share("mostShare")),
        Rule("prerequisite", new Key("project", Form.Id, true, "a project's id"), new Key("requires", Form.Ids, true, "projects' ids")),
        Rule("count", In("scope"), Whole("atLeast"), Whole("atMost")),
        Rule("outcome-floor", new Key("places", Form.Inner, true, "a scope that names places only") { Shape = Scope }, Amount("atLeast", "the least outcome, in its own unit"), new Key("levels", Form.Figures, false, "neighbourhoods by id, each with its own least")),
        Rule("inequality", new Key("index", Form.Word, true, "what is limited") { Words = Indices }, Amount("atLeast", "concentration and fifths-ratio only"), Amount("atMost", "a number")),
        Rule("protect", In("scope"), Whole("ceiling"), new Key("atOnce", Form.Whole, true, "how many projects may run over together"), Share("overrun"), new Key("overruns", Form.Figures, false, "projects by id, each with its own share")),
        Rule("either-or", new Key("projects", Form.Ids, true, "projects' ids")),
    ];

    public static readonly Shape Head = new("scenario",
    [
        new("$schema", Form.Text, false, "where the schema is"), new("format", Form.Whole, true, "1"), new("id", Form.Id, true, "an id of its own"), new("name", Form.Names, true, "the scenario's name"),
        new("city", Form.Names, true, "the city's name"), new("fiscalYear", Form.Text, true, "the fiscal year"), new("money", Form.Inner, true, "the money unit") { Shape = Money },
        new("outcome", Form.Inner, false, "the outcome") { Shape = Outcome }, new("measure", Form.Inner, false, "the measure") { Shape = Measure },
        new("notes", Form.Names, false, "what a reader should know about the data"),
    ]);

    /// <summary>The words of <see cref="Allocation.Engine.Model.InequalityIndex"/>, in its order.</summary>
    public static string[] Indices => ["gini", "concentration", "hoover", "range", "fifths-ratio"];

    private static Shape Rule(string type, params Key[] keys) => new(type,
    [
        new("id", Form.Id, true, "an id of its own"), new("type", Form.Word, true, "the kind of rule") { Words = [type] }, new("name", Form.Names, true, "the rule's name"),
        new("reason", Form.Names, true, "why the rule is there"), new("owner", Form.Names, false, "who answers for it; required for locks"), .. keys,
    ]);

    private static Key In(string name) => new(name, Form.Inner, true, "a scope") { Shape = Scope };
    private static Key Whole(string name) => new(name, Form.Whole, false, "a whole number");
    private static Key Share(string name) => new(name, Form.Share, false, "a share, 0 to 1");
    private static Key Amount(string name, string about) => new(name, Form.Amount, false, about);
    private static Key Yes(string name) => new(name, Form.YesNo, false, "true");
}
