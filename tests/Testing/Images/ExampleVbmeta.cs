using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Espero.Testing.Images;

/// <summary>Makes signed vbmeta structs, field by field as libavb's headers lay them out.</summary>
public sealed class ExampleVbmeta : IDisposable
{
    private static readonly byte[] Salt = [0xab, 0xcd];

    private readonly RSA _key = RSA.Create(2048);

    public byte[] PublicKey
    {
        get
        {
            var modulus = _key.ExportParameters(includePrivateParameters: false).Modulus!;
            var key = new byte[8 + (2 * modulus.Length)];
            BinaryPrimitives.WriteUInt32BigEndian(key, 2048);
            modulus.CopyTo(key, 8);
            return key;
        }
    }

    /// <summary>A struct that covers boot by its hash and chains vbmeta_system.</summary>
    public byte[] Make(uint flags = 0, ulong rollbackIndex = 7, uint algorithm = 1) =>
        Sign([.. HashOf("boot", 4096, new byte[32]), .. ChainTo("vbmeta_system", PublicKey)], flags, rollbackIndex, algorithm);

    /// <summary>A struct that covers this boot image and nothing else.</summary>
    public byte[] Covering(ReadOnlySpan<byte> boot) =>
        Sign(HashOf("boot", boot.Length, SHA256.HashData([.. Salt, .. boot])), flags: 0, rollbackIndex: 7, algorithm: 1);

    public void Dispose() => _key.Dispose();

    private byte[] Sign(byte[] descriptors, uint flags, ulong rollbackIndex, uint algorithm)
    {
        var auxiliary = Padded([.. descriptors, .. PublicKey], 64);
        var header = new byte[256];
        "AVB0"u8.CopyTo(header);
        Put32(header, 4, 1);
        Put64(header, 12, 320); // 32 of hash, 256 of signature, to the next 64
        Put64(header, 20, (ulong)auxiliary.Length);
        Put32(header, 28, algorithm);
        Put64(header, 40, 32);
        Put64(header, 48, 32);
        Put64(header, 56, 256);
        Put64(header, 64, (ulong)descriptors.Length);
        Put64(header, 72, (ulong)PublicKey.Length);
        Put64(header, 104, (ulong)descriptors.Length);
        Put64(header, 112, rollbackIndex);
        Put32(header, 120, flags);
        byte[] signed = [.. header, .. auxiliary];
        var hash = SHA256.HashData(signed);
        var signature = _key.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return [.. header, .. Padded([.. hash, .. signature], 64), .. auxiliary];
    }

    private static byte[] HashOf(string partition, int sizeBytes, byte[] digest)
    {
        var body = new byte[132];
        Put64(body, 0, 2);
        Put64(body, 16, (ulong)sizeBytes);
        "sha256"u8.CopyTo(body.AsSpan(24));
        Put32(body, 56, (uint)partition.Length);
        Put32(body, 60, (uint)Salt.Length);
        Put32(body, 64, 32);
        return WithLength([.. body, .. Encoding.ASCII.GetBytes(partition), .. Salt, .. digest]);
    }

    private static byte[] ChainTo(string partition, byte[] publicKey)
    {
        var body = new byte[92];
        Put64(body, 0, 4);
        Put32(body, 16, 1);
        Put32(body, 20, (uint)partition.Length);
        Put32(body, 24, (uint)publicKey.Length);
        return WithLength([.. body, .. Encoding.ASCII.GetBytes(partition), .. publicKey]);
    }

    private static byte[] WithLength(byte[] body)
    {
        var padded = Padded(body, 8);
        Put64(padded, 8, (ulong)padded.Length - 16);
        return padded;
    }

    private static byte[] Padded(byte[] bytes, int to) => [.. bytes, .. new byte[(to - (bytes.Length % to)) % to]];

    private static void Put32(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);

    private static void Put64(byte[] bytes, int at, ulong value) => BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(at), value);
}
