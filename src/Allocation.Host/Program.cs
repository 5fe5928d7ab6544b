using Allocation.Host.Commands;
using Allocation.Host.Reports;

Terminal.SpeakUtf8();
// The first Ctrl-C asks for the best plan so far; whoever presses it again wants out at once.
var pressed = 0;
Console.CancelKeyPress += (_, _) => { if (++pressed > 1) Environment.Exit(ExitCode.Interrupted); };
return Verbs.Run(args, Console.Out, Console.Error);
