using System.Text.Json;
using System.Text.Json.Serialization;
using Allocation.Engine;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>Where a solve stands: seconds since its start, the best value and the bound so far in the measure's unit, the gap relative to the measure's own scale (null = not known yet), and whether value and bound are shares, which are said in per cent.</summary>
internal sealed record ProgressLine(double Seconds, string Stage, double? Value, double? Bound, double? Gap, bool Share)
{
    public static ProgressLine Of(SolveProgress at, Goal goal)
    {
        var measure = MeasureCatalogue.For(goal);
        double? value = Known(at.Value), bound = Known(at.Bound);
        return new(at.Elapsed.TotalSeconds, at.Stage, value, bound, value is { } v && bound is { } b ? Math.Max(0, (b - v) / measure.GapScale(v)) : null, goal.Outcome == OutcomeKind.Attainment || MeasureView.ShareOfAll(goal.Measure));
    }

    public string Json() => JsonSerializer.Serialize(this, ProgressJson.Default.ProgressLine);

    /// <summary>The line that <see cref="Json"/> wrote, or null where the text is something else.</summary>
    public static ProgressLine? Read(string text)
    {
        if (!text.StartsWith('{')) return null;
        try { return JsonSerializer.Deserialize(text, ProgressJson.Default.ProgressLine); }
        catch (JsonException) { return null; }
    }

    /// <summary>In words, with figures as the report has them.</summary>
    public string Said(Words words)
    {
        var figures = words.Figures;
        var seconds = figures.Whole((decimal)Math.Floor(Seconds));
        if (Value is not { } value) return words.NoPlanYet(seconds);
        return words.Progress(seconds, Number(value, up: false), Number(Bound, up: true), Gap is { } gap ? figures.Gap(gap) : "–");

        string Number(double? number, bool up)
        {
            if (number is not { } known || Math.Abs(known) > 1e15) return "–";
            return up ? figures.Most((decimal)known, Share) : Share ? figures.Percent((decimal)known, 2) : figures.Fixed((decimal)known, Figures.DecimalsFor([(decimal)known]));
        }
    }

    private static double? Known(double? number) => number is { } n && double.IsFinite(n) ? n : null;
}

/// <summary>How the line is written, made when the program is built.</summary>
[JsonSerializable(typeof(ProgressLine))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class ProgressJson : JsonSerializerContext;
