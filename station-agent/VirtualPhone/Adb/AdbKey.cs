using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Espero.VirtualPhone.Adb;

/// <summary>
/// A public key as adb sends it: base64 of Android's own layout (AOSP libcrypto_utils, android_pubkey.c: word count, an
/// inverse, the modulus and a square in little-endian bytes, the exponent), a space, and a name.
/// </summary>
internal static class AdbKey
{
    private const int ModulusBytes = 256;
    private const int ModulusOffset = 8;
    private const int ExponentOffset = ModulusOffset + (2 * ModulusBytes);
    private const int LayoutBytes = ExponentOffset + sizeof(uint);

    public static string Text(ReadOnlySpan<byte> payload) => Encoding.UTF8.GetString(payload.TrimEnd((byte)0));

    /// <summary>Whether this key signed the token.</summary>
    public static bool Signed(string key, byte[] token, ReadOnlySpan<byte> signature)
    {
        var layout = new byte[LayoutBytes];
        if (!Convert.TryFromBase64String(key.Split(' ')[0], layout, out var length) || length != LayoutBytes)
        {
            return false;
        }

        var modulus = layout.AsSpan(ModulusOffset, ModulusBytes).ToArray();
        Array.Reverse(modulus);
        var exponent = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(exponent, BinaryPrimitives.ReadUInt32LittleEndian(layout.AsSpan(ExponentOffset)));
        try
        {
            // The token itself is signed as if it were a SHA-1 hash.
            using var rsa = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
            return rsa.VerifyHash(token, signature, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
