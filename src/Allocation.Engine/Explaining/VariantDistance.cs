using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>How far two variants of a city are apart.</summary>
internal static class VariantDistance
{
    /// <summary>How many statements are new, gone or changed, money amounts of funds aside; and by how much funds differ, in whole money units.</summary>
    public static (int Statements, Int128 Money) Between(Scenario a, Scenario b)
    {
        var statements = (a.Goal == b.Goal && a.Parts.LaterGoals.SequenceEqual(b.Parts.LaterGoals) ? 0 : 1)
            + Changed(a.Neighbourhoods, b.Neighbourhoods, n => n.Id) + Changed(a.Services, b.Services, s => s.Id)
            + Changed(a.Projects, b.Projects, p => p.Id) + Changed(a.Rules, b.Rules, r => r.Id)
            + Changed([.. a.Funds.Select(f => f with { Amount = 0 })], [.. b.Funds.Select(f => f with { Amount = 0 })], f => f.Id);
        Int128 money = 0;
        foreach (var fund in b.Funds) money += Int128.Abs((Int128)fund.Amount - (a.Ids.Funds.TryGetValue(fund.Id, out var at) ? a.Funds[at].Amount : 0));
        return (statements, money);
    }

    // Variants mostly share their lists and the statements in them: the same object is the same statement.
    private static int Changed<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, string> id) where T : class
    {
        if (ReferenceEquals(a, b)) return 0;
        var known = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var x in a) known.TryAdd(id(x), x);
        var changed = 0;
        foreach (var x in b) if (!known.Remove(id(x), out var was) || !(ReferenceEquals(was, x) || was.Equals(x))) changed++;
        return changed + known.Count;
    }
}
