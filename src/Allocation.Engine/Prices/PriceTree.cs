namespace Allocation.Engine.Prices;

/// <summary>
/// The exact finish: branch and bound with prices in every node. A node's options are first narrowed (an option whose block loses more than the gap cannot be in a better plan), then
/// one project is split, the one the last steps disagree about most. Nodes are taken by their bounds, the highest first, so that the bound of the whole falls as it goes.
/// </summary>
internal sealed partial class PriceTree
{
    private sealed class Node
    {
        public required PricePoint Prices;
        public required double Bound;
        public Node? Parent;
        public List<(int Project, int Low, int High)> Narrowed = [];
        // What the proof is made of: options excluded here at these prices, then a leaf or a fork.
        public List<(int Project, int Cut, bool Above, PricePoint Prices)> Excluded = [];
        public int SplitProject = -1, SplitFrom;
        public Node? Below, Above;
    }

    private readonly PriceModel _model;
    private readonly Dual _dual;
    private readonly PriceSpace _space;
    private readonly BlockSolver _solver;
    private readonly Func<double> _value;
    private readonly Func<PricePoint, PriceAnswer, bool> _plan;
    private readonly Action<PricePoint, PriceAnswer> _settle;
    private readonly Action<int[]> _only;
    private readonly double _tolerance, _enough;
    private readonly CancellationToken _stop;
    private readonly PriorityQueue<Node, (double, int)> _open = new();
    private readonly int[] _low, _high;
    private readonly double[] _vote;
    private readonly PricePoint _point, _next;
    private readonly PriceAnswer _answer;
    private readonly Node _root;
    private readonly List<int> _narrowed = [];
    private double _closed = double.NegativeInfinity;
    private int _made;

    public PriceTree(PriceModel model, Dual dual, PriceSpace space, PricePoint root, double bound, Func<double> value, Action<PricePoint, PriceAnswer> settle, Func<PricePoint, PriceAnswer, bool> plan, Action<int[]> only, double tolerance, double enough, CancellationToken stop)
    {
        (_model, _dual, _space, _value, _settle, _plan, _only, _tolerance, _enough, _stop) = (model, dual, space, value, settle, plan, only, tolerance, enough, stop);
        _solver = new(model);
        (_low, _high) = ([.. model.Low], [.. model.High]);
        (_vote, _point, _next, _answer) = (new double[model.Options], new(model), new(model), new(model));
        var prices = new PricePoint(model);
        root.CopyTo(prices);
        _root = new Node { Prices = prices, Bound = bound };
        _open.Enqueue(_root, (-bound, 0));
    }

    /// <summary>The bound of the whole: the highest of what is open and what was left.</summary>
    public double Bound => Math.Max(_closed, _open.TryPeek(out var next, out _) ? next.Bound : double.NegativeInfinity);
    public int Nodes { get; private set; }
    /// <summary>True where nothing is open.</summary>
    public bool Done => _open.Count == 0;

    /// <summary>Goes on until nothing is open, for at most so many nodes; <paramref name="step"/> hears of every node.</summary>
    public void Run(int most, Action step)
    {
        while (Nodes < most && !_stop.IsCancellationRequested && _open.TryDequeue(out var node, out _))
        {
            Nodes++;
            if (node.Bound <= Goal()) { _closed = Math.Max(_closed, node.Bound); continue; }
            Enter(node);
            Visit(node);
            if (_stop.IsCancellationRequested && node.SplitProject < 0 && node.Bound > Goal()) _open.Enqueue(node, (-node.Bound, ++_made));
            step();
        }
        foreach (var p in _narrowed) Range(p, _low[p], _high[p]);
        _narrowed.Clear();
    }

