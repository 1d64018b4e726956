using CsCheck;
using Espero.Station.Protocols.Adb;

namespace Espero.Station.Protocols.Tests.Adb;

public sealed class PropertyListTests
{
    [Fact]
    public void Values_are_read_over_several_lines_with_brackets_and_empty() =>
        Assert.Equal(
            [
                new("empty", ""),
                new("long", "first\n[second] line\n\nlast]"),
                new("ro.build.fingerprint", "nox/nox/nox:15/AP1A/7:user/release-keys"),
            ],
            PropertyList.Parse(
                "[ro.build.fingerprint]: [nox/nox/nox:15/AP1A/7:user/release-keys]\r\n"
                + "[long]: [first\n[second] line\n\nlast]]\n[empty]: []\n"));

    [Fact]
    public void They_are_sorted_by_the_bytes_of_their_names() =>
        Assert.Equal(["B", "a", "b"], PropertyList.Parse("[b]: [1]\n[a]: [2]\n[B]: [3]\n").Keys);

    [Theory]
    [InlineData("")]
    [InlineData("/system/bin/sh: getprop: not found")]
    [InlineData("[cut]: [in the mid")]
    [InlineData("[]: [x]")]
    public void What_is_no_property_is_skipped(string text) => Assert.Empty(PropertyList.Parse(text));

    [Fact]
    public void Random_text_is_read() =>
        Gen.String[Gen.Char["[]: \nab"], 0, 100].Sample(text => PropertyList.Parse(text).Count <= PropertyList.MaxProperties);
}
