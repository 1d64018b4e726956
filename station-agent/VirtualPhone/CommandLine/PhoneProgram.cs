using System.CommandLine;
using System.CommandLine.Invocation;
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

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var root = new PhoneCommandLine().Root((options, stop) => PlayAsync(options, output, error, stop));
        var parsed = root.Parse(args);
        var misunderstood = parsed.Action as ParseErrorAction;
        misunderstood?.ShowHelp = false; // the complaint would drown in it
        var exit = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, cancellationToken);
        return misunderstood is null ? exit : Usage;
    }

    private static async Task<int> PlayAsync(
        VirtualPhoneOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await using var phone = VirtualPhoneServer.Start(options, TimeProvider.System, new Random());
            using var keys = PosixSignalRegistration.Create(UserSignal1, signal =>
            {
                signal.Cancel = true;
                phone.HoldKeys();
            });
            await output.WriteLineAsync($"listening on {phone.Target}".AsMemory(), CancellationToken.None);
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
}
