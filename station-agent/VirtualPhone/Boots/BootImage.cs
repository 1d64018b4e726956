namespace Espero.VirtualPhone.Boots;

/// <summary>What a bootloader knows a boot image by (AOSP system/tools/mkbootimg, bootimg.h).</summary>
internal static class BootImage
{
    public static bool Begins(ReadOnlySpan<byte> start) => start.StartsWith("ANDROID!"u8);
}
