using System.Security.Cryptography;
using Espero.Orchestrator.Fleet;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>Closes what opens a phone so that the database, and a backup of it, cannot tell it. Bound to its phone: moved to another row it does not open.</summary>
internal sealed class UnlockCodeSeal(MarkHasher keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key = keys.KeyFor("unlock-code");

    /// <returns>Nonce, tag, and the rest.</returns>
    public byte[] Close(Guid phoneId, ReadOnlySpan<byte> code)
    {
        var closed = new byte[NonceBytes + TagBytes + code.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(
            closed.AsSpan(0, NonceBytes), code, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), phoneId.ToByteArray());
        return closed;
    }

    /// <summary>Null when it was closed with another key, or for another phone.</summary>
    public byte[]? Open(Guid phoneId, ReadOnlySpan<byte> closed)
    {
        var code = new byte[Math.Max(0, closed.Length - NonceBytes - TagBytes)];
        using var aes = new AesGcm(_key, TagBytes);
        try
        {
            aes.Decrypt(closed[..NonceBytes], closed[(NonceBytes + TagBytes)..], closed.Slice(NonceBytes, TagBytes), code, phoneId.ToByteArray());
            return code;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
