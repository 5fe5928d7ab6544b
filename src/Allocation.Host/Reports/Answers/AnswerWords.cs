using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Answers;

/// <summary>Figures and short phrases of answers in one language.</summary>
internal sealed class AnswerWords(AboutView about, Words words)
{
    private const int Listed = 3;
    /// <summary>Shares below this are the noise of doubles.</summary>
    public const double Noise = 1e-11;
    private readonly Figures _figures = words.Figures;

    public Words Words => words;
    public AboutView About => about;
    public Figures Figures => _figures;
    public string Unit => Name(about.Unit.Name);
    public string Comma => words.Language == Language.Fa ? "، " : ", ";

    public string Name(Text text) => text.In(words.Language);

    /// <summary>A value of the measure, finer than in a plan's report: answers are about small differences.</summary>
    public string Value(double value) => about.Measure.Outcome == OutcomeKind.Attainment ? _figures.Percent((decimal)value, 4) : _figures.Fixed((decimal)value, 6);

    /// <summary>An outcome of one place.</summary>
    public string Outcome(decimal value) => about.Measure.Outcome == OutcomeKind.Attainment ? _figures.Percent(value, 1) : _figures.Fixed(value, Figures.DecimalsFor([value]));

    /// <summary>A change of an outcome, with its sign.</summary>
    public string Change(decimal value) => value > 0 ? $"+{Outcome(value)}" : Outcome(value);

    public string Money(decimal amount) => amount == decimal.Truncate(amount) ? _figures.Whole(amount) : _figures.Fixed(amount, Figures.DecimalsFor([amount]));

    public string MoneyWithUnit(decimal amount) => $"{Money(amount)} {Unit}";

    public string PerResident(decimal amount) => _figures.Fixed(amount, Figures.DecimalsFor([amount]));

    /// <summary>A loss as a share of the measure's value: a single figure, or the two it is proven to lie between. Rounded outwards.</summary>
    public string Loss(LossView loss)
    {
        if (loss is { LeastShare: null, MostShare: null }) return words.NotKnown;
        if (loss.MostShare is not { } most) return loss.LeastShare <= Noise ? words.NotKnown : words.AtLeast(Rounded(loss.LeastShare!.Value, Digits(loss.LeastShare.Value), up: false));
        if (loss.LeastShare is not { } least || least <= Noise) return words.AtMost(_figures.Gap(Math.Max(0, most)));
        if (most - least <= 0.02 * most) return Rounded(most, Digits(most), up: true);
        var (low, high) = (Rounded(least, Digits(least), up: false), Rounded(most, Digits(least), up: true));
        return low == high ? high : words.Between(low, high);
    }

    /// <summary>The same for a gain: what a change adds.</summary>
    public string Gain(LossView loss) => Loss(Turned(loss));

    public static LossView Turned(LossView loss) => new(-loss.Most, -loss.Least, -loss.MostShare, -loss.LeastShare);

    /// <summary>"a", "b" and how many more, each in quotes: names hold commas of their own.</summary>
    public string Some(IReadOnlyList<string> names) => names.Count <= Listed + 1
        ? string.Join(Comma, names.Select(words.Quoted)) : words.AndOthers(string.Join(Comma, names.Take(Listed).Select(words.Quoted)), _figures.Whole(names.Count - Listed));

    public string Residents(IEnumerable<PlaceChangeView> places) => _figures.Whole(places.Sum(p => p.Residents));

    public string Statement(StatementView statement) => statement.IsFund
        ? words.FundStatement(Name(statement.Name), MoneyWithUnit(statement.Amount ?? 0), statement.Id)
        : words.RuleStatement(Name(statement.Name), words.ReasonOf(Name(statement.Reason), statement.Owner), statement.Id);

    // Decimals of a percentage that show two digits of it.
    private static int Digits(double share)
    {
        var decimals = 2;
        while (decimals < 11 && Math.Abs(share) * 100 * Math.Pow(10, decimals) < 10) decimals++;
        return decimals;
    }

    private string Rounded(double share, int decimals, bool up)
    {
        var (percent, power) = ((decimal)Math.Clamp(share, -1e6, 1e6) * 100, (decimal)Math.Pow(10, decimals));
        return _figures.Fixed((up ? decimal.Ceiling(percent * power) : decimal.Floor(percent * power)) / power, decimals) + (words.Language == Language.Fa ? "٪" : "%");
    }
}
