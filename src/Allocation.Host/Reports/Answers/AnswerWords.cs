using Allocation.Engine;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Answers;

/// <summary>Figures and short phrases of answers in one language.</summary>
internal sealed class AnswerWords(AboutView about, Words words)
{
    private const int MostListed = 3;
    /// <summary>Shares below this are the noise of doubles.</summary>
    public const double Noise = 1e-11;
    /// <summary>A bound further off than this share of the measure does not help anybody to judge: it is not printed.</summary>
    private const double Loose = 0.01;
    private readonly Figures _figures = words.Figures;

    public Words Words => words;
    public AboutView About => about;
    public Figures Figures => _figures;
    public string Unit => Name(about.Unit.Name);
    public string Comma => words.Comma;

    public string Name(Text text) => text.In(words.Language);

    /// <summary>A value of the measure, finer than in a plan's report: answers are about small differences.</summary>
    public string Value(double value) => about.Measure.Outcome == OutcomeKind.Attainment ? _figures.Percent((decimal)value, 4) : _figures.Fixed((decimal)value, 6);

    /// <summary>What is known of the plan that was asked about.</summary>
    public string AboutPlan => about.Measure.Gap is { } gap ? words.AnswerWithin(about.Proof == Proof.Best || gap <= 0 ? null : _figures.Gap(gap), about.ProofKind is { } kind ? words.Basis(kind) : null) : words.AnswerWithoutBound;

    /// <summary>What the bounds of the plans in an answer rest on; null where there are none.</summary>
    public string? RestOn(IReadOnlyList<BasisView> bounds) => bounds.Count == 0 ? null : words.BoundsRestOn([.. bounds.Select(b => (b.ProofKind, b.Count))]);

    /// <summary>An outcome of one place.</summary>
    public string Outcome(decimal value) => about.Measure.Outcome == OutcomeKind.Attainment ? _figures.Percent(value, 1) : _figures.Fixed(value, Figures.DecimalsFor([value]));

    /// <summary>A change of an outcome, with its sign; what it is counted in, its column says (<see cref="ChangeColumn"/>).</summary>
    public string Change(decimal value) => _figures.Change(value, about.Measure.Outcome == OutcomeKind.Attainment);

    /// <summary>The head of a column of changes.</summary>
    public string ChangeColumn(string column) => about.Measure.Outcome == OutcomeKind.Attainment ? words.InPoints(column) : column;

    public string Money(decimal amount) => amount == decimal.Truncate(amount) ? _figures.Whole(amount) : _figures.Fixed(amount, Figures.DecimalsFor([amount]));

    public string MoneyWithUnit(decimal amount) => $"{Money(amount)} {Unit}";

    public string PerResident(decimal amount) => _figures.Fixed(amount, Figures.DecimalsFor([amount]));

    /// <summary>A loss as a share of the measure's value: a single figure, or the two it is proven to lie between. Rounded outwards.</summary>
    public string Loss(LossView loss) => Known(loss) ?? words.NotKnown;

    /// <summary>The same, null where what is proven says too little.</summary>
    public string? Known(LossView loss)
    {
        var least = loss.LeastShare is { } proven && proven > Noise ? proven : 0;
        if (loss.MostShare is not { } most || !Helps(most, least)) return least == 0 ? null : words.AtLeast(Rounded(least, Digits(least), up: false));
        if (least == 0) return words.AtMost(_figures.Gap(Math.Max(0, most)));
        if (most - least <= 0.02 * most) return Rounded(most, Digits(most), up: true);
        var (low, high) = (Rounded(least, Digits(least), up: false), Rounded(most, Digits(least), up: true));
        return low == high ? high : words.Between(low, high);
    }

    /// <summary>The same for a gain: what a change adds.</summary>
    public string Gain(LossView loss) => Loss(Turned(loss));

    /// <summary>True where an upper bound is near enough to nothing, or to what is proven at least, to be worth printing.</summary>
    public static bool Helps(double most, double least = 0) => most <= Loose || most <= 2 * least;

    public static LossView Turned(LossView loss) => new(-loss.Most, -loss.Least, -loss.MostShare, -loss.LeastShare);

    /// <summary>"a", "b" and how many more, each in quotes: names hold commas of their own.</summary>
    public string Some(IReadOnlyList<string> names) => Listed([.. names.Select(words.Quoted)]);

    /// <summary>The same of what is quoted already, or needs no quotes.</summary>
    public string Listed(IReadOnlyList<string> said) => said.Count <= MostListed + 1 ? string.Join(Comma, said) : words.AndOthers(string.Join(Comma, said.Take(MostListed)), _figures.Whole(said.Count - MostListed));

    public string Residents(IEnumerable<PlaceChangeView> places) => _figures.Whole(places.Sum(p => p.Residents));

    public string Statement(StatementView statement) => statement.IsFund
        ? words.FundStatement(Name(statement.Name), MoneyWithUnit(statement.Amount ?? 0), statement.Id)
        : words.RuleStatement(Name(statement.Name), words.ReasonOf(Name(statement.Reason), Name(statement.Owner)), statement.Id);

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
