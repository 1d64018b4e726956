using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Espero.Benchmarks.FlashOne;

/// <summary>A phone that discards, running beside the benchmark; stopped with it.</summary>
internal sealed class PhoneProcess : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Process _process;

    private PhoneProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public static async Task<PhoneProcess> StartAsync(FlashOneOptions options, string storePath, CancellationToken cancellationToken)
    {
        if (options.PhonePath is null)
        {
            var own = Start(Environment.ProcessPath!, DiscardingPhone.Command, options.PartBytes.ToString(CultureInfo.InvariantCulture));
            var line = await own.StandardOutput.ReadLineAsync(cancellationToken);
            return new PhoneProcess(own, int.Parse(line!, CultureInfo.InvariantCulture));
        }

        var port = FreePort();
        var phone = Start(
            options.PhonePath, "--model", "generic", "--listen", $"tcp:127.0.0.1:{port}", "--store", storePath, "--discard");
        _ = phone.StandardOutput.ReadToEndAsync(cancellationToken); // a full pipe would stop it
        await WaitUntilListeningAsync(port, cancellationToken);
        return new PhoneProcess(phone, port);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WaitUntilListeningAsync(int port, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, either.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Pause, TimeProvider.System, either.Token);
            }
        }
    }
}
