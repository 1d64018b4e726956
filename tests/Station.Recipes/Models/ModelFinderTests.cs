using Espero.Station.Recipes.Models;
using Espero.Testing;

namespace Espero.Station.Recipes.Tests.Models;

public sealed class ModelFinderTests
{
    [Fact]
    public void One_name_that_the_book_knows_is_enough_to_answer_people() =>
        Assert.Equal("google/sunfish", Find(("getvar.product", "sunfish")));

    [Fact]
    public void A_name_that_the_book_does_not_know_says_nothing() =>
        Assert.Equal("google/sunfish", Find(("getvar.product", "msm8953"), ("getprop.ro.product.device", "sunfish")));

    [Fact]
    public void Names_that_disagree_find_nothing() =>
        Assert.Null(Find(("getvar.product", "sunfish"), ("getprop.ro.product.device", "lavender")));

    [Fact]
    public void A_model_number_that_is_another_models_finds_nothing() =>
        Assert.Null(Find(("getprop.ro.product.device", "sunfish"), ("getprop.ro.product.model", "M1901F7G")));

    [Fact]
    public void A_model_number_finds_the_model() => Assert.Equal("xiaomi/lavender", Find(("getprop.ro.product.model", "M1901F7G")));

    [Fact]
    public void A_chip_that_the_model_has_not_finds_nothing() =>
        Assert.Null(Find(("getprop.ro.product.device", "sunfish"), ("getprop.ro.board.platform", "exynos9820")));

    [Fact]
    public void The_maker_tells_two_models_of_one_name_apart()
    {
        Assert.Null(Find(("getprop.ro.product.device", "twin")));
        Assert.Equal("samsung/twin", Find(("getprop.ro.product.device", "twin"), ("getprop.ro.product.manufacturer", "Samsung")));
    }

    [Fact]
    public void A_phone_that_says_nothing_is_unknown() => Assert.Null(Find());

    [Theory]
    [InlineData("fastboot_xiaomi_hyperos", "xiaomi-hyperos")]
    [InlineData("fastboot_motorola", "motorola")]
    [InlineData("fastboot_nexus", "")]
    public void The_wikis_page_says_whose_way_it_is(string method, string procedure)
    {
        using var folder = new TemporaryFolder();
        Add(folder, "one", "Lenovo", method);

        var unlock = Assert.Single(Assert.Single(ModelBook.Read(folder.Path).Models).Unlocks).Value;

        Assert.Equal(procedure, unlock.Procedure);
    }

    private static string? Find(params (string Fact, string Value)[] said)
    {
        using var folder = new TemporaryFolder();
        Add(folder, "sunfish", "Google", "fastboot_nexus", "soc: Qualcomm SM7150-AA Snapdragon 730G");
        Add(folder, "lavender", "Xiaomi", "fastboot_xiaomi", "models: [M1901F7G]");
        Add(folder, "twin", "Google", "fastboot_nexus");
        Add(folder, "twin", "Samsung", "samloader_rs");
        var facts = said.ToDictionary(one => one.Fact, one => one.Value);
        return ModelBook.Read(folder.Path).ByFacts(facts.GetValueOrDefault).Only?.Id;
    }

    private static void Add(TemporaryFolder folder, string codename, string vendor, string method, string more = "")
    {
        Directory.CreateDirectory(folder.PathTo("lineage-wiki"));
        File.WriteAllText(
            Path.Combine(folder.PathTo("lineage-wiki"), $"{codename}_{vendor}.yml"),
            $"codename: {codename}\nvendor: {vendor}\nname: {vendor} {codename}\ntype: phone\ninstall_method: {method}\n{more}\n");
    }
}
