namespace Allocation.Host.Commands;

/// <summary>
/// Cancelled when standard input ends: whoever started this process closes it to ask for the best so far, on every system, and a process whose parent is gone does not go on for ever.
/// </summary>
internal sealed class InputWatch : IDisposable
{
    private readonly CancellationTokenSource _ended;

    public InputWatch(CancellationToken other)
    {
        _ended = CancellationTokenSource.CreateLinkedTokenSource(other);
        new Thread(Watch) { IsBackground = true, Name = nameof(InputWatch) }.Start();
    }

    public CancellationToken Ended => _ended.Token;

    private void Watch()
    {
        try
        {
            using var input = Console.OpenStandardInput();
            var buffer = new byte[256];
            while (input.Read(buffer) > 0) { /* what is said there does not matter */ }
            _ended.Cancel();
        }
        catch (Exception over) when (over is IOException or ObjectDisposedException) { /* nobody is there any more, on either side */ }
    }

    public void Dispose() => _ended.Dispose();
}
