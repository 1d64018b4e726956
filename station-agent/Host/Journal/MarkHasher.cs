using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Espero.Station.Journal;

/// <summary>Recognises a phone by its serial without writing the serial down: personal data stays out of the journal.</summary>
internal sealed class MarkHasher(ByteString key)
{
    private const int KeptBytes = 16;

    public ByteString Hash(string serial) =>
        ByteString.CopyFrom(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(serial)).AsSpan(0, KeptBytes));
}
