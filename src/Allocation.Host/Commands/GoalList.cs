using System.Globalization;
using System.Text.RegularExpressions;
using Allocation.Engine.Model;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary>Goals as a command line names them: NAME, NAME:PARAMETER and NAME:PARAMETER~GIVE_UP, separated by commas.</summary>
internal static partial class GoalList
{
    /// <summary>The goals in order, over the outcome, weights and shift of <paramref name="like"/>; null where one could not be read, which <paramref name="wrong"/> says with its cure.</summary>
    public static Goal[]? Read(string text, Goal like, Words words, out string wrong)
    {
        var goals = new List<Goal>();
        wrong = "";
        foreach (var said in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var found = Form().Match(said);
            var name = found.Groups["name"].Value;
            var (read, parameter) = Number(found.Groups["parameter"]);
            var (also, give) = Number(found.Groups["give"]);
            wrong = found.Success && read && also ? MeasureParameter.Wrong(name, parameter, option: false, words) ?? "" : words.GoalsMisspelt(said);
            if (wrong.Length > 0) return null;
            goals.Add(like.Under(name, parameter) with { MayGiveUp = give ?? 0 });
        }
        return [.. goals];
    }

    // Read where it is not there, or is a number.
    private static (bool Read, decimal? Value) Number(Group said) => !said.Success ? (true, null)
        : decimal.TryParse(said.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (true, value) : (false, null);

    [GeneratedRegex(@"^(?<name>[a-z-]+)(:(?<parameter>[0-9.]+))?(~(?<give>[0-9.]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
