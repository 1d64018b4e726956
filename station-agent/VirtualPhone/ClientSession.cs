using System.Text;
using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone;

/// <summary>One client's time with the bootloader, from the handshake until either side leaves.</summary>
internal sealed class ClientSession(
    IClientWire wire, FastbootCommands commands, WriteCommands writes, FaultSchedule faults, TimeProvider timeProvider)
{
    private const int MaxCommandBytes = 4096; // AOSP's FB_COMMAND_SZ
    private const int DataBufferBytes = 1 << 20;
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(2); // as AOSP's tcp.cpp

    // Looks like no reply: no known tag, no printable text.
    private static readonly byte[] Nonsense = [0x00, 0xFF, 0x13, 0x37, 0xDE, 0xAD, 0xBE, 0xEF, 0x0A, 0x80, 0x7F, 0x00];

    private readonly byte[] _command = new byte[MaxCommandBytes];
    private readonly byte[] _data = new byte[DataBufferBytes];

    /// <summary>Answers commands until one makes the phone leave; that last answer is returned, still unsaid.</summary>
    /// <exception cref="IOException">The client is gone.</exception>
    /// <exception cref="FastbootProtocolException">The client does not speak fastboot.</exception>
    public async Task<Answer> ServeAsync(CancellationToken cancellationToken)
    {
        writes.ForgetDownload();
        await ShakeHandsAsync(cancellationToken);
        while (true)
        {
            var length = await wire.ReadPacketAsync(_command, cancellationToken);
            var command = Encoding.Latin1.GetString(_command, 0, length);
            if (faults.For(command) is { } effect)
            {
                await SpoilAsync(effect, cancellationToken);
                continue;
            }

            var answer = await commands.RunAsync(command, cancellationToken);
            if (answer.Leave is not null)
            {
                return answer;
            }

            await SayAsync(answer, cancellationToken);
            if (answer.Kind == FastbootReplyKind.Data)
            {
                await SayAsync(await ReceiveAsync(answer.DataSizeBytes, cancellationToken), cancellationToken);
            }
        }
    }

    public async Task SayAsync(Answer answer, CancellationToken cancellationToken)
    {
        foreach (var line in answer.Info)
        {
            await wire.WritePacketAsync(Packet(FastbootReplyKind.Info, line), cancellationToken);
        }

        await wire.WritePacketAsync(Packet(answer.Kind, answer.Text), cancellationToken);
    }

    private async Task ShakeHandsAsync(CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(HandshakeLimit, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, cancellationToken);
        try
        {
            await wire.ShakeHandsAsync(either.Token);
        }
        catch (OperationCanceledException) when (tooLate.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FastbootProtocolException("no handshake.");
        }
    }

    private async Task SpoilAsync(CommandEffect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case FailEffect fail:
                await SayAsync(Answer.Fail(fail.Text), cancellationToken);
                break;
            case NonsenseEffect:
                await wire.WritePacketAsync(Nonsense, cancellationToken);
                break;
            default:
                await HearOutAsync(cancellationToken);
                break;
        }
    }

    // Silence ends only when the client leaves, which the read reports.
    private async Task HearOutAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await wire.ReadDataAsync(_data, cancellationToken);
        }
    }

    private async Task<Answer> ReceiveAsync(uint sizeBytes, CancellationToken cancellationToken)
    {
        var stored = true;
        long leftBytes = sizeBytes;
        while (leftBytes > 0)
        {
            var wanted = (int)Math.Min(_data.Length, leftBytes);
            var read = await wire.ReadDataAsync(_data.AsMemory(0, wanted), cancellationToken);
            stored = writes.Append(_data.AsMemory(0, read));
            leftBytes -= read;
        }

        return writes.EndDownload(stored);
    }

    private static byte[] Packet(FastbootReplyKind kind, string text)
    {
        var tag = kind switch
        {
            FastbootReplyKind.Okay => "OKAY",
            FastbootReplyKind.Fail => "FAIL",
            FastbootReplyKind.Data => "DATA",
            FastbootReplyKind.Info => "INFO",
            FastbootReplyKind.Text => "TEXT",
        };
        return Encoding.Latin1.GetBytes(tag + text);
    }
}
