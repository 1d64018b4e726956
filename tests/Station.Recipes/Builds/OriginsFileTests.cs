using Espero.Station.Recipes.Builds;

namespace Espero.Station.Recipes.Tests.Builds;

public sealed class OriginsFileTests
{
    private const string Text = """
        system: One
        models: [acme/one]
        facts-from:
          - { file: set/one.yml, project: Some set, attribution: Its contributors, licence: CC0-1.0 }
        files:
          - { name: boot.img, way: download, address: "https://example.org/boot.img", md5: 0123456789abcdef0123456789abcdef }
          - { name: root.img, way: index, address: "https://example.org", codename: one, role: root, choose: [channel] }
          - { name: text.txt, way: written }
        """;

    [Fact]
    public void Every_file_is_read_with_all_that_is_known_of_it()
    {
        var origins = OriginsFile.Parse(Text, "one.origins.yaml").Value!;

        Assert.Equal(("One", "acme/one"), (origins.Name, Assert.Single(origins.Models)));
        Assert.Equal(
            [("boot.img", FileWay.Download), ("root.img", FileWay.Index), ("text.txt", FileWay.Written)],
            origins.Files.Select(file => (file.Name, file.Way)));
        Assert.Equal(("https://example.org/boot.img", "0123456789abcdef0123456789abcdef"), (origins.Files[0].Address, origins.Files[0].Md5));
        Assert.Equal(("one", "root", "channel"), (origins.Files[1].Codename, origins.Files[1].Role, Assert.Single(origins.Files[1].ToChoose)));
    }

    [Theory]
    [InlineData("way: download", "way: donwload", "unknown-word")]
    [InlineData("way: download", "wya: download", "unknown-key")]
    [InlineData("name: root.img", "name: boot.img", "named-twice")]
    [InlineData("name: root.img", "name: ../root.img", "wrong-shape")]
    [InlineData("md5: 0123", "md5: 123", "wrong-shape")]
    [InlineData("https://example.org/boot.img", "https://example.org/ boot.img", "wrong-shape")]
    [InlineData("system: One", "sytem: One", "missing-key")]
    [InlineData("models: [acme/one]", "models: acme/one", "not-a-list")]
    public void A_wrong_value_is_refused_with_its_reason(string from, string to, string code) => Assert.Contains(
        code, OriginsFile.Parse(Text.Replace(from, to, StringComparison.Ordinal), "one.origins.yaml").Errors.Select(error => error.Code));
}
