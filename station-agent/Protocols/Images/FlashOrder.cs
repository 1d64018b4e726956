namespace Espero.Station.Protocols.Images;

/// <summary>Where an image goes, and what is known of the place.</summary>
/// <param name="Partition">The name the bootloader knows, its slot's suffix included.</param>
public sealed record FlashOrder(string Partition)
{
    /// <summary>The phone's <c>max-download-size</c> in bytes; null where it names none. Ask again after every change of mode.</summary>
    public long? MaxDownloadSizeBytes { get; init; }

    /// <summary>The room there is in bytes; null where the phone does not tell.</summary>
    public long? PartitionSizeBytes { get; init; }

    /// <summary>
    /// A partition inside super, which fastbootd gives the image's size before it is written. Its size now says nothing; whether
    /// super has the room, the phone answers before the first byte is sent.
    /// </summary>
    public bool IsLogical { get; init; }

    /// <summary>Bits to set in the image's vbmeta struct on the way. The file stays as it is.</summary>
    public VbmetaFlags VbmetaFlags { get; init; }

    /// <summary>Sends the file as it is or not at all: for a partition whose bootloader reads no sparse image.</summary>
    public bool NeverSplit { get; init; }
}
