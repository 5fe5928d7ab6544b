using System.Globalization;

namespace Allocation.Engine.Model;

/// <summary>Projects with their levels, outputs and reach. Rows of levels, outputs and reach are counted through all projects in order (levels of phased projects only).</summary>
internal static class ProjectChecks
{
    public const int MostSteps = 10_000;

    public static void Run(Findings found)
    {
        found.IdsOf("projects", found.Parts.Projects.Select(p => (p.Id, p.Name)));
        var (levels, outputs, reaches, money) = (0, 0, 0, 0m);
        var housed = found.Parts.Neighbourhoods.Select(n => n.District).ToHashSet(StringComparer.Ordinal);
        for (var p = 0; p < found.Parts.Projects.Count; p++)
        {
            var project = found.Parts.Projects[p];
            var at = new Subject("projects", p, project.Id, "sector");
            found.Refers(at, project.Sector, "sectors");
            if (project.Levels.Count == 0) found.Add(Faults.NoLevels, at with { Field = "kind" }, "");
            if (project.Kind != ProjectKind.Phased && project.Levels.Count > 1) found.Add(Faults.LevelsOfOther, at with { Field = "kind" }, "");
            Levels(found, project, at, ref levels);
            if (project.Kind == ProjectKind.Divisible) Steps(found, project, at);
            Outputs(found, project, ref outputs);
            Reach(found, project, at, housed, ref reaches);
            money += project.Levels.Select(l => (decimal)l.Cost).DefaultIfEmpty(0).Max();
        }
        if (money > Findings.MostMoney) found.Add(Faults.MoneyTooLarge, new("projects", -1, "", "cost"), Findings.Plain(money), ("limit", FaultKind.Number(Findings.MostMoney)));
    }

    private static void Levels(Findings found, Project project, Subject at, ref int levels)
    {
        for (var l = 0; l < project.Levels.Count; l++)
        {
            var level = project.Levels[l];
            var here = project.Kind == ProjectKind.Phased ? new Subject("levels", levels++, project.Id, "cost") : at with { Field = "cost" };
            found.Above0(here, level.Cost, Findings.MostMoney);
            found.Within(here with { Field = "benefit" }, level.Benefit, 0, Findings.MostAmount);
            if (project.Kind == ProjectKind.Phased) found.Named(here with { Field = "name" }, level.Name);
            if (l > 0 && level.Cost <= project.Levels[l - 1].Cost)
                found.Add(Faults.LevelsNotRising, here, Plain(level.Cost), ("before", FaultKind.Number(project.Levels[l - 1].Cost)));
        }
    }

    private static void Steps(Findings found, Project project, Subject at)
    {
        if (!found.Within(at with { Field = "steps" }, project.Steps, 1, MostSteps)) return;
        found.Within(at with { Field = "least" }, project.LeastSteps, 1, project.Steps);
        if (project.Levels.Count > 0 && project.Levels[0].Cost % project.Steps != 0)
            found.Add(Faults.StepsDoNotDivide, at with { Field = "cost" }, Plain(project.Levels[0].Cost), ("steps", FaultKind.Number(project.Steps)));
    }

    private static void Outputs(Findings found, Project project, ref int outputs)
    {
        foreach (var level in project.Levels)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var output in level.Outputs)
            {
                var at = new Subject("outputs", outputs++, project.Id, "service");
                found.Refers(at, output.Service, "services");
                if (!seen.Add(output.Service)) found.Add(Faults.RowTwice, at, $"{project.Id}, {output.Service}");
                found.Within(at with { Field = "amount" }, output.Amount, 0, Findings.MostAmount);
            }
        }
    }

    private static void Reach(Findings found, Project project, Subject at, HashSet<string> housed, ref int reaches)
    {
        var seen = new HashSet<(ReachKind, string)>();
        var (sum, sound) = (0m, true);
        foreach (var reach in project.Reach)
        {
            var here = new Subject("reach", reaches++, project.Id, "place");
            switch (reach.Kind)
            {
                case ReachKind.Neighbourhood: found.Refers(here, reach.Place, "neighbourhoods"); break;
                case ReachKind.District:
                    if (found.Refers(here, reach.Place, "districts") && !housed.Contains(reach.Place)) found.Add(Faults.EmptyDistrict, here, reach.Place);
                    break;
                default: break;
            }
            if (!seen.Add((reach.Kind, reach.Place))) found.Add(Faults.RowTwice, here, $"{project.Id}, {reach.Place}");
            sound &= found.Above0(here with { Field = "share" }, reach.Share, 1) && found.Sixth(here with { Field = "share" }, reach.Share);
            if (sound) sum += reach.Share;
        }
        if (sound && sum != 1) found.Add(Faults.SharesNotOne, at with { Field = "reach" }, Findings.Plain(sum));
    }

    private static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);
}
