using System.CommandLine;
using System.CommandLine.Invocation;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Espero.VirtualPhone.CommandLine;

/// <summary>The program <c>espero-phone</c>: 0 when told to stop, 1 when the phone cannot run, 2 for a wrong command line.</summary>
internal static class PhoneProgram
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    // .NET names only the signals that every system has; on Linux it takes the others by number (signal(7)).
    private const PosixSignal UserSignal1 = (PosixSignal)10;
    private const PosixSignal UserSignal2 = (PosixSignal)12;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var root = new PhoneCommandLine().Root((read, stop) => PlayAsync(read, output, error, stop));
        var parsed = root.Parse(args);
        var misunderstood = parsed.Action as ParseErrorAction;
        misunderstood?.ShowHelp = false; // the complaint would drown in it
        var exit = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, cancellationToken);
        return misunderstood is null ? exit : Usage;
    }

    private static async Task<int> PlayAsync(
        Func<VirtualPhoneOptions> read, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await using var phone = VirtualPhoneServer.Start(read(), TimeProvider.System, new Random());
            using var keys = On(UserSignal1, phone.HoldKeys);
            using var touch = On(UserSignal2, phone.AcceptKey);
            await output.WriteLineAsync($"listening on {phone.Target}".AsMemory(), CancellationToken.None);
            await SayAsync(output, "adb on", phone.AdbAddress);
            await SayAsync(output, "fastboot over udp on", phone.UdpAddress);
            await output.FlushAsync(CancellationToken.None);
            await phone.Completion.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Ok;
        }
        catch (Exception stopped) when (stopped is VirtualPhoneException or IOException or SocketException)
        {
            await error.WriteLineAsync($"espero-phone: {stopped.Message}".AsMemory(), CancellationToken.None);
        }

        return Failed;
    }

    private static PosixSignalRegistration On(PosixSignal wanted, Action act) => PosixSignalRegistration.Create(wanted, signal =>
    {
        signal.Cancel = true;
        act();
    });

    private static async Task SayAsync(TextWriter output, string what, IPEndPoint? address)
    {
        if (address is not null)
        {
            await output.WriteLineAsync($"{what} {address}".AsMemory(), CancellationToken.None);
        }
    }
}
