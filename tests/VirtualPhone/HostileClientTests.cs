using System.Buffers.Binary;
using System.Net.Sockets;
using CsCheck;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests;

public sealed class HostileClientTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly string[] Words =
        ["getvar:", "download:", "flash:", "erase:", "set_active:", "flashing ", "boot_a", "00000001", ":", "\0"];

    public static TheoryData<byte[]> Greetings => new(
        new byte[][]
        {
            [],
            "F"u8.ToArray(),
            "GET / HTTP/1.1\r\n\r\n"u8.ToArray(),
            "FB00"u8.ToArray(),
            [.. "FB01"u8, .. new byte[3]],
            [.. "FB01"u8, .. Length(long.MaxValue), .. "getvar:all"u8],
            [.. "FB01"u8, .. Length(-1), .. "getvar:all"u8],
            [.. "FB01"u8, .. Length(4097), .. new byte[4097]],
            [.. "FB01"u8, .. Length(10), .. "getvar"u8],
            [.. "FB01"u8, .. Length(17), .. "download:00000010"u8, .. Length(0x7FFFFFFF), .. new byte[0x11]],
        });

    [Theory]
    [MemberData(nameof(Greetings))]
    public async Task Whatever_one_client_says_the_next_is_served(byte[] said)
    {
        await using var phone = RunningPhone.Start();

        await SayAsync(phone, said);

        await AssertServesAsync(phone);
    }

    [Fact]
    public async Task A_client_that_never_greets_is_put_out()
    {
        await using var phone = RunningPhone.Start();
        await using var mute = await TestClient.ConnectWithoutHandshakeAsync(phone.Server.Address, Limit);

        await AssertServesAsync(phone); // waits behind the mute one
    }

    [Fact]
    public async Task Random_bytes_after_the_handshake_never_end_the_phone()
    {
        await using var phone = RunningPhone.Start();

        await Gen.Byte.Array[0, 200].SampleAsync(bytes => SayAsync(phone, [.. "FB01"u8, .. bytes]), iter: 200, threads: 1);

        await AssertServesAsync(phone);
    }

    [Fact]
    public async Task Random_commands_never_end_the_phone()
    {
        var word = Gen.Int[0, Words.Length - 1].Select(index => Words[index]);
        await using var phone = RunningPhone.Start();

        await word.Array[0, 4].SampleAsync(
            words =>
            {
                var command = System.Text.Encoding.Latin1.GetBytes(string.Concat(words));
                return SayAsync(phone, [.. "FB01"u8, .. Length(command.Length), .. command]);
            },
            iter: 200,
            threads: 1);

        await AssertServesAsync(phone);
    }

    private static async Task SayAsync(RunningPhone phone, byte[] said)
    {
        await using var client = await TestClient.ConnectWithoutHandshakeAsync(phone.Server.Address, Limit);
        await client.Stream.WriteAsync(said, client.Limit);
        client.Stream.Socket.Shutdown(SocketShutdown.Send);
        while (!await client.IsDroppedAsync())
        {
        }
    }

    private static async Task AssertServesAsync(RunningPhone phone)
    {
        await using var client = await phone.ConnectAsync();
        Assert.Equal("virtual-a", await client.GetVariableAsync("product"));
    }

    private static byte[] Length(long length)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, length);
        return bytes;
    }
}
