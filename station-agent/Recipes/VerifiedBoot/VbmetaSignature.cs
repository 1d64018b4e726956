using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Espero.Station.Recipes.VerifiedBoot;

/// <summary>Checks the signature of a vbmeta struct, as a locked phone does (libavb/avb_vbmeta_image.c, avb_vbmeta_image_verify).</summary>
internal static class VbmetaSignature
{
    private static readonly byte[] Exponent = [1, 0, 1];

    public static bool IsValid(
        uint algorithm,
        ReadOnlySpan<byte> header,
        ReadOnlySpan<byte> auxiliary,
        ReadOnlySpan<byte> hash,
        ReadOnlySpan<byte> signature,
        ReadOnlySpan<byte> publicKey)
    {
        if (algorithm == 0)
        {
            return false; // nothing is signed
        }

        var name = algorithm <= 3 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA512;
        using var sum = IncrementalHash.CreateHash(name);
        sum.AppendData(header);
        sum.AppendData(auxiliary);
        var found = sum.GetHashAndReset();
        return hash.SequenceEqual(found) && IsSigned(KeyBits(algorithm), name, found, signature, publicKey);
    }

    private static bool IsSigned(
        int keyBits, HashAlgorithmName name, byte[] hash, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey)
    {
        // Bits, a helper number, the modulus, and its square for the phone's arithmetic (avb_crypto.h, AvbRSAPublicKeyHeader).
        var modulusBytes = keyBits / 8;
        if (publicKey.Length != 8 + (2 * modulusBytes) || signature.Length != modulusBytes
            || BinaryPrimitives.ReadUInt32BigEndian(publicKey) != keyBits)
        {
            return false;
        }

        try
        {
            using var key = RSA.Create(new RSAParameters { Modulus = publicKey.Slice(8, modulusBytes).ToArray(), Exponent = Exponent });
            return key.VerifyHash(hash, signature, name, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false; // a modulus that is no modulus signs nothing
        }
    }

    private static int KeyBits(uint algorithm) => algorithm switch
    {
        1 or 4 => 2048,
        2 or 5 => 4096,
        _ => 8192,
    };
}
