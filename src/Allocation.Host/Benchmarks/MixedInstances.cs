using Allocation.Engine.Model;

namespace Allocation.Host.Benchmarks;

/// <summary>What only the shape "mixed" has: phased and divisible projects, prerequisites, either/ors, three funds, and rules on shares and sectors.</summary>
internal static class MixedInstances
{
    private const int Steps = 10;
    private static readonly Provenance Made = new("instance generator, docs/instances.md", true);

    /// <summary>Every 20th project needs the one before it, every 33rd excludes it; both stand where that one stands.</summary>
    public static bool SharesSiteWithPrevious(int p) => Needs(p) || Excludes(p);
    private static bool Needs(int p) => p % 20 == 19;
    private static bool Excludes(int p) => p % 33 == 32 && !Needs(p);

    /// <summary>A project of the kind that was drawn: below 20 phased (40 %, 70 % and all of the output for 45 %, 75 % and all of the cost), below 30
    /// divisible in ten steps of which it needs two, else whole. The caller fills in the rest.</summary>
    public static Project Shaped(int kind, Text name, long cost, Func<int, IReadOnlyList<Output>> outputs)
    {
        var phased = kind < 20;
        return new()
        {
            Id = "",
            Name = name,
            Sector = "",
            Kind = phased ? ProjectKind.Phased : kind < 30 ? ProjectKind.Divisible : ProjectKind.Whole,
            Levels = phased
                ? [Phase(1, cost * 45 / 100, outputs(40)), Phase(2, cost * 75 / 100, outputs(70)), Phase(3, cost, outputs(100))]
                : [new(name, cost, outputs(100), 0)],
            Steps = kind is >= 20 and < 30 ? Steps : 1,
            LeastSteps = kind is >= 20 and < 30 ? 2 : 1,
            Reach = [],
        };
    }

    private static Level Phase(int k, long cost, IReadOnlyList<Output> outputs) => new(new($"مرحله {k}", $"Phase {k}"), cost, outputs, 0);

    /// <summary>70 % of the budget as general cash, 15 % as a grant of one for two in the first sector, 15 % in kind in every fourth district.</summary>
    public static IReadOnlyList<Fund> Funds(long budget, int districts) =>
    [
        new() { Id = "general", Name = new("بودجه", "General budget"), Amount = budget * 70 / 100, Kind = FundKind.Cash, Provenance = Made },
        new()
        {
            Id = "province", Name = new("کمک استان", "Provincial grant"), Amount = budget * 15 / 100, Kind = FundKind.Cash,
            Eligibility = new() { Sectors = ["s1"] }, Match = new(1, 2), Provenance = Made,
        },
        new()
        {
            Id = "land", Name = new("زمین", "Land"), Amount = budget * 15 / 100, Kind = FundKind.InKind,
            Eligibility = new() { Districts = [.. Enumerable.Range(0, districts).Where(d => d % 4 == 0).Select(InstanceGenerator.DistrictId)] }, Provenance = Made,
        },
    ];

    public static void AddRules(List<Rule> rules, Project[] projects, long budget)
    {
        rules.Add(new ShareRule
        {
            Id = "under-served", Name = new("سهم محله‌های کم‌برخوردار", "Part of the under-served"), Reason = new("نیاز آن‌ها بیشتر است", "Their need is greater"),
            Part = new() { MinDeprivation = 0.6m }, Whole = Scope.Everything, AtLeast = 0.35m,
        });
        for (var s = 1; s <= InstanceGenerator.Sectors; s++)
            rules.Add(new MoneyRule
            {
                Id = $"floor-s{s}", Name = new($"کف کمیسیون {s}", $"Floor of commission {s}"), Reason = new("هر کمیسیون کاری دارد", "Every commission has work to do"),
                Scope = new() { Sectors = [$"s{s}"] }, Floor = budget / 10,
            });
        for (var p = 1; p < projects.Length; p++)
        {
            if (Needs(p))
                rules.Add(new PrerequisiteRule
                {
                    Id = $"needs-p{p + 1}", Name = new($"پیش‌نیاز پروژه {p + 1}", $"Prerequisite of project {p + 1}"), Reason = new("بر آن بنا می‌شود", "It is built on it"),
                    Project = projects[p].Id, Requires = [projects[p - 1].Id],
                });
            if (Excludes(p))
                rules.Add(new CountRule
                {
                    Id = $"either-p{p + 1}", Name = new($"یا پروژه {p} یا {p + 1}", $"Either project {p} or {p + 1}"), Reason = new("جای هر دو یکی است", "Both need the same plot"),
                    Scope = new() { Projects = [projects[p - 1].Id, projects[p].Id] }, AtMost = 1,
                });
        }
    }
}
