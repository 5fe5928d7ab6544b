using Allocation.Engine.Formulation;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// Two ways of settling one question about a level: by prices, projects being split, and near the prices by a model. With one thread each in turn, more patient by turns; with more a model is asked beside the other once that has
/// asked about some parts, and whoever settles the question ends the other.
/// </summary>
internal sealed class LevelWays : IDisposable
{
    // Parts that are asked about, and seconds of a model.
    private static readonly (int Parts, double Seconds)[] s_turns = [(100, 5), (1000, 20), (10000, double.PositiveInfinity)];
    private const int FewParts = 25, AlonePart = 15;

    private readonly LevelModel _model;
    private readonly Func<double> _left;
    private readonly CancellationToken _cancellation;
    private readonly LevelQuestions _near;
    private CancellationToken _ended, _nearEnded;
    private int _parts = s_turns[0].Parts;
    // A model that was told to end may not hear of it soon (HiGHS does not within its root): whoever needs one next waits.
    private Task _beside = Task.CompletedTask;

    /// <param name="problem">The problem.</param>
    /// <param name="model">Where plans are found and kept.</param>
    /// <param name="ranges">[neighbourhood] what its outcome may be; may be narrowed between questions, after <see cref="Await"/>.</param>
    /// <param name="plain">Ways to price what levels cost, for where there are no better ones.</param>
    /// <param name="threads">How many may work.</param>
    /// <param name="left">The seconds that are left.</param>
    /// <param name="cancellation">Ends everything.</param>
    public LevelWays(Problem problem, LevelModel model, IReadOnlyList<PlaceRange> ranges, IReadOnlyList<IPlacePrices> plain, int threads, Func<double> left, CancellationToken cancellation)
    {
        (_model, _left, _cancellation, _ended, _nearEnded) = (model, left, cancellation, cancellation, cancellation);
        Prices = Questions(() => _ended);
        _near = threads > 1 ? Questions(() => _nearEnded) : Prices;

        LevelQuestions Questions(Func<CancellationToken> ended) => new(problem, model, ranges, plain, Math.Max(1, threads - 1), () => ended().IsCancellationRequested ? 0 : left());
    }

    /// <summary>What prices say, on the caller's thread.</summary>
    public LevelQuestions Prices { get; }

    private bool Together => _near != Prices;
    private bool Stopped => _left() <= 0 || _cancellation.IsCancellationRequested;

    /// <summary>The most that can be at the level: by prices (null: they did not settle it), or else what a model says of it. Plans that turn up are offered.</summary>
    /// <param name="question">With a quote.</param>
    /// <param name="seconds">How long either way may take.</param>
    public (long? ByPrices, LevelAnswer ByModel) Settle(LevelQuestion question, double seconds) => Together ? AtOnce(question, seconds) : ByTurns(question, seconds);

    /// <summary>The most that can be at the level, by a model alone.</summary>
    /// <inheritdoc cref="LevelQuestions.Most"/>
    public LevelAnswer Near(LevelQuestion question, double seconds, bool stepwise, int steps = int.MaxValue)
    {
        Await();
        return Near(question, seconds, stepwise, steps, _cancellation);
    }

    /// <summary>Until no model is asked any more.</summary>
    public void Await() => _beside.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();

    public void Dispose()
    {
        Await();
        Prices.Dispose();
        if (Together) _near.Dispose();
    }

    private LevelAnswer Near(LevelQuestion question, double seconds, bool stepwise, int steps, CancellationToken ended)
    {
        _nearEnded = ended;
        return _near.Most(question, () => Math.Min(_left(), seconds), stepwise, ended, steps);
    }

    // A better plan is asked about anew.
    private (long? ByPrices, LevelAnswer ByModel) ByTurns(LevelQuestion question, double seconds)
    {
        var (before, answer) = (_model.Best, new LevelAnswer(question.Possible, false));
        for (var turn = 0; turn < s_turns.Length && !answer.Settled && _model.Best == before && !Stopped; turn++)
        {
            var most = Prices.Split(question, turn == 0 ? _parts : s_turns[turn].Parts, seconds / 2, any: false, _cancellation);
            if (turn == 0) _parts = most is not null ? Math.Min(s_turns[0].Parts, _parts * 2) : _model.Best == before ? Math.Max(FewParts, _parts / 2) : _parts;
            if (most is not null || _model.Best != before) return (most, answer);
            answer = Near(question, Math.Min(seconds, s_turns[turn].Seconds), stepwise: true);
        }
        return (null, answer);
    }

    private (long? ByPrices, LevelAnswer ByModel) AtOnce(LevelQuestion question, double seconds)
    {
        var ended = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        var (waiting, model) = (_beside, (Task<LevelAnswer>?)null);
        _ended = ended.Token;
        try
        {
            var most = Prices.Split(question, int.MaxValue, seconds, any: false, ended.Token, asked: parts => { if (parts == AlonePart) Begin(); });
            if (most is not null || Stopped) return (most, new(question.Possible, false));
            if (model is null) Begin();
            return (null, model!.GetAwaiter().GetResult());
        }
        finally
        {
            ended.Cancel();
            _ended = _cancellation;
        }

        void Begin() => _beside = model = Task.Run(async () =>
        {
            await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var open = false;
            try
            {
                var said = Near(question, seconds, stepwise: true, int.MaxValue, ended.Token);
                open = !said.Settled;
                return said;
            }
            // Also where it failed: then nobody need go on.
            finally { if (!open) ended.Cancel(); }
        }, CancellationToken.None);
    }
}
