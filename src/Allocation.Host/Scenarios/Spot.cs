namespace Allocation.Host.Scenarios;

/// <summary>A place in a file: line and column count from 1, columns in UTF-16 characters.</summary>
internal readonly record struct Spot(string File, int Line, int Column)
{
    /// <summary>The beginning of a file, for what concerns all of it.</summary>
    public static Spot Start(string file) => new(file, 1, 1);
}
