using System.Text;
using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>One client's time with fastboot, from the handshake until either side leaves.</summary>
internal sealed class FastbootService(IFastbootLine line, PhoneMode mode, PhoneParts parts)
{
    private const int DataBufferBytes = 1 << 20;

    // Looks like no reply: no known tag, no printable text.
    private static readonly byte[] Nonsense = [0x00, 0xFF, 0x13, 0x37, 0xDE, 0xAD, 0xBE, 0xEF, 0x0A, 0x80, 0x7F, 0x00];

    private readonly byte[] _command = new byte[parts.Phone.Model.Traits.MaxCommandBytes];
    private readonly byte[] _data = new byte[DataBufferBytes];
    private readonly WriteCommands _writes = new(parts, mode);

    /// <summary>Answers commands until one makes the phone leave; null once the client has left or talked nonsense.</summary>
    public async Task<Departure?> ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await line.GreetAsync(cancellationToken);
            var commands = new FastbootCommands(parts, mode, _writes);
            while (true)
            {
                var length = await line.ReadCommandAsync(_command, cancellationToken);
                var command = Encoding.Latin1.GetString(_command, 0, length);
                parts.Options.OnCommand?.Invoke(command);
                using var turn = await parts.Turn.TakeAsync(cancellationToken);
                if (await RunAsync(commands, command, cancellationToken) is { } target)
                {
                    return target;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or FastbootProtocolException)
        {
            // The phone stays as it is and takes the next client.
            await line.DisposeAsync();
            return null;
        }
        catch (OperationCanceledException)
        {
            await line.DisposeAsync();
            throw;
        }
    }

    private async Task<Departure?> RunAsync(FastbootCommands commands, string command, CancellationToken cancellationToken)
    {
        var effect = parts.Faults.For(command);
        if (effect is HeatEffect)
        {
            parts.TurnHot();
        }
        else if (effect is ChattyEffect chatty)
        {
            await ChatAsync(chatty.Lines, cancellationToken);
        }
        else if (effect is not (null or LostAnswerEffect))
        {
            await SpoilAsync(effect, commands, command, cancellationToken);
            return null;
        }

        var answer = await commands.RunAsync(command, cancellationToken);
        if (effect is LostAnswerEffect && answer.Leave is null)
        {
            throw new IOException("The fault broke the connection.");
        }

        if (answer.Leave is { } target)
        {
            return new Departure(target, stop => SayAsync(answer, stop), line);
        }

        await SayAsync(answer, cancellationToken);
        if (answer.Upload is { } upload)
        {
            await SendAsync(answer.DataSizeBytes, upload, cancellationToken);
        }
        else if (answer.Kind == FastbootReplyKind.Data)
        {
            await SayAsync(await ReceiveAsync(answer.DataSizeBytes, cancellationToken), cancellationToken);
        }

        return null;
    }

    private async Task SayAsync(Answer answer, CancellationToken cancellationToken)
    {
        foreach (var text in answer.Info)
        {
            await line.WriteReplyAsync(Packet(FastbootReplyKind.Info, text), cancellationToken);
        }

        await line.WriteReplyAsync(Packet(answer.Kind, answer.Text), cancellationToken);
    }

    private async Task SpoilAsync(
        CommandEffect effect, FastbootCommands commands, string command, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case FailEffect fail:
                await SayAsync(Answer.Fail(fail.Text), cancellationToken);
                break;
            case DropEffect drop:
                await ReceiveHalfAsync(commands, command, cancellationToken);
                if (drop.Unplugs)
                {
                    parts.Faults.Unplug();
                }

                throw new IOException("The fault broke the connection.");
            case NonsenseEffect:
                await line.WriteReplyAsync(Nonsense, cancellationToken);
                break;
            default:
                await HearOutAsync(cancellationToken);
                break;
        }
    }

    private async Task ChatAsync(int lines, CancellationToken cancellationToken)
    {
        for (var number = 1; number <= lines; number++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), parts.Time, cancellationToken);
            await line.WriteReplyAsync(Packet(FastbootReplyKind.Info, $"still working ({number})"), cancellationToken);
        }
    }

    private async Task ReceiveHalfAsync(FastbootCommands commands, string command, CancellationToken cancellationToken)
    {
        if (!command.StartsWith("download:", StringComparison.Ordinal))
        {
            return;
        }

        var answer = await commands.RunAsync(command, cancellationToken);
        await SayAsync(answer, cancellationToken);
        if (answer.Kind == FastbootReplyKind.Data)
        {
            await ReceiveAsync(answer.DataSizeBytes / 2, cancellationToken);
            _writes.EndDownload(stored: false);
        }
    }

    // Silence ends only when the client leaves, which the read reports.
    private async Task HearOutAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await line.ReadDataAsync(_data, cancellationToken);
        }
    }

    private async Task<Answer> ReceiveAsync(uint sizeBytes, CancellationToken cancellationToken)
    {
        var stored = true;
        long leftBytes = sizeBytes;
        while (leftBytes > 0)
        {
            var wanted = (int)Math.Min(_data.Length, leftBytes);
            var read = await line.ReadDataAsync(_data.AsMemory(0, wanted), cancellationToken);
            stored = _writes.Append(_data.AsMemory(0, read));
            leftBytes -= read;
            parts.Wrote(read);
        }

        return _writes.EndDownload(stored);
    }

    private async Task SendAsync(uint sizeBytes, Func<long, Memory<byte>, int> upload, CancellationToken cancellationToken)
    {
        await line.BeginDataAsync(sizeBytes, cancellationToken);
        for (var offsetBytes = 0L; offsetBytes < sizeBytes;)
        {
            var part = _data.AsMemory(0, (int)Math.Min(_data.Length, sizeBytes - offsetBytes));
            var read = upload(offsetBytes, part);
            part.Span[read..].Clear(); // what was never written reads as zeros
            await line.WriteDataAsync(part, cancellationToken);
            offsetBytes += part.Length;
        }

        await SayAsync(Answer.Okay(), cancellationToken);
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
