using System.Text;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

// The programme that mixes choices of clusters.
internal sealed partial class LevelClusters
{
    private void AddPattern(int g, double[] rows)
    {
        var (terms, use, counted) = (new SortedDictionary<int, double>(), new double[rows.Length], new HashSet<int>());
        int[] copies = [.. CopiesOf(g)];
        foreach (var c in copies)
        {
            if (_chosen[c] < 0) continue;
            if (_link[c] >= 0) terms[_link[c] + _chosen[c]] = 1;
            else if (counted.Add(_model.ProjectOf(c))) _model.Rows.Use(_model.ProjectOf(c), _chosen[c], 1, rows, use, _unit, _order);
        }
        long[] outcomes = [.. _clusters.All[g].Places.Select(n => Math.Min(_model.OutcomeOf(n, _chosen), _dual.Part?.Ranges[n].Most ?? long.MaxValue))];
        Uses(use, terms);
        int[] chosen = [.. copies.Select(c => _chosen[c])];
        if (!_known.Add(new StringBuilder().Append(g).Append(':').AppendJoin(',', chosen).Append(':').AppendJoin(',', outcomes).Append(':').AppendJoin(',', use).ToString())) return;
        terms[_cluster[g]] = 1;
        foreach (var (level, row) in _held) if (Counted(g, outcomes, level) is > 0 and var count) terms[row] = count;
        _patterns.Add(new(_linear.AddColumn(Counted(g, outcomes, _asked), double.PositiveInfinity, terms), g, chosen, outcomes));
    }

    private void AddJoins(double[] rows)
    {
        for (var p = 0; p < _project.Length; p++)
        {
            if (_project[p] < 0) continue;
            for (var o = Math.Max(0, _model.Low[p]); o <= _model.High[p]; o++)
            {
                var (terms, use) = (new SortedDictionary<int, double> { [_project[p]] = 1 }, new double[rows.Length]);
                _model.Rows.Use(p, o, 1, rows, use, _unit, _order);
                if (!_known.Add($"{p}={o}:{string.Join(',', use)}")) continue;
                Uses(use, terms);
                foreach (var c in _model.CopiesOf(p)) terms[_link[c] + o] = -1;
                _joins.Add(new(_linear.AddColumn(0, double.PositiveInfinity, terms), p, o));
            }
        }
    }

    private void Uses(double[] use, SortedDictionary<int, double> terms)
    {
        for (var r = 0; r < use.Length; r++) if (use[r] != 0 && _row[r] >= 0) terms[_row[r]] = use[r] / _rowScale[r];
    }

    // From now on the programme mixes what lies in the part, and what is held is kept.
    private void Begin(IReadOnlyList<(long Level, double AtLeast)> held, long asked)
    {
        foreach (var (level, _) in held)
        {
            if (_held.Exists(h => h.Level == level)) continue;
            _held.Add((level, _linear.AddRow(double.NegativeInfinity, double.PositiveInfinity, [.. _patterns.Select(p => (p.Column, Count: Counted(p.Cluster, p.Outcomes, level))).Where(t => t.Count > 0)])));
            Break(_held[^1].Row, 1, guide => Array.Find(guide.Levels, l => l.Level == level).Worth);
        }
        foreach (var (level, row) in _held) _linear.Limits(row, held.Where(h => h.Level == level).Select(h => h.AtLeast).DefaultIfEmpty(double.NegativeInfinity).Last(), double.PositiveInfinity);
        if (asked != _asked) foreach (var p in _patterns) _linear.Objective(p.Column, Counted(p.Cluster, p.Outcomes, asked));
        _asked = asked;
        foreach (var pattern in _patterns) _linear.Open(pattern.Column, Lies(pattern));
        foreach (var (column, p, option) in _joins) _linear.Open(column, option >= _model.Low[p] && option <= _model.High[p]);
        for (var p = 0; p < _project.Length; p++) if (_project[p] >= 0) _linear.Limits(_project[p], _model.Low[p] < 0 ? double.NegativeInfinity : 1, 1);
    }

    private bool Lies(Pattern pattern)
    {
        var places = _clusters.All[pattern.Cluster].Places;
        for (var i = 0; i < places.Length; i++)
            if (_dual.Part is { } part && (pattern.Outcomes[i] < (part.Floors?[places[i]] ?? long.MinValue) || pattern.Outcomes[i] > part.Ranges[places[i]].Most)) return false;
        return CopiesOf(pattern.Cluster).Zip(pattern.Chosen).All(c => _model.ProjectOf(c.First) is var p && c.Second >= _model.Low[p] && c.Second <= _model.High[p]);
    }

    private LevelMixture Mixture()
    {
        var mixture = new LevelMixture(_model.Projects);
        foreach (var (column, g, chosen, _) in _patterns)
        {
            if (!(_linear.Values[column] > Near)) continue;
            var counted = new HashSet<int>();
            foreach (var (c, option) in CopiesOf(g).Zip(chosen)) if (_link[c] < 0 && counted.Add(_model.ProjectOf(c))) mixture.Count(_model.ProjectOf(c), option, _linear.Values[column]);
        }
        foreach (var (column, p, option) in _joins) if (_linear.Values[column] > Near) mixture.Count(p, option, _linear.Values[column]);
        return mixture;
    }

    private IEnumerable<int> CopiesOf(int g) => _clusters.All[g].Places.SelectMany(n => Enumerable.Range(_model.CopiesFrom(n), _model.CopiesFrom(n + 1) - _model.CopiesFrom(n)));

    private double Counted(int g, long[] outcomes, long level) => outcomes.Select((outcome, i) => outcome >= level ? _dual.Weights[_clusters.All[g].Places[i]] : 0).Sum();

    private void Break(int row, double by, Func<LevelQuote, double> worth) => _breaks.Add((_linear.AddColumn(0, double.PositiveInfinity, [new(row, by)]), worth));

    // What breaks a row costs so many times what places say, and so prices go no further.
    private void Limit(LevelQuote guide, double far)
    {
        foreach (var (column, worth) in _breaks) _linear.Objective(column, -far * (1 + worth(guide)));
    }
}