    /// <summary>The proof, or null where it has more than so many leaves.</summary>
    public PriceProof? Proof(PriceProofs proofs, int mostLeaves)
    {
        var leaves = 0;
        var made = new Dictionary<PricePoint, PriceLeaf>();
        return Of(_root);

        PriceLeaf Leaf(PricePoint prices) => made.TryGetValue(prices, out var leaf) ? leaf : made[prices] = proofs.Leaf(prices);

        PriceProof? Of(Node node)
        {
            leaves += node.Excluded.Count + 1;
            if (leaves > mostLeaves) return null;
            PriceProof proof;
            if (node.SplitProject < 0) proof = Leaf(node.Prices);
            else
            {
                if (Of(node.Below!) is not { } below || Of(node.Above!) is not { } above) return null;
                proof = new PriceFork(node.SplitProject, node.SplitFrom, below, above);
            }
            for (var i = node.Excluded.Count - 1; i >= 0; i--)
            {
                var (project, cut, excludesAbove, prices) = node.Excluded[i];
                proof = excludesAbove ? new PriceFork(project, cut, proof, Leaf(prices)) : new PriceFork(project, cut, Leaf(prices), proof);
            }
            return proof;
        }
    }

    // A bound this low is proof enough.
    private double Goal()
    {
        var value = _value();
        if (double.IsNegativeInfinity(value)) return Math.Max(_model.Least, _enough);
        var measure = _model.Measure.FromMeanPhi(value);
        // The mean of φ that the value and its tolerance come to, by φ itself.
        return Math.Max(Math.Max(value, _enough), _model.Measure.Phi(measure + _tolerance * Math.Abs(measure)));
    }

    private void Enter(Node node)
    {
        foreach (var p in _narrowed) Range(p, _low[p], _high[p]);
        _narrowed.Clear();
        var path = new Stack<Node>();
        for (var n = node; n is not null; n = n.Parent) path.Push(n);
        foreach (var n in path) foreach (var (p, low, high) in n.Narrowed) { Range(p, low, high); _narrowed.Add(p); }
        node.Prices.CopyTo(_point);
    }

    private void Range(int p, int low, int high)
    {
        if (_model.Low[p] == low && _model.High[p] == high) return;
        (_model.Low[p], _model.High[p]) = (low, high);
        _dual.Changed(p);
    }

    private void Visit(Node node)
    {
        for (var round = 0; round < 2; round++)
        {
            Lower(node, _dual.Keeps is not null ? node.Parent is null ? 4 : 2 : round == 0 && node.Parent is null ? 60 : 24);
            if (_stop.IsCancellationRequested) return;
            if (node.Bound <= Goal()) { _closed = Math.Max(_closed, node.Bound); return; }
            node.Prices.CopyTo(_point);
            _dual.Evaluate(_point, _answer);
            if (_dual.Keeps is not null)
            {
                _settle(_point, _answer);
                _dual.Recount(_answer);
                for (var o = 0; o < _vote.Length; o++) _vote[o] = 0.2 * _vote[o] + 0.8 * _answer.Vote[o];
                Keep(node);
                if (node.Bound <= Goal()) { _closed = Math.Max(_closed, node.Bound); return; }
            }
            if (_plan(_point, _answer) && node.Bound <= Goal()) { _closed = Math.Max(_closed, node.Bound); return; }
            if (Exclude(node) == 0) break;
        }
        Split(node);
    }

    private void Lower(Node node, int steps)
    {
        var update = new BundleUpdate(_model, _space, 12);
        _dual.Evaluate(_point, _answer);
        _answer.Vote.CopyTo(_vote, 0);
        for (var i = 0; i < steps && !_stop.IsCancellationRequested; i++)
        {
            Keep(node);
            if (node.Bound <= Goal()) return;
            update.Next(_point, _answer, 0, _next);
            if (i > 6 && update.Progress < 0.03 * (node.Bound - Goal())) return;
            _next.CopyTo(_point);
            _dual.Evaluate(_point, _answer);
            for (var o = 0; o < _vote.Length; o++) _vote[o] += 0.15 * (_answer.Vote[o] - _vote[o]);
        }
        Keep(node);
    }

    private void Keep(Node node)
    {
        if (!(_answer.Bound < node.Bound)) return;
        (node.Bound, node.Prices) = (_answer.Bound, new(_model));
        _point.CopyTo(node.Prices);
    }

