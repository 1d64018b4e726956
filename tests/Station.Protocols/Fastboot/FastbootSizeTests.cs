using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests.Fastboot;

public sealed class FastbootSizeTests
{
    [Theory]
    [InlineData("0x10000000", 256 << 20)]
    [InlineData("0X8000000", 128 << 20)]
    [InlineData(" 0x4000000\n", 64 << 20)]
    [InlineData("1fffe000", 0x1FFFE000)]
    [InlineData("10000000", 256 << 20)] // hexadecimal: ten million is no whole number of blocks
    [InlineData("268435456", 256 << 20)]
    [InlineData("40960000", 40960000)] // both are: the smaller one
    [InlineData("1000", 4096)]
    [InlineData("7", 7)]
    public void A_size_is_read_the_way_bootloaders_write_it(string text, long sizeBytes)
    {
        Assert.True(FastbootSize.TryParse(text, out var read));
        Assert.Equal(sizeBytes, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("much")]
    [InlineData("-1")]
    [InlineData("0xffffffffffffffff")]
    [InlineData("0x10000000000000000")]
    public void What_is_no_size_is_not_read_as_one(string text) => Assert.False(FastbootSize.TryParse(text, out _));
}
