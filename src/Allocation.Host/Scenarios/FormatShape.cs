namespace Allocation.Host.Scenarios;

/// <summary>How a value is written.</summary>
internal enum Form
{
    Id, Text, Whole, Amount, Share, Word, YesNo, Ids,
    /// <summary><c>{ "fa": …, "en": … }</c>, in tables the two columns <c>key_fa</c> and <c>key_en</c>.</summary>
    Names,
    /// <summary>An object of its own.</summary>
    Inner,
    /// <summary>An object from ids to numbers.</summary>
    Figures,
}

/// <summary>A key of an object, or a column of a table.</summary>
internal sealed record Key(string Name, Form Form, bool Required, string About)
{
    public IReadOnlyList<string> Words { get; init; } = [];
    public Shape? Shape { get; init; }
}

/// <summary>The keys an object may have.</summary>
internal sealed record Shape(string Name, IReadOnlyList<Key> Keys);

/// <summary>A table, as CSV or inline, with the most rows it may have.</summary>
internal sealed record TableShape(string Name, int MostRows, IReadOnlyList<Key> Columns)
{
    /// <summary>The columns as CSV writes them, a pair for every name.</summary>
    public IReadOnlyList<string> Header { get; } = [.. Columns.SelectMany(c => c.Form == Form.Names ? [c.Name + "_fa", c.Name + "_en"] : new[] { c.Name })];
}
