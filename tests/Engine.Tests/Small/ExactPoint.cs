using System.Numerics;

namespace Allocation.Engine.Tests.Small;

/// <summary>
/// Whole numbers x ≥ 0 with A·x ≤ b, found in exact arithmetic: rows of whole numbers are pivoted by least index (Bland), each kept as d·x_basic = b + Σ t·x, and what comes out fractional is branched on.
/// For some twenty numbers and rows, of any size.
/// </summary>
internal static class ExactPoint
{
    private const int MostNodes = 60;

    /// <summary>A point, or null where there is none. Throws where some dozens of branches did not tell.</summary>
    public static BigInteger[]? Find(IReadOnlyList<(BigInteger[] Row, BigInteger Limit)> rows, int columns)
    {
        var open = new Stack<(BigInteger[], BigInteger)[]>();
        open.Push([.. rows]);
        for (var node = 0; open.TryPop(out var asked); node++)
        {
            if (node > MostNodes) throw new UndecidedException();
            if (Vertex(asked, columns) is not { } point) continue;
            var at = Array.FindIndex(point, x => !(x.Over % x.Under).IsZero);
            if (at < 0) return [.. point.Select(x => x.Over / x.Under)];
            var below = point[at].Over / point[at].Under;
            BigInteger[] most = new BigInteger[columns], least = new BigInteger[columns];
            (most[at], least[at]) = (1, -1);
            open.Push([.. asked, (least, -(below + 1))]);
            open.Push([.. asked, (most, below)]);
        }
        return null;
    }

    // Fractions above 0 or 0.
    private static (BigInteger Over, BigInteger Under)[]? Vertex((BigInteger[] Row, BigInteger Limit)[] rows, int columns)
    {
        // basic[i] and the columns name variables: first x, then one slack a row.
        var basic = Enumerable.Range(columns, rows.Length).ToArray();
        var free = Enumerable.Range(0, columns).ToArray();
        // [row][0] = b, [row][1 + j] = t, [row][columns + 1] = d > 0
        var table = rows.Select(r => (BigInteger[])[r.Limit, .. r.Row.Select(a => -a), BigInteger.One]).ToArray();
        while (true)
        {
            var leave = -1;
            for (var i = 0; i < basic.Length; i++) if (table[i][0].Sign < 0 && (leave < 0 || basic[i] < basic[leave])) leave = i;
            if (leave < 0) break;
            var enter = -1;
            for (var j = 0; j < columns; j++) if (table[leave][1 + j].Sign > 0 && (enter < 0 || free[j] < free[enter])) enter = j;
            if (enter < 0) return null;
            Pivot(table, leave, 1 + enter);
            (basic[leave], free[enter]) = (free[enter], basic[leave]);
        }
        var point = new (BigInteger, BigInteger)[columns];
        for (var j = 0; j < columns; j++) point[j] = (BigInteger.Zero, BigInteger.One);
        for (var i = 0; i < basic.Length; i++) if (basic[i] < columns) point[basic[i]] = (table[i][0], table[i][^1]);
        return point;
    }

    // d·y = b + … + t·x with t > 0 becomes t·x = −b − … + d·y, and x is put into the other rows.
    private static void Pivot(BigInteger[][] table, int leave, int enter)
    {
        var row = table[leave];
        var (by, under) = (row[enter], row[^1]);
        for (var j = 0; j < row.Length - 1; j++) row[j] = -row[j];
        (row[enter], row[^1]) = (under, by);
        for (var i = 0; i < table.Length; i++)
        {
            var other = table[i];
            var times = other[enter];
            if (i == leave || times.IsZero) continue;
            for (var j = 0; j < row.Length - 1; j++) other[j] = (j == enter ? BigInteger.Zero : other[j] * by) + (times * row[j]);
            other[^1] *= by;
            var common = other.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
            if (!common.IsOne) for (var j = 0; j < other.Length; j++) other[j] /= common;
        }
    }
}

/// <summary>Branching did not tell whether there is a point.</summary>
internal sealed class UndecidedException : Exception;
