using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Espero.VirtualPhone.CommandLine;

/// <summary>The help, with what most people came for at its top.</summary>
internal sealed class ExampleFirstHelp(HelpAction details) : SynchronousCommandLineAction
{
    private const string Example =
        """
        Example:
          espero-phone --model virtual-a --listen tcp:127.0.0.1:5554 --store /tmp/phone
          fastboot -s tcp:127.0.0.1:5554 flash boot boot.img

        When the phone is ready it prints one line, "listening on tcp:ADDRESS:PORT". Each partition is a file in
        DIR/partitions. After reboot or continue the phone runs its system: the port stays closed until somebody
        holds its keys, which is the signal USR1 to this program. Ctrl-C or the signal TERM stops it; the next
        start takes the same phone from DIR.

        In --fault, N counts commands from 1 and BYTES counts received bytes, both over all connections. A colon
        inside COMMANDPREFIX is written twice: fail:flash::vbmeta:no such partition.

        """;

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Example);
        return details.Invoke(parseResult);
    }
}
