using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Espero.Station.Protocols.Fastboot;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Adb;

/// <summary>
/// The file service of a phone (AOSP adb/SYNC.TXT, adb/file_sync_protocol.h): a word of four letters, a little-endian number,
/// and as many bytes as the number says where it is a length.
/// </summary>
internal sealed class SyncSession(Stream stream, Watchdog watchdog)
{
    private const int WordBytes = 8;
    private const int StatBytes = 16;
    private const int MaxDataBytes = 1 << 16;
    private const int MaxPathBytes = 1000; // 1024 with the mode behind it
    private const int MaxComplaintBytes = 1 << 16;
    private const int RegularFile = 0x8000; // S_IFREG

    /// <summary>Sends the file and waits for the phone's verdict. A phone that refuses in the middle is heard at once.</summary>
    public async Task<AdbResult<PushReceipt>> SendAsync(
        SafeFileHandle file, string pathOnPhone, UnixFileMode mode, IProgress<long>? progress)
    {
        if (Encoding.UTF8.GetByteCount(pathOnPhone) is 0 or > MaxPathBytes)
        {
            return new AdbError(AdbFailure.Refused, $"A path of 1 to {MaxPathBytes} bytes is needed.");
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"{pathOnPhone},{RegularFile | (int)mode}");
        await WriteAsync("SEND"u8, Encoding.UTF8.GetBytes(place));
        var verdict = ReadVerdictAsync();
        var sent = await SendDataAsync(file, verdict, progress);
        return await verdict is { } refusal ? new AdbError(AdbFailure.Refused, refusal) : sent;
    }

    /// <summary>The size of a file on the phone, modulo 2^32 as the oldest question gives it; 0 where there is none.</summary>
    public async Task<uint> ReadSizeAsync(string pathOnPhone)
    {
        await WriteAsync("STAT"u8, Encoding.UTF8.GetBytes(pathOnPhone));
        var answer = new byte[StatBytes];
        await stream.ReadExactlyAsync(answer, watchdog.Token);
        return answer.AsSpan().StartsWith("STAT"u8)
            ? BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(8))
            : throw new AdbProtocolException($"'{Encoding.Latin1.GetString(answer, 0, 4)}' where STAT was asked for.");
    }

    private async Task<PushReceipt> SendDataAsync(SafeFileHandle file, Task verdict, IProgress<long>? progress)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sizeBytes = RandomAccess.GetLength(file);
        var frame = ArrayPool<byte>.Shared.Rent(WordBytes + MaxDataBytes);
        try
        {
            var sentBytes = 0L;
            while (sentBytes < sizeBytes && !verdict.IsCompleted)
            {
                var data = frame.AsMemory(WordBytes, (int)Math.Min(MaxDataBytes, sizeBytes - sentBytes));
                PackageFile.ReadExactly(file, data.Span, sentBytes);
                hash.AppendData(data.Span);
                WriteWord(frame, "DATA"u8, (uint)data.Length);
                await stream.WriteAsync(frame.AsMemory(0, WordBytes + data.Length), watchdog.Token);
                watchdog.Feed();
                sentBytes += data.Length;
                progress?.Report(sentBytes);
            }

            WriteWord(frame, "DONE"u8, (uint)File.GetLastWriteTimeUtc(file).Subtract(DateTime.UnixEpoch).TotalSeconds);
            await stream.WriteAsync(frame.AsMemory(0, WordBytes), watchdog.Token);
        }
        catch (IOException) when (!watchdog.Token.IsCancellationRequested)
        {
            // The phone hung up on us; why, it says in its verdict.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }

        return new PushReceipt(sizeBytes, Convert.ToHexStringLower(hash.GetHashAndReset()), IsHashSeen: false);
    }

    // Null for OKAY, the phone's complaint otherwise.
    private async Task<string?> ReadVerdictAsync()
    {
        var word = new byte[WordBytes];
        await stream.ReadExactlyAsync(word, watchdog.Token);
        watchdog.Feed();
        var number = BinaryPrimitives.ReadUInt32LittleEndian(word.AsSpan(4));
        switch (word.AsSpan(0, 4))
        {
            case var okay when okay.SequenceEqual("OKAY"u8):
                return null;
            case var fail when fail.SequenceEqual("FAIL"u8) && number <= MaxComplaintBytes:
                var complaint = new byte[number];
                await stream.ReadExactlyAsync(complaint, watchdog.Token);
                return Encoding.UTF8.GetString(complaint);
            default:
                throw new AdbProtocolException($"a verdict of '{Encoding.Latin1.GetString(word, 0, 4)}' {number} on a file.");
        }
    }

    private ValueTask WriteAsync(ReadOnlySpan<byte> word, ReadOnlySpan<byte> bytes)
    {
        var request = new byte[WordBytes + bytes.Length];
        WriteWord(request, word, (uint)bytes.Length);
        bytes.CopyTo(request.AsSpan(WordBytes));
        return stream.WriteAsync(request, watchdog.Token);
    }

    private static void WriteWord(Span<byte> to, ReadOnlySpan<byte> word, uint number)
    {
        word.CopyTo(to);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], number);
    }
}
