using System.Buffers.Binary;
using Espero.VirtualPhone.Gadget;
using Espero.VirtualPhone.Wire;

namespace Espero.Usb.Probe;

/// <summary>
/// A Samsung phone in download mode, as far as heimdall asks (Heimdall source, <c>BridgeManager.cpp</c>): one session, its
/// partition table, files in sequences of parts. What is sent for an identifier is kept as a file of that number.
/// </summary>
internal sealed class OdinPhone(IFastbootLine line, string folder)
{
    private const int ControlBytes = 1024;
    private const uint Session = 0x64;
    private const uint Table = 0x65;
    private const uint Transfer = 0x66;
    private const uint End = 0x67;
    private const uint PartReceived = 0;
    private const int TablePartBytes = 500;
    private const int IdentifierAt = 24;

    private readonly byte[] _control = new byte[ControlBytes];
    private readonly byte[] _part = new byte[1 << 20];
    private readonly byte[] _table = OdinTable.Bytes();
    private readonly MemoryStream _file = new();
    private int _partBytes = 128 << 10;

    public static async Task<int> RunAsync(string controller, string folder, CancellationToken cancellationToken)
    {
        using var socket = new GadgetSocket(new GadgetPaths(controller), GadgetFace.Download, TimeProvider.System);
        Directory.CreateDirectory(folder);
        socket.Open(new GadgetIdentity(0x04E8, 0x685D), "");
        while (true)
        {
            var stream = socket.Connect();
            await using var line = new GadgetLine(stream, () => socket.DropAsync(stream));
            try
            {
                await new OdinPhone(line, folder).ServeAsync(cancellationToken);
            }
            catch (IOException)
            {
                // The cable was pulled; the next client is welcome.
            }
        }
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = await line.ReadDataAsync(_control, cancellationToken);
            if (_control.AsSpan(0, length).SequenceEqual("ODIN"u8))
            {
                await line.WriteReplyAsync("LOKE"u8.ToArray(), cancellationToken);
            }
            else if (length == ControlBytes)
            {
                await AnswerAsync(Number(0), Number(4), cancellationToken);
            }
        }
    }

    private async Task AnswerAsync(uint kind, uint request, CancellationToken cancellationToken)
    {
        switch (kind, request)
        {
            case (Session, 0):
                await SayAsync(kind, (uint)_partBytes, cancellationToken);
                break;
            case (Session, 5):
                _partBytes = (int)Math.Min(Number(8), (uint)_part.Length);
                await SayAsync(kind, 0, cancellationToken);
                break;
            case (Table, 1):
                await SayAsync(kind, (uint)_table.Length, cancellationToken);
                break;
            case (Table, 2):
                var from = (int)Math.Min(Number(8), int.MaxValue / TablePartBytes) * TablePartBytes;
                await line.WriteReplyAsync(_table.Skip(from).Take(TablePartBytes).ToArray(), cancellationToken);
                break;
            case (Transfer, 0):
                _file.SetLength(0);
                await SayAsync(kind, 0, cancellationToken);
                break;
            case (Transfer, 2):
                await SayAsync(kind, 0, cancellationToken);
                await ReceiveSequenceAsync(Number(8), cancellationToken);
                break;
            case (Transfer, 3):
                await KeepAsync(Number(12), Number(IdentifierAt), cancellationToken);
                await SayAsync(kind, 0, cancellationToken);
                break;
            case (Session or Table or End, _):
                await SayAsync(kind, 0, cancellationToken);
                break;
        }
    }

    private async Task ReceiveSequenceAsync(uint sequenceBytes, CancellationToken cancellationToken)
    {
        var parts = (sequenceBytes + (uint)_partBytes - 1) / (uint)_partBytes;
        for (var part = 0u; part < parts; part++)
        {
            // Heimdall sends something empty between parts, which reads as nothing.
            for (var received = 0; received < _partBytes;)
            {
                received += await line.ReadDataAsync(_part.AsMemory(received, _partBytes - received), cancellationToken);
            }

            _file.Write(_part, 0, _partBytes);
            await SayAsync(PartReceived, part, cancellationToken);
        }
    }

    // The last part is filled up; only here the real length of the sequence is told.
    private async Task KeepAsync(uint sequenceBytes, uint identifier, CancellationToken cancellationToken)
    {
        _file.SetLength(Math.Min(_file.Length, sequenceBytes));
        await using var file = new FileStream(Path.Combine(folder, $"{identifier}"), FileMode.Append);
        await file.WriteAsync(_file.GetBuffer().AsMemory(0, (int)_file.Length), cancellationToken);
        _file.SetLength(0);
    }

    private ValueTask SayAsync(uint kind, uint value, CancellationToken cancellationToken)
    {
        var answer = new byte[2 * sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(answer, kind);
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(sizeof(uint)), value);
        return line.WriteReplyAsync(answer, cancellationToken);
    }

    private uint Number(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_control.AsSpan(at));
}
