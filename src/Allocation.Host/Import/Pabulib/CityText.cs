using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>The words of an imported scenario.</summary>
internal static class CityText
{
    private const int Longest = 2_000;

    /// <summary>A text on one line, without control characters, of a length that a table can hold.</summary>
    public static string Clean(string text)
    {
        var words = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)];
    }

    public static Text Name(IReadOnlyList<PbElection> elections)
    {
        var first = elections[0];
        if (elections.Count == 1) return new("", Clean(first.Description.Length > 0 ? first.Description : first.File));
        var (unit, count) = (Clean(first.Unit), FaultKind.Number(elections.Count));
        return new(Clean($"{count.Fa} بودجه مشارکتی با هم: {unit} {first.Instance}"), Clean($"{unit} {first.Instance}: {count.En} participatory budgets as one"));
    }

    private const int MostFiles = 3;

    // Every project and place names its own file as its source: the note is for readers.
    private static Text Files(IReadOnlyList<PbElection> elections)
    {
        var said = string.Join(", ", elections.Take(MostFiles).Select(e => e.File));
        var more = FaultKind.Number(elections.Count - MostFiles);
        return elections.Count <= MostFiles ? Text.Same(said) : new($"{said} و {more.Fa} پرونده دیگر", $"{said} and {more.En} more");
    }

    public static Text Notes(IReadOnlyList<PbElection> elections, PbOptions options)
    {
        var shift = FaultKind.Number(options.Shift);
        var (files, number) = (Files(elections), FaultKind.Number(elections.Count));
        var what = options.Benefit == BenefitKind.Points ? new Text("امتیاز برگه‌های رأی", "points of the ballots") : new("شمار پشتیبانان", "supporters");
        return new(
            $"از {number.Fa} پرونده رأی‌گیری واقعی بودجه مشارکتی: {files.Fa}. ساکنان رأی‌دهندگان‌اند؛ فایده {what.Fa} است؛ محرومیت دانسته نیست و صفر نوشته شده. " +
            $"جابه‌جایی {shift.Fa} است تا میانگین هندسی در محله‌ای که هنوز چیزی ندارد تعریف شود.",
            $"From {number.En} files of real participatory budgets: {files.En}. Residents are voters; benefit is {what.En}; deprivation is unknown and stands as 0. " +
            $"The shift is {shift.En}, so that the geometric mean is defined while a neighbourhood has nothing.");
    }
}
