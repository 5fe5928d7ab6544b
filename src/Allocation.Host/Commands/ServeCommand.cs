using System.CommandLine;
using System.Globalization;
using System.Net;
using Allocation.Host.Reports;
using Allocation.Host.Serving;

namespace Allocation.Host.Commands;

/// <summary><c>serve</c>: the council's page over a folder of scenarios, until it is ended.</summary>
internal static class ServeCommand
{
    public const int UsualPort = 8401;

    /// <summary>What the page runs.</summary>
    public static ProgramCalls Calls { get; } = new(
        (scenario, result, request) =>
        [
            SolveCommand.Verb, scenario, "--out", result, SolveCommand.ProgressLines, SolveCommand.WhileInput, SolveCommand.Time, Invariant(request.Seconds), "--tolerance", Invariant(request.Tolerance),
            LanguageOption.Name, request.Lang, .. request.Certified ? (string[])[SolveCommand.Certificate, Path.Combine(result, ResultFolder.Certificate)] : [],
        ],
        (scenario, result, why) =>
            [ExplainCommand.Verb, why.Question.ToString().ToLowerInvariant(), scenario, .. why.About is { } about ? (string[])[about] : [], "--result", result, "--format", ExplainCommand.Json, SolveCommand.Time, Invariant(why.Seconds), LanguageOption.Name, why.Lang]);

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A folder of scenarios.", DefaultValueFactory = _ => "." };
        var address = new Option<string>("--address") { Description = "Where to listen; other machines reach the page only where this says so.", DefaultValueFactory = _ => IPAddress.Loopback.ToString(), HelpName = "IP" };
        var port = new Option<int>("--port") { Description = "The port; 0 is any that is free.", DefaultValueFactory = _ => UsualPort, HelpName = "N" };
        var language = LanguageOption.Create();
        address.Validators.Add(r => { if (!IPAddress.TryParse(r.GetValueOrDefault<string>(), out _)) r.AddError("--address is an IP address."); });
        port.Validators.Add(r => { if (r.GetValueOrDefault<int>() is < 0 or > 65535) r.AddError("--port is 0 … 65535."); });
        var command = new Command("serve", "Open a local page over a folder of scenarios: check, solve, change, compare.") { folder, address, port, language };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(folder)!, IPAddress.Parse(parsed.GetValue(address)!), parsed.GetValue(port), LanguageOption.WordsOf(parsed, language),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, stop));
        return command;
    }

    private static string Invariant(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static async Task<int> Run(string folder, IPAddress address, int port, Words words, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (!Directory.Exists(folder))
        {
            error.WriteLine(words.NoFolderToServe(folder));
            return ExitCode.Usage;
        }
        try
        {
            await using var server = await WebServer.Start(folder, address, port, Calls).ConfigureAwait(false);
            output.WriteLine(words.Serving(server.Address.ToString()));
            output.Flush();
            using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, server.Ending);
            try { await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(false); }
            catch (OperationCanceledException) { /* by Ctrl-C, or by the system */ }
            return ExitCode.Done;
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            error.WriteLine(words.PortTaken(port.ToString(CultureInfo.InvariantCulture)));
            return ExitCode.Usage;
        }
        catch (Exception trouble) when (trouble is IOException or System.Net.Sockets.SocketException or UnauthorizedAccessException)
        {
            error.WriteLine(words.CannotServe(words.Why(trouble)));
            return ExitCode.Usage;
        }
    }
}
