using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Small;

/// <summary>
/// Laws held against drawn cases. Draws are the same on every run and machine, so that a change is judged by what it changes; the variable <c>DRAWS</c> (a number, 0 unless
/// set) asks for other ones, and <c>DRAW</c> for a single one of them.
/// </summary>
internal static class Laws
{
    private static readonly ulong s_draws = Number("DRAWS") ?? 0;
    private static readonly ulong? s_draw = Number("DRAW");

    /// <summary>Asserts a law for as many drawn cases, up to so many at once.</summary>
    public static void Holds<T>(this Gen<T> cases, Action<T> law, int draws = 100, int threads = 1, [CallerMemberName] string name = "")
    {
        (int At, Exception Why)? first = null;
        var gate = new Lock();
        Parallel.For(0, draws, new ParallelOptions { MaxDegreeOfParallelism = threads }, (at, loop) =>
        {
            if (s_draw is { } only && (ulong)at != only) return;
            try
            {
                law(cases.Case(name, s_draws, at));
            }
            catch (Exception e)
            {
                lock (gate)
                {
                    if (first is null || at < first.Value.At) first = (at, e);
                }
                loop.Break();
            }
        });
        if (first is not { } failed) return;
        TestContext.Current.TestOutputHelper?.WriteLine($"DRAWS={s_draws} DRAW={failed.At} draws this case of {name} again");
        ExceptionDispatchInfo.Throw(failed.Why);
    }

    /// <summary>Asserts that a law answers true for every drawn case.</summary>
    public static void Holds<T>(this Gen<T> cases, Func<T, bool> law, int draws = 100, [CallerMemberName] string name = "") =>
        cases.Holds(c => Assert.True(law(c), string.Create(CultureInfo.InvariantCulture, $"not so for {c}")), draws, 1, name);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int, int, string)"/>
    public static void Holds<T1, T2>(this Gen<(T1, T2)> cases, Action<T1, T2> law, int draws = 100, int threads = 1, [CallerMemberName] string name = "") =>
        cases.Holds(c => law(c.Item1, c.Item2), draws, threads, name);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int, int, string)"/>
    public static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> cases, Action<T1, T2, T3> law, int draws = 100, int threads = 1, [CallerMemberName] string name = "") =>
        cases.Holds(c => law(c.Item1, c.Item2, c.Item3), draws, threads, name);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int, int, string)"/>
    public static void Holds<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> cases, Action<T1, T2, T3, T4> law, int draws = 100, int threads = 1, [CallerMemberName] string name = "") =>
        cases.Holds(c => law(c.Item1, c.Item2, c.Item3, c.Item4), draws, threads, name);

    /// <summary>The case that a law once failed on, by what it said of it.</summary>
    public static T Case<T>(this Gen<T> cases, string law, ulong draws, int draw) => cases.Generate(Source(law, draws, draw), null, out _);

    /// <summary>Every law and every draw of it has its own stream of numbers: FNV-1a of its name, then the draw.</summary>
    private static PCG Source(string name, ulong draws, int at)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var b in Encoding.UTF8.GetBytes(name)) hash = (hash ^ b) * 1099511628211UL;
            return new PCG((uint)at, hash + (draws * 0x9E3779B97F4A7C15UL));
        }
    }

    private static ulong? Number(string variable) => ulong.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