    // Cuts off the ends of a project's range that lose too much; the loss of a shared project is that of all its copies together. The answer is that of the node's own prices.
    private int Exclude(Node node)
    {
        var (goal, cuts) = (Goal(), 0);
        if (double.IsInfinity(goal)) return 0;
        for (var p = 0; p < _model.Projects && !_stop.IsCancellationRequested; p++)
        {
            var moved = false;
            while (_model.Low[p] < _model.High[p] && _answer.Loose - Loss(p, _model.High[p]) is var above && above <= goal) { Cut(node, p, _model.Low[p], _model.High[p] - 1, _model.High[p], true, above); moved = true; }
            while (_model.Low[p] < _model.High[p] && _answer.Loose - Loss(p, _model.Low[p]) is var below && below <= goal) { Cut(node, p, _model.Low[p] + 1, _model.High[p], _model.Low[p] + 1, false, below); moved = true; }
            if (moved) cuts++;
        }
        return cuts;
    }

    private void Cut(Node node, int p, int low, int high, int cut, bool above, double bound)
    {
        _closed = Math.Max(_closed, bound);
        node.Excluded.Add((p, _model.ChoiceOf(_model.OptionsFrom(p) + cut), above, node.Prices));
        node.Narrowed.Add((p, low, high));
        _narrowed.Add(p);
        Range(p, low, high);
    }

    private double Loss(int p, int option) =>
        Narrowing.Loss(_model, _answer, p, option, _solver) - (_model.CopiesOf(p).Length == 0 ? 0 : 1e-13 * Math.Abs(_answer.Bound));

    private void Split(Node node)
    {
        var (project, option, score) = Divided();
        var others = score > 0 ? 0 : _model.Projects;
        for (var p = 0; p < others; p++)
        {
            if (_model.Low[p] >= _model.High[p]) continue;
            var from = _model.OptionsFrom(p);
            double above = 0;
            for (var o = _model.High[p]; o > _model.Low[p]; o--)
            {
                above = Math.Min(1, above + _vote[from + o]);
                var worth = Math.Min(above, 1 - above) * Math.Abs(_answer.OptionPrice[from + o]) * (_model.CopiesOf(p).Length > 1 ? 1.5 : 1) + 1e-9 * Math.Abs(_answer.OptionPrice[from + o]);
                if (worth > score) (project, option, score) = (p, o, worth);
            }
        }
        if (project < 0)
        {
            // One plan is left: without prices its bound is its value, and if rules or money forbid it, prices find that out given time.
            Array.Clear(_point.Rows);
            Array.Clear(_point.Transfers);
            Lower(node, 1);
            if (node.Bound > Goal()) _only([.. Enumerable.Range(0, _model.Projects).Select(p => _model.Low[p] < 0 ? 0 : _model.ChoiceOf(_model.OptionsFrom(p) + _model.Low[p]))]);
            if (node.Bound > Goal()) Forbid(node);
            if (node.Bound > Goal()) { node.Prices.CopyTo(_point); Lower(node, 300); }
            _closed = Math.Max(_closed, node.Bound);
            return;
        }
        (node.SplitProject, node.SplitFrom) = (project, _model.ChoiceOf(_model.OptionsFrom(project) + option));
        node.Below = Child(node, project, _model.Low[project], option - 1);
        node.Above = Child(node, project, option, _model.High[project]);
    }

    // Where clusters are kept exactly, only projects between them can still disagree with themselves: the dearest of those.
    private (int Project, int Option, double Score) Divided()
    {
        var found = (Project: -1, Option: 0, Score: double.NegativeInfinity);
        if (_dual.Keeps is not { } clusters) return found;
        for (var p = 0; p < _model.Projects; p++)
        {
            if (_model.Low[p] >= _model.High[p] || !clusters.Crosses(p)) continue;
            var from = _model.OptionsFrom(p);
            double above = 0;
            for (var o = _model.High[p]; o > _model.Low[p]; o--)
            {
                above += _answer.Vote[from + o];
                if (Math.Min(above, 1 - above) * Math.Abs(_answer.OptionPrice[from + o]) is var worth && Math.Min(above, 1 - above) > 1e-6 && worth > found.Score) found = (p, o, worth);
            }
        }
        return found;
    }

    private Node Child(Node parent, int project, int low, int high)
    {
        var child = new Node { Prices = parent.Prices, Bound = parent.Bound, Parent = parent };
        child.Narrowed.Add((project, low, high));
        _open.Enqueue(child, (-child.Bound, ++_made));
        return child;
    }
}
