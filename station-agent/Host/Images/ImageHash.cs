using System.Buffers;
using System.Security.Cryptography;

namespace Espero.Station.Images;

/// <summary>Hashes files and what streams past, through one small buffer.</summary>
internal sealed class ImageHash : IDisposable
{
    public const int BufferBytes = 256 * 1024;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public bool Matches(ImageFile file) => file.Sha256.Span.SequenceEqual(_hash.GetHashAndReset());

    public void Reset() => _hash.GetHashAndReset();

    /// <summary>Takes in all of a stream and says how long it was.</summary>
    public async Task<long> AddAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var totalBytes = 0L;
            int readBytes;
            while ((readBytes = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                Add(buffer.AsSpan(0, readBytes));
                totalBytes += readBytes;
            }

            return totalBytes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _hash.Dispose();
}
