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

          espero-phone --model virtual-c --mode system --adb tcp:127.0.0.1:5555 --store /tmp/phone2
          adb connect 127.0.0.1:5555 && adb shell getprop ro.product.device

        When the phone is ready it prints "listening on tcp:ADDRESS:PORT", then a line for each other way into it. Each
        partition is a file in DIR/partitions. A port is open only in the modes that speak it: fastboot in the bootloader
        and fastbootd, adb in the system, the recovery and the sideload. The signal USR1 to this program holds the keys:
        the phone goes to its bootloader. USR2 accepts the adb key that the screen asks about. Ctrl-C or TERM stops it; the
        next start takes the same phone from DIR.

        A system image for trials begins with the line "espero-trial-system" and lines such as "fingerprint=...". A package
        for "adb sideload" is a zip with META-INF/com/android/metadata, which names pre-device and post-build.

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
