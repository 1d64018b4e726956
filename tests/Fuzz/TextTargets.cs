using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.VerifiedBoot;

namespace Espero.Fuzz;

/// <summary>What phones say of their failures, and how their images are signed.</summary>
internal static class TextTargets
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        [FailureCode.BatteryLow] = "FAILBattery Low",
        [FailureCode.BootloaderLocked] = "Download for partition 'boot' is not allowed",
        [FailureCode.PartitionMissing] = "partition\tdoesn't exist",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ImmutableArray<FuzzTarget> All { get; } = [FailText(), InstallLog(), Vbmeta()];

    private static FuzzTarget FailText() => new(
        "fail-text",
        [.. Known.Values.Select(Encoding.UTF8.GetBytes)],
        input => Look(Classify(input)),
        input => _ = Known[Classify(input)], // a bootloader with words of its own
        _ => false);

    private static FuzzTarget InstallLog() => new(
        "install-log",
        [
            Encoding.UTF8.GetBytes("/sideload/package.zip\n0\nE:signature verification failed\nInstallation aborted.\n"),
            Encoding.UTF8.GetBytes("/sideload/package.zip\n1\nInstall from ADB complete.\n"),
        ],
        input => Look(ReadInstallLog(input).Code),
        input => _ = ReadInstallLog(input).Reason.Split("E:")[1], // a log without a reason
        _ => false);

    private static FuzzTarget Vbmeta() => new(
        "vbmeta",
        [VbmetaExample()],
        input => ReadVbmeta(input),
        input => _ = ReadVbmeta(input).Descriptors[0], // a struct that covers nothing
        exception => exception is InvalidDataException)
    {
        FacesPhone = false,
    };

    private static void Look(string code)
    {
        _ = FailureCatalogue.Find(code) ?? throw new InvalidOperationException($"The catalogue does not have '{code}'.");
    }

    private static string Classify(byte[] input) => FailTextClassifier.Classify(Encoding.Latin1.GetString(input));

    // The result file and the log stand in one input.
    private static (string Code, string Reason) ReadInstallLog(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        _ = InstallRefusal.IsIn(text);
        return InstallRefusal.ReasonIn(text);
    }

    private static VbmetaImage ReadVbmeta(byte[] input) =>
        VbmetaReader.TryRead(input, out var image, out var reason) ? image : throw new InvalidDataException(reason);

    // Unsigned, with a hash descriptor of boot (libavb/avb_vbmeta_image.h, avb_hash_descriptor.h).
    private static byte[] VbmetaExample()
    {
        const int headerBytes = 256;
        const int descriptorBytes = 176;
        var image = new byte[headerBytes + 192];
        "AVB0"u8.CopyTo(image);
        BinaryPrimitives.WriteUInt32BigEndian(image.AsSpan(4), 1);
        BinaryPrimitives.WriteUInt64BigEndian(image.AsSpan(20), 192); // all that follows the header
        BinaryPrimitives.WriteUInt64BigEndian(image.AsSpan(104), descriptorBytes);
        var descriptor = image.AsSpan(headerBytes);
        BinaryPrimitives.WriteUInt64BigEndian(descriptor, 2);
        BinaryPrimitives.WriteUInt64BigEndian(descriptor[8..], descriptorBytes - 16);
        BinaryPrimitives.WriteUInt64BigEndian(descriptor[16..], 4096);
        "sha256"u8.CopyTo(descriptor[24..]);
        BinaryPrimitives.WriteUInt32BigEndian(descriptor[56..], 4);
        BinaryPrimitives.WriteUInt32BigEndian(descriptor[64..], 32);
        "boot"u8.CopyTo(descriptor[132..]);
        return image;
    }
}
