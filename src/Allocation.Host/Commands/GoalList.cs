using System.Globalization;
using System.Text.RegularExpressions;
using Allocation.Engine.Model;

namespace Allocation.Host.Commands;

/// <summary>Goals as a command line names them: NAME, NAME:PARAMETER and NAME:PARAMETER~GIVE_UP, separated by commas.</summary>
internal static partial class GoalList
{
    /// <summary>The goals in order, over the outcome, weights and shift of <paramref name="like"/>; null where <paramref name="odd"/> could not be read.</summary>
    public static Goal[]? Read(string text, Goal like, out string odd)
    {
        var goals = new List<Goal>();
        odd = "";
        foreach (var said in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var (found, name) = (Form().Match(said), Form().Match(said).Groups["name"].Value);
            if (!found.Success || !Number(found, "parameter", Goal.UsualParameter(name), out var parameter) || !Number(found, "give", 0, out var give)) { odd = said; return null; }
            goals.Add(like with { Measure = name, Parameter = parameter, MayGiveUp = give, Shift = name == "atkinson" ? like.Shift : 0 });
        }
        return [.. goals];
    }

    private static bool Number(System.Text.RegularExpressions.Match match, string group, decimal usual, out decimal value)
    {
        value = usual;
        return !match.Groups[group].Success || decimal.TryParse(match.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex(@"^(?<name>[a-z-]+)(:(?<parameter>[0-9.]+))?(~(?<give>[0-9.]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
