using Allocation.Host.Commands;
using Allocation.Host.Reports;

Terminal.SpeakUtf8();
// The first Ctrl-C asks for the best plan so far; whoever presses it again wants out at once.
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    if (stop.IsCancellationRequested) AtOnce.Exit(ExitCode.Interrupted);
    pressed.Cancel = true;
    _ = stop.CancelAsync();
};
return Verbs.Run(args, Console.Out, Console.Error, stop.Token);
