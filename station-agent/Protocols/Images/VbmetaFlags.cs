namespace Espero.Station.Protocols.Images;

/// <summary>What a vbmeta struct lets the bootloader skip (AOSP libavb, AvbVBMetaImageFlags). A phone so flashed must not be locked.</summary>
[Flags]
public enum VbmetaFlags
{
    None = 0,

    /// <summary>The running system does not check its partitions (<c>--disable-verity</c>).</summary>
    DisableVerity = 1,

    /// <summary>The bootloader does not check them either (<c>--disable-verification</c>).</summary>
    DisableVerification = 2,
}
