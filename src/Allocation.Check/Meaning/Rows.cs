using System.Numerics;
using Allocation.Check.Reading;

namespace Allocation.Check.Meaning;

/// <summary>One limit: Σ coefficient · (payment, or 1 where the project is in) ≤ limit.</summary>
internal sealed record Limit(string Name, bool Money, Int128 Most);

/// <summary>What one project adds to one row per unit paid by a fund (−1: whoever pays), or by being in.</summary>
internal readonly record struct Term(int Row, int Fund, long Coefficient);

/// <summary>All rows of a city by name, their terms by project, and what locks leave of every project's choices.</summary>
internal sealed class Rows
{
    private const long Million = City.Million;
    private readonly City _city;
    private readonly List<Limit> _limits = [];
    private readonly List<Term>[] _terms;

    public Rows(City city)
    {
        _city = city;
        _terms = [.. city.Projects.Select(_ => new List<Term>())];
        (Least, Most) = (new int[city.Projects.Length], [.. city.Projects.Select(p => p.Most)]);
        for (var f = 0; f < city.Funds.Length; f++) Add($"fund[{city.Funds[f].Id}]", true, city.Funds[f].Amount);
        for (var p = 0; p < city.Projects.Length; p++) foreach (var f in city.Payers[p]) _terms[p].Add(new(f, f, 1));
        foreach (var rule in city.Rules) Add(rule);
        for (var r = 0; r < _limits.Count; r++)
            if (!Named.TryAdd(_limits[r].Name, r)) throw new UnreadableException($"two rows are named {_limits[r].Name}");
    }

    public IReadOnlyList<Limit> Limits => _limits;
    public Dictionary<string, int> Named { get; } = new(StringComparer.Ordinal);
    public IReadOnlyList<Term> TermsOf(int project) => _terms[project];
    /// <summary>[project] the least and most choice that locks leave; where Least is above 0, being out is not allowed.</summary>
    public int[] Least { get; }
    public int[] Most { get; }

    private int Add(string name, bool money, Int128 most)
    {
        _limits.Add(new(name, money, most));
        return _limits.Count - 1;
    }

    private void Add(Rule rule)
    {
        switch (rule)
        {
            case MoneyRule r:
                if (r.Ceiling is { } ceiling) Money(Add($"{r.Id}.ceiling", true, (Int128)ceiling * Million), r.Scope, 1);
                if (r.Floor is { } floor) Money(Add($"{r.Id}.floor", true, -(Int128)floor * Million), r.Scope, -1);
                break;
            case PerHeadRule r: PerHead(r); break;
            case ShareRule r:
                if (r.AtLeast is { } least) Share(Add($"{r.Id}.least", true, 0), r, (long)(least * Million), -1);
                if (r.AtMost is { } most) Share(Add($"{r.Id}.most", true, 0), r, (long)(most * Million), 1);
                break;
            case LockRule r:
                var at = _city.ProjectAt[r.Project];
                Least[at] = Math.Max(Least[at], r.Least);
                Most[at] = Math.Min(Most[at], r.Most);
                break;
            case NeedsRule r:
                foreach (var needed in r.Requires)
                {
                    var row = Add($"{r.Id}[{needed}]", false, 0);
                    _terms[_city.ProjectAt[r.Project]].Add(new(row, -1, 1));
                    _terms[_city.ProjectAt[needed]].Add(new(row, -1, -1));
                }
                break;
            case CountRule r:
                if (r.AtMost is { } high) Count(Add($"{r.Id}.most", false, high), r.Scope, 1);
                if (r.AtLeast is { } low) Count(Add($"{r.Id}.least", false, -(Int128)low), r.Scope, -1);
                break;
            default: throw new UnreadableException($"rule {rule.Id}");
        }
    }

    private void Count(int row, Scope scope, long times)
    {
        for (var p = 0; p < _terms.Length; p++) if (scope.Holds(_city, _city.Projects[p])) _terms[p].Add(new(row, -1, times));
    }

    private void Money(int row, Scope scope, long times)
    {
        for (var p = 0; p < _terms.Length; p++) Money(row, p, scope, scope.Counted(_city, _city.Projects[p]) * times);
    }

    private void Money(int row, int project, Scope scope, long coefficient)
    {
        if (coefficient == 0) return;
        if (!scope.NamesFunds) _terms[project].Add(new(row, -1, coefficient));
        else foreach (var f in _city.Payers[project]) if (scope.Counts(_city.Funds[f])) _terms[project].Add(new(row, f, coefficient));
    }

    private void PerHead(PerHeadRule rule)
    {
        var (row, residents) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal));
        foreach (var place in _city.Places.Where(rule.Scope.Covers)) residents[Of(place)] = residents.GetValueOrDefault(Of(place)) + place.Residents;
        var (top, bottom) = Figures.Fraction(rule.Amount);
        foreach (var (place, heads) in residents) row[place] = Add($"{rule.Id}[{place}]", true, -(Int128)(((top * heads * Million) + bottom - 1) / bottom));
        for (var p = 0; p < _terms.Length; p++)
        {
            if (!rule.Scope.Names(_city.Projects[p])) continue;
            foreach (var group in _city.Projects[p].Reach.Where(s => rule.Scope.Covers(_city.Places[s.Place])).GroupBy(s => Of(_city.Places[s.Place]), StringComparer.Ordinal))
                Money(row[group.Key], p, rule.Scope, -group.Sum(s => (long)s.Millionths));
        }

        string Of(Place place) => rule.PerDistrict ? place.District : place.Id;
    }

    // sense · (10⁶ · part − share · whole) ≤ 0
    private void Share(int row, ShareRule rule, long share, long sense)
    {
        for (var p = 0; p < _terms.Length; p++)
        {
            var (part, whole) = ((long)rule.Part.Counted(_city, _city.Projects[p]) * Million, rule.Whole.Counted(_city, _city.Projects[p]) * share);
            if (part == 0 && whole == 0) continue;
            foreach (var f in _city.Payers[p])
            {
                var coefficient = sense * ((rule.Part.Counts(_city.Funds[f]) ? part : 0) - (rule.Whole.Counts(_city.Funds[f]) ? whole : 0));
                if (coefficient != 0) _terms[p].Add(new(row, f, coefficient));
            }
        }
    }
}
