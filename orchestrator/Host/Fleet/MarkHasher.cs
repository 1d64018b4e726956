using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Fleet;

/// <summary>Turns marks in clear into what may be stored: a keyed hash, and four characters for people to compare.</summary>
internal sealed class MarkHasher
{
    private const int KeyBytes = 32;
    private const int ShownCharacters = 4;

    private readonly byte[] _key;

    public MarkHasher(IOptions<FleetOptions> options) => _key = LoadOrMakeKey(options.Value.MarkKeyFile);

    public HashedMark Hash(MarkKind kind, string value)
    {
        // Labels and serials are typed by people and printed by vendors in either case.
        var plain = value.Trim().ToUpperInvariant();
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}:{plain}"));
        // Four of six characters would be most of the secret.
        var shown = plain.Length >= ShownCharacters * 2 ? plain[^ShownCharacters..] : "";
        return new HashedMark(kind, hash, shown);
    }

    /// <summary>Another key out of the same file, for what it says: whoever knows one of them knows none of the others.</summary>
    public byte[] KeyFor(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, KeyBytes, info: Encoding.UTF8.GetBytes(purpose));

    private static byte[] LoadOrMakeKey(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var made = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            made.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            made.Flush(flushToDisk: true);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes
            ? key
            : throw new InvalidDataException($"The key file {path} holds {key.Length} bytes instead of {KeyBytes}. Put the right file back: with another key no phone is known again.");
    }
}
