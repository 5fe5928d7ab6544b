using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>
/// The rules that files state in a standard way: the most money for a category or a neighbourhood becomes a money rule over its projects, the least points with which a
/// project could win become a lock on each project below them.
/// </summary>
internal static class CityRules
{
    /// <param name="ids">[project of the file] its id in the scenario, null where it is left out.</param>
    /// <param name="points">[project of the file] its points as the election counted them.</param>
    public static IEnumerable<Rule> Of(PbElection election, string?[] ids, decimal[] points, CityMoney money, Slugs slugs)
    {
        foreach (var cap in election.Caps)
        {
            var inside = Enumerable.Range(0, ids.Length).Where(p => ids[p] is not null && Names(election.Projects[p], cap).Contains(Slugs.Key(cap.Name))).Select(p => ids[p]!).ToArray();
            if (inside.Length == 0) continue;
            yield return new MoneyRule
            {
                Id = slugs.Of("cap " + cap.Name, "cap"), Name = new($"سقف {cap.Name}", $"Cap: {cap.Name}"),
                Reason = cap.IsCategory
                    ? new($"{election.File}: سقف هزینه این دسته از پروژه‌ها", $"{election.File}: the most that projects of this category may cost")
                    : new($"{election.File}: سقف هزینه پروژه‌های این محله", $"{election.File}: the most that projects of this neighbourhood may cost"),
                Scope = new Scope { Projects = inside }, Ceiling = money.Whole(cap.Amount),
            };
        }
        if (election.Threshold <= 0) yield break;
        for (var p = 0; p < ids.Length; p++)
            if (ids[p] is { } id && points[p] < election.Threshold)
                yield return new LockRule
                {
                    Id = slugs.Of("threshold " + id, "threshold"), Name = new($"آستانه: {id}", $"Threshold: {id}"), Owner = Text.Same(election.Unit.Length > 0 ? election.Unit : election.File),
                    Reason = new($"{election.File}: کمتر از {FaultKind.Number(election.Threshold).Fa} رأی", $"{election.File}: fewer than {FaultKind.Number(election.Threshold).En} votes"),
                    Project = id, Most = 0,
                };
    }

    private static IEnumerable<string> Names(PbProject project, PbCap cap) => (cap.IsCategory ? project.Categories : project.Places).Select(Slugs.Key);
}
