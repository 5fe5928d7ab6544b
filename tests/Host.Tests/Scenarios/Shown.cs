using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Allocation.Host.Tests.Scenarios;

/// <summary>A value with everything in it, as text: records inside lists then compare by what they hold.</summary>
internal static class Shown
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        // Dividing by one with many zeros takes the trailing zeros off.
        decimal number => (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Of)) + "]",
        _ when value.GetType().IsPrimitive || value.GetType().IsEnum => value.ToString()!,
        _ => value.GetType().Name + "{" + string.Join("; ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={Of(p.GetValue(value))}")) + "}",
    };
}
