using System.Buffers.Binary;
using System.Text;
using Espero.VirtualPhone.Android;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Adb;

/// <summary>Runs one command line and says what came of it (AOSP adb/shell_protocol.h).</summary>
internal sealed class ShellService(PhoneParts parts, PhoneMode mode, ShellRequest request)
{
    private const byte StandardOutput = 1;
    private const byte StandardError = 2;
    private const byte Exit = 3;
    private const int FrameHeaderBytes = 5;

    public async Task<BootTarget?> RunAsync(AdbStream stream, CancellationToken cancellationToken)
    {
        ShellResult result;
        using (await parts.Turn.TakeAsync(cancellationToken))
        {
            result = new Shell(parts, mode).Run(request.Command);
        }

        if (request.IsFramed)
        {
            await SayAsync(stream, StandardOutput, Encoding.UTF8.GetBytes(result.Output), cancellationToken);
            await SayAsync(stream, StandardError, Encoding.UTF8.GetBytes(result.Error), cancellationToken);
            await SayAsync(stream, Exit, [result.ExitCode], cancellationToken);
        }
        else
        {
            await stream.WriteAsync(result.Output + result.Error, cancellationToken);
        }

        return result.Leave;
    }

    private static async Task SayAsync(AdbStream stream, byte id, byte[] bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length == 0)
        {
            return;
        }

        var frame = new byte[FrameHeaderBytes + bytes.Length];
        frame[0] = id;
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(1), bytes.Length);
        bytes.CopyTo(frame.AsSpan(FrameHeaderBytes));
        await stream.WriteAsync(frame, cancellationToken);
    }
}
