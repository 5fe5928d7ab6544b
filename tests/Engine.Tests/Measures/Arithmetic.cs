using System.Globalization;

namespace Allocation.Engine.Tests.Measures;

/// <summary>Works out sums as the page of formulas writes them: + − · / ^ ² ³ ⁴ √ ln( ) min( , ) and brackets, with the usual precedence; blanks mean nothing.</summary>
internal sealed class Arithmetic
{
    private readonly string _text;
    private int _at;

    private Arithmetic(string text) => _text = text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The value; throws <see cref="FormatException"/> where the text is no such sum.</summary>
    public static double Of(string text)
    {
        var sum = new Arithmetic(text);
        var value = sum.Sum();
        return sum._at == sum._text.Length ? value : throw sum.Wrong();
    }

    private double Sum()
    {
        var value = Product();
        while (true)
        {
            if (Take("+")) value += Product();
            else if (Take("−")) value -= Product();
            else return value;
        }
    }

    private double Product()
    {
        var value = Power();
        while (true)
        {
            if (Take("·")) value *= Power();
            else if (Take("/")) value /= Power();
            else return value;
        }
    }

    private double Power()
    {
        var value = Term();
        return Take("^") ? Math.Pow(value, Power()) : Take("²") ? Math.Pow(value, 2) : Take("³") ? Math.Pow(value, 3) : Take("⁴") ? Math.Pow(value, 4) : value;
    }

    private double Term()
    {
        if (Take("√")) return Math.Sqrt(Term());
        if (Take("ln(")) return Math.Log(Closed(Sum()));
        if (Take("(")) return Closed(Sum());
        if (!Take("min(")) return Number();
        var least = Sum();
        while (Take(",")) least = Math.Min(least, Sum());
        return Closed(least);
    }

    private double Closed(double value) => Take(")") ? value : throw Wrong();

    private double Number()
    {
        var from = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.')) _at++;
        return double.TryParse(_text.AsSpan(from, _at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong();
    }

    private bool Take(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0) return false;
        _at += word.Length;
        return true;
    }

    private FormatException Wrong() => new($"'{_text}' cannot be read from character {_at + 1} on.");
}
