namespace Espero.Station.Protocols.Adb;

/// <summary>What a FAIL of the server means; its texts are from AOSP adb/transport.cpp, acquire_one_transport.</summary>
internal static class AdbFailText
{
    public static AdbError ToError(string text) => new(Classify(text), text);

    private static AdbFailure Classify(string text) => text switch
    {
        _ when text.StartsWith("device unauthorized", StringComparison.Ordinal) => AdbFailure.Unauthorized,
        _ when text.StartsWith("device offline", StringComparison.Ordinal) => AdbFailure.PhoneNotReady,
        _ when text.StartsWith("device still ", StringComparison.Ordinal) => AdbFailure.PhoneNotReady,
        _ when text.StartsWith("insufficient permissions", StringComparison.Ordinal) => AdbFailure.NoPermission,
        _ when text.StartsWith("no device", StringComparison.Ordinal) => AdbFailure.PhoneGone,
        _ when text.StartsWith("no such device", StringComparison.Ordinal) => AdbFailure.PhoneGone,
        _ when text.StartsWith("device '", StringComparison.Ordinal) => AdbFailure.PhoneGone, // device 'SERIAL' not found
        _ => AdbFailure.Refused,
    };
}
