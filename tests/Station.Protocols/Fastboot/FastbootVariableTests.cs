using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Tests.Fastboot;

public sealed class FastbootVariableTests
{
    [Theory]
    [InlineData("product:walleye", "product", "walleye")]
    [InlineData("product: walleye ", "product", "walleye")]
    [InlineData("partition-size:boot_a: 0x4000000", "partition-size:boot_a", "0x4000000")]
    [InlineData("has-slot:boot:yes", "has-slot:boot", "yes")]
    [InlineData("slot-successful:_a:yes", "slot-successful:_a", "yes")]
    [InlineData("version-os:built at 12:30", "version-os", "built at 12:30")]
    [InlineData("anti:", "anti", "")]
    public void A_line_of_getvar_all_is_a_name_and_a_value(string line, string name, string value) =>
        Assert.Equal(new FastbootVariable(name, value), FastbootVariable.Parse(line));

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("no colon")]
    public void Any_other_line_is_none(string line) => Assert.Null(FastbootVariable.Parse(line));
}
