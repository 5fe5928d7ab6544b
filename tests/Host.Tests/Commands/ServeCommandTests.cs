using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class ServeCommandTests
{
    [Theory]
    [InlineData("en", "There is no folder \"nowhere\".")]
    [InlineData("fa", "پوشه «\u2068nowhere\u2069» نیست.")]
    public void A_folder_that_is_not_there_is_named(string lang, string said)
    {
        var shell = Shell.Run("serve", "nowhere", "--lang", lang);
        Assert.Equal(2, shell.Exit);
        Assert.StartsWith(said, shell.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_is_named_with_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var shell = Shell.Run("serve", Path.GetTempPath(), "--port", $"{port}");
        Assert.Equal(2, shell.Exit);
        Assert.StartsWith($"Another program listens at port {port} already. Take another with --port", shell.Errors, StringComparison.Ordinal);
    }
}
