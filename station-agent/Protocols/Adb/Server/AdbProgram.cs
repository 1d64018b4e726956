using System.ComponentModel;
using CliWrap;

namespace Espero.Station.Protocols.Adb.Server;

/// <summary>Debian's adb, with an environment of ours: nobody else's keys, port or emulators.</summary>
internal sealed class AdbProgram(string program, string home)
{
    public static AdbError Missing(string program, Exception reason) => new(
        AdbFailure.ProgramMissing,
        $"The program '{program}' cannot be run: {reason.Message} Install Debian's package adb: apt-get install adb.");

    public static bool IsMissing(Exception failure) => failure is Win32Exception or FileNotFoundException or DirectoryNotFoundException;

    /// <param name="onLine">Gets each line of both outputs, on whatever thread reads.</param>
    public Command Command(IEnumerable<string> arguments, Action<string> onLine) => Cli.Wrap(program)
        .WithArguments(arguments)
        .WithWorkingDirectory(home)
        .WithEnvironmentVariables(environment => environment
            .Set("HOME", home)
            .Set("ADB_LOCAL_TRANSPORT_MAX_PORT", "0") // or it probes 5555 to 5585 and lists what answers as an emulator
            .Set("ADB_MDNS", "0")
            .Set("ADB_MDNS_OPENSCREEN", "0")
            .Set("ADB_MDNS_AUTO_CONNECT", "0")
            .Set("ADB_LIBUSB", "0") // the other way of speaking USB names ports differently
            .Set("ADB_TRACE", null)
            .Set("ADB_VENDOR_KEYS", null)
            .Set("ADB_SERVER_SOCKET", null)
            .Set("ANDROID_ADB_SERVER_ADDRESS", null)
            .Set("ANDROID_ADB_SERVER_PORT", null)
            .Set("ANDROID_SERIAL", null))
        .WithStandardOutputPipe(PipeTarget.ToDelegate(onLine))
        .WithStandardErrorPipe(PipeTarget.ToDelegate(onLine))
        .WithValidation(CommandResultValidation.None);
}
