using System.Globalization;
using Allocation.Check.Meaning;
using Allocation.Check.Proof;

namespace Allocation.Check;

/// <summary>Checks a plan to the last unit of money; gives its choices by position.</summary>
internal static class PlanCheck
{
    public static int[] Run(City city, Rows rows, Certificate certificate)
    {
        var choices = Choices(city, certificate);
        for (var p = 0; p < choices.Length; p++)
            if (choices[p] < rows.Least[p] || choices[p] > rows.Most[p]) throw new RefusedException($"a lock on {city.Projects[p].Id} is broken");

        var used = new Int128[rows.Limits.Count];
        var paid = new Dictionary<(int, int), long>();
        var left = choices.Select((k, p) => (Int128)city.Projects[p].CostOf(k)).ToArray();
        foreach (var (project, fund, amount) in certificate.Payments)
        {
            if (!city.ProjectAt.TryGetValue(project, out var p) || !city.FundAt.TryGetValue(fund, out var f)) throw new RefusedException($"a payment from '{fund}' to '{project}', which the scenario does not know");
            if (amount <= 0) throw new RefusedException($"the payment from {fund} to {project} is not above 0");
            if (!city.Payers[p].Contains(f)) throw new RefusedException($"{fund} may not pay for {project}");
            if (!paid.TryAdd((p, f), amount)) throw new RefusedException($"{fund} pays twice for {project}");
            if (amount > city.Funds[f].Part(city.Projects[p].CostOf(choices[p]))) throw new RefusedException($"{fund} pays more than its part of {project}");
            left[p] -= amount;
        }
        for (var p = 0; p < choices.Length; p++)
        {
            if (left[p] != 0) throw new RefusedException($"the payments to {city.Projects[p].Id} do not add up to what it costs");
            if (choices[p] == 0) continue;
            foreach (var (row, fund, coefficient) in rows.TermsOf(p))
                used[row] += (Int128)coefficient * (!rows.Limits[row].Money ? 1 : fund < 0 ? city.Projects[p].CostOf(choices[p]) : paid.GetValueOrDefault((p, fund)));
        }
        for (var r = 0; r < used.Length; r++)
            if (used[r] > rows.Limits[r].Most) throw new RefusedException($"the row {rows.Limits[r].Name} is broken: {used[r]} is more than {rows.Limits[r].Most}");
        return choices;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>[project] the plan's choices, each one of the project's own.</summary>
    public static int[] Choices(City city, Certificate certificate)
    {
        var choices = new int[city.Projects.Length];
        foreach (var (id, choice) in certificate.Choices)
        {
            if (!city.ProjectAt.TryGetValue(id, out var p)) throw new RefusedException($"the plan has a project '{id}' that the scenario has not");
            if (choice < city.Projects[p].Least || choice > city.Projects[p].Most) throw new RefusedException($"the plan's choice {Text(choice)} for {id} is not one of its choices");
            choices[p] = choice;
        }
        return choices;
    }
}
