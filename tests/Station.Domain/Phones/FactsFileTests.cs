using Espero.Station.Domain.Phones;

namespace Espero.Station.Domain.Tests.Phones;

public sealed class FactsFileTests
{
    [Fact]
    public void Every_fact_is_read_under_its_name()
    {
        var facts = FactsFile.Read("""{"format":1,"facts":{"getvar.product":"lake","battery.level":"33"}}""");

        Assert.Equal(("lake", "33", 2), (facts.Find("getvar.product"), facts.Find("battery.level"), facts.Count));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":1}""")]
    [InlineData("""{"format":"1","facts":{}}""")]
    [InlineData("""{"format":2,"facts":{}}""")]
    [InlineData("""{"format":1,"facts":[]}""")]
    [InlineData("""{"format":1,"facts":{"getvar.product":7}}""")]
    public void Anything_else_is_no_record_of_a_phone(string text) =>
        Assert.NotEmpty(Assert.Throws<FormatException>(() => FactsFile.Read(text)).Message);
}
