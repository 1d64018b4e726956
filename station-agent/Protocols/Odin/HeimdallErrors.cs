using System.Collections.Immutable;

namespace Espero.Station.Protocols.Odin;

/// <summary>What heimdall 1.4.2's errors mean (its BridgeManager.cpp and FlashAction.cpp; some of them provoked, all of them in its binary).</summary>
internal static class HeimdallErrors
{
    private const string Handshake = "handshake";
    private const StringComparison Plainly = StringComparison.OrdinalIgnoreCase;

    // The first that matches the first error wins: later errors are its consequences.
    private static readonly ImmutableArray<(string Part, OdinFailure Failure)> Known =
    [
        ("Failed to detect compatible download-mode device", OdinFailure.NotFound),
        ("Failed to access device. libusb error: -3", OdinFailure.NoPermission),
        ("Claiming interface failed", OdinFailure.NoPermission),
        ("Failed to open file", OdinFailure.ImageUnreadable),
        ("Failed to read PIT file", OdinFailure.ImageUnreadable),
        ("does not exist in the specified PIT", OdinFailure.PartitionAbsent),
        ("No partition with identifier", OdinFailure.PartitionAbsent),

        // The phone says no at the end of a file, or to one of its parts, and shows why in red.
        ("Failed to confirm end of file transfer sequence", OdinFailure.ImageRejected),
        ("Failed to end phone file transfer sequence", OdinFailure.ImageRejected),
        ("Failed to end modem file transfer sequence", OdinFailure.ImageRejected),
        ("Failed to confirm end of PIT file transfer", OdinFailure.ImageRejected),

        ("Failed to access device", OdinFailure.SessionLost),
        ("libusb error", OdinFailure.SessionLost),
        (Handshake, OdinFailure.SessionLost),
        ("Protocol initialisation failed", OdinFailure.SessionLost),
        ("Failed to begin session", OdinFailure.SessionLost),
        ("Setting up interface failed", OdinFailure.SessionLost),
        ("Failed to ", OdinFailure.SessionLost),
        ("Unexpected ", OdinFailure.SessionLost),
        ("Expected file part index", OdinFailure.SessionLost),
    ];

    /// <summary>Whether the phone did not answer, or not rightly, to the first word of all.</summary>
    public static bool IsHandshake(OdinError error) =>
        error.Failure is OdinFailure.SessionLost && error.Text.Contains(Handshake, Plainly);

    /// <summary>The failure behind the first error; <see cref="OdinFailure.ToolFailed"/> where there is none that is known.</summary>
    public static OdinError Of(ImmutableArray<string> errors, int exitCode)
    {
        if (errors is [var first, ..])
        {
            var known = Known.FirstOrDefault(one => first.Contains(one.Part, Plainly));
            return new OdinError(known.Part is null ? OdinFailure.ToolFailed : known.Failure, first);
        }

        return new OdinError(OdinFailure.ToolFailed, $"heimdall ended with {exitCode} and did not do all it was asked.");
    }
}
