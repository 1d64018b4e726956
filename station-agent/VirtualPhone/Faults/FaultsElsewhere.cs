using System.Collections.Immutable;
using static Espero.VirtualPhone.Faults.FailureOrigin;

namespace Espero.VirtualPhone.Faults;

/// <summary>Classes of failure that are not the phone's, with whose they are.</summary>
internal static class FaultsElsewhere
{
    public static ImmutableArray<FailureOnDemand> All { get; } =
    [
        Of("odin-session-lost", OtherTransport, "download mode speaks over USB only."),
        Of("odin-image-refused", OtherTransport, "download mode speaks over USB only."),
        Of("several-in-download-mode", OtherTransport, "download mode speaks over USB only."),
        Of("emergency-mode", OtherTransport, "the chip's emergency mode speaks over USB only."),
        Of("edl-error-state", OtherTransport, "the chip's emergency mode speaks over USB only."),
        Of("edl-authentication-needed", OtherTransport, "the chip's emergency mode speaks over USB only."),

        Of("battery-swollen", Person, "only a person sees it."),
        Of("serial-not-unique", Person, "somebody named a phone by a serial that another one has, too."),
        Of("hands-not-done", Person, "somebody did not do what the station asked for."),
        Of("release-missing", Person, "nobody has released the phone."),
        Of("cancelled", Person, "somebody cancelled."),

        Of("port-over-current", FailureOrigin.Station, "its hub reports it."),
        Of("hub-power-low", FailureOrigin.Station, "its hub reports it."),
        Of("phone-held-by-other-program", FailureOrigin.Station, "a program of the station holds the phone's USB interface."),
        Of("adb-server-killed", FailureOrigin.Station, "a program of the station ended its adb server."),
        Of("station-disk-full", FailureOrigin.Station, "its disk is full."),
        Of("station-memory-short", FailureOrigin.Station, "its memory is short."),
        Of("station-clock-wrong", FailureOrigin.Station, "its clock is wrong."),
        Of("station-no-permission", FailureOrigin.Station, "its udev rules are missing."),
        Of("station-program-missing", FailureOrigin.Station, "a program that it needs is not installed."),
        Of("station-stopped", FailureOrigin.Station, "its program or its PC stopped."),
        Of("interrupted", FailureOrigin.Station, "it stopped or lost its phone for good while it was writing."),
        Of("station-fault", FailureOrigin.Station, "its program made a mistake."),
        Of("given-up", FailureOrigin.Station, "it waited too long."),

        Of("image-corrupt", Build, "a file has another hash than was signed."),
        Of("image-unreadable", Build, "a file is no image."),
        Of("download-failed", Build, "a file could not be fetched."),
        Of("file-missing", Build, "a file is not there."),

        Of("verb-not-supported", Plan, "it uses a verb that the station does not know."),
        Of("partition-forbidden", Plan, "it writes a partition that is never written."),
        Of("plan-unreadable", Plan, "its bytes are no plan."),
    ];

    private static FailureOnDemand Of(string code, FailureOrigin origin, string how) => new(code, origin, how, []);
}
