using System.Globalization;
using System.Text.Json;
using Allocation.Engine;
using Allocation.Engine.Measures;

namespace Allocation.Host.Reports;

/// <summary>Where a solve stands: seconds since its start, the best value and the bound so far in the measure's unit, and the gap relative to the measure's own scale (null = not known yet).</summary>
internal sealed record ProgressLine(double Seconds, string Stage, double? Value, double? Bound, double? Gap)
{
    private static readonly JsonSerializerOptions s_oneLine = new(JsonSerializerDefaults.Web);

    public static ProgressLine Of(SolveProgress at, Measure measure)
    {
        double? value = Known(at.Value), bound = Known(at.Bound);
        return new(at.Elapsed.TotalSeconds, at.Stage, value, bound, value is { } v && bound is { } b ? Math.Max(0, (b - v) / measure.GapScale(v)) : null);
    }

    public string Json() => JsonSerializer.Serialize(this, s_oneLine);

    /// <summary>The line that <see cref="Json"/> wrote, or null where the text is something else.</summary>
    public static ProgressLine? Read(string text)
    {
        if (!text.StartsWith('{')) return null;
        try { return JsonSerializer.Deserialize<ProgressLine>(text, s_oneLine); }
        catch (JsonException) { return null; }
    }

    public string Said(Words words)
    {
        var figures = words.Figures;
        var seconds = figures.Whole((decimal)Math.Floor(Seconds));
        if (Value is not { } value) return words.NoPlanYet(seconds);
        string Number(double? number) => number is { } known ? figures.Spelled(known.ToString("0.000000", CultureInfo.InvariantCulture)) : "–";
        return words.Progress(seconds, Number(value), Number(Bound), Gap is { } gap ? figures.Gap(gap) : "–");
    }

    private static double? Known(double? number) => number is { } n && double.IsFinite(n) ? n : null;
}
