using System.Net.Sockets;
using System.Text;
using CsCheck;
using Espero.VirtualPhone.Adb;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Adb;

public sealed class HostileAdbTests
{
    [Fact]
    public async Task Random_bytes_never_end_the_phone()
    {
        await using var phone = RunningPhone.InSystem();

        await Gen.Byte.Array[0, 100].SampleAsync(bytes => SayAsync(phone, bytes), iter: 100, threads: 1);

        await AssertServesAsync(phone);
    }

    [Fact]
    public async Task Random_messages_after_the_hello_never_end_the_phone()
    {
        var commands = Enum.GetValues<AdbCommand>();
        var message = Gen.Select(Gen.Int[0, commands.Length - 1], Gen.UInt[0, 3], Gen.UInt[0, 3], Gen.Byte.Array[0, 20])
            .Select((command, first, second, payload) => Wire(commands[command], first, second, payload));
        await using var phone = RunningPhone.InSystem();

        await message.Array[1, 6].SampleAsync(
            messages => SayAsync(phone, [.. Wire(AdbCommand.Connect, AdbWire.Version, 4096, []), .. messages.SelectMany(one => one)]),
            iter: 100,
            threads: 1);

        await AssertServesAsync(phone);
    }

    private static async Task SayAsync(RunningPhone phone, byte[] said)
    {
        await using var stream = await AdbHello.ConnectAsync(phone.Server.AdbAddress!);
        await stream.WriteAsync(said, TestContext.Current.CancellationToken);
        stream.Socket.Shutdown(SocketShutdown.Send);
        var heard = new byte[4096];
        try
        {
            while (await stream.ReadAsync(heard, TestContext.Current.CancellationToken) > 0)
            {
            }
        }
        catch (IOException)
        {
        }
    }

    private static async Task AssertServesAsync(RunningPhone phone)
    {
        var banner = await AdbHello.SendAsync(phone.Server.AdbAddress!);
        Assert.StartsWith("device::", Encoding.UTF8.GetString(banner.Payload.Span), StringComparison.Ordinal);
    }

    private static byte[] Wire(AdbCommand command, uint first, uint second, byte[] payload) =>
    [
        .. BitConverter.GetBytes((uint)command), .. BitConverter.GetBytes(first), .. BitConverter.GetBytes(second),
        .. BitConverter.GetBytes(payload.Length), .. new byte[4], .. BitConverter.GetBytes(~(uint)command), .. payload,
    ];
}
