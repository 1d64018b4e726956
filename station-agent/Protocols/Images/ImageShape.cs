using System.Globalization;
using Espero.Station.Protocols.Sparse;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Images;

/// <summary>What kind of image a file is, and how large. Asking for it checks a sparse image from its first chunk to its last.</summary>
/// <param name="LengthBytes">What it fills at the phone: the expanded length of a sparse image.</param>
public sealed record ImageShape(bool IsSparse, long FileBytes, long LengthBytes)
{
    private const int MagicBytes = 4;
    private const int RawBlockBytes = 4096;

    /// <param name="image">A seekable file; it stays the caller's.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="SparseFormatException">The file says it is sparse and contradicts itself.</exception>
    public static ImageShape Of(SafeFileHandle image) => Of(ImageFile.Open(image));

    internal static ImageShape Of(ImageFile file)
    {
        Span<byte> magic = stackalloc byte[(int)Math.Min(MagicBytes, file.LengthBytes)];
        file.ReadExactly(magic, 0);
        if (!SparseHeader.Begins(magic))
        {
            return new ImageShape(IsSparse: false, file.LengthBytes, file.LengthBytes);
        }

        var runs = new SparseImageRuns(file);
        while (runs.TryRead(out _))
        {
        }

        return new ImageShape(IsSparse: true, file.LengthBytes, (long)runs.TotalBlocks * runs.BlockSizeBytes);
    }

    internal IImageRuns OpenRuns(ImageFile file) => IsSparse ? new SparseImageRuns(file) : new RawImageRuns(file);

    /// <summary>The room it needs as whole blocks: what it is padded to when it is split, and what a logical partition is made of.</summary>
    public long PaddedBytes => (LengthBytes + RawBlockBytes - 1) / RawBlockBytes * RawBlockBytes;

    /// <summary>Why the image may not be sent; null where it may.</summary>
    /// <param name="maxPartBytes">The largest part it may be split into; null where it is sent whole.</param>
    internal string? Objection(FlashOrder order, long maxDownloadBytes, long? maxPartBytes)
    {
        var neededBytes = maxPartBytes is null ? LengthBytes : PaddedBytes;
        return this switch
        {
            { FileBytes: 0 } => "The image is empty.",
            _ when !order.IsLogical && neededBytes > order.PartitionSizeBytes =>
                Say($"The image needs {neededBytes} bytes, '{order.Partition}' has {order.PartitionSizeBytes}."),
            _ when maxPartBytes is null => null,
            _ when order.NeverSplit => Say($"The image has {FileBytes} bytes, may not be split, and one download takes {maxDownloadBytes}."),
            { IsSparse: false } when LengthBytes / RawBlockBytes >= uint.MaxValue => Say($"A raw image of {LengthBytes} bytes."),
            _ => null,
        };
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
