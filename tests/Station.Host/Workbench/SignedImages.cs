using Espero.Testing.Images;

namespace Espero.Station.Host.Tests.Workbench;

/// <summary>A boot image, the vbmeta that covers it, and the key that has signed that.</summary>
internal static class SignedImages
{
    public static void Bring(FlashRig rig)
    {
        using var signer = new ExampleVbmeta();
        var boot = Boot(seed: 1);
        rig.Write("boot.img", boot);
        rig.Write("vbmeta.img", signer.Covering(boot));
        rig.Write("key.bin", signer.PublicKey);
    }

    public static byte[] Boot(byte seed) => [.. "ANDROID!"u8, .. Enumerable.Repeat(seed, 8192)];
}
