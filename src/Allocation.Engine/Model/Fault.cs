namespace Allocation.Engine.Model;

/// <summary>
/// What a fault is about: the table it stands in, the row (0-based position in that table, −1 for the table itself), the id in that row and the field.
/// A reader of files maps it to file, line and column.
/// </summary>
public sealed record Subject(string Table, int Row, string Id, string Field);

/// <summary>Whether a fault stops the input or only deserves a look.</summary>
public enum Severity { Error, Warning }

/// <summary>One thing that is wrong with an input: a stable code, where, the offending value, and what to do, in both languages.</summary>
public sealed record Fault(string Code, Subject Subject, string Value, Text Message, Text Cure)
{
    public Severity Severity { get; init; } = Severity.Error;
}

/// <summary>A value, perhaps with warnings, or every fault of the input where at least one of them is an error.</summary>
public sealed class Validated<T> where T : class
{
    private readonly T? _value;
    private Validated(T? value, IReadOnlyList<Fault> faults) => (_value, Faults) = (value, faults);

    /// <summary>Errors and warnings; warnings alone where there is a value.</summary>
    public IReadOnlyList<Fault> Faults { get; }
    public bool IsValid => _value is not null;
    /// <summary>The value. Throws where there are faults: ask <see cref="IsValid"/> first.</summary>
    public T Value => _value ?? throw new InvalidOperationException(Describe(Faults));

    private static string Describe(IReadOnlyList<Fault> faults)
    {
        var errors = faults.Where(f => f.Severity == Severity.Error).ToArray();
        return $"There are {errors.Length} errors; the first is {errors[0].Code}: {errors[0].Message.En}";
    }

    internal static Validated<T> From(T? value, IReadOnlyList<Fault> faults) => new(value, faults);
}

/// <summary>The two ways to make a <see cref="Validated{T}"/>.</summary>
public static class Validated
{
    public static Validated<T> Ok<T>(T value) where T : class => Validated<T>.From(value, []);

    public static Validated<T> Ok<T>(T value, IReadOnlyList<Fault> warnings) where T : class =>
        warnings.All(f => f.Severity == Severity.Warning) ? Validated<T>.From(value, warnings) : throw new ArgumentException("A value has no errors.", nameof(warnings));

    public static Validated<T> Fail<T>(IReadOnlyList<Fault> faults) where T : class =>
        faults.Any(f => f.Severity == Severity.Error) ? Validated<T>.From(null, faults) : throw new ArgumentException("A failure needs at least one error.", nameof(faults));
}
