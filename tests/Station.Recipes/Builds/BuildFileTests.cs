using System.Text;
using Espero.Station.Recipes.Builds;

namespace Espero.Station.Recipes.Tests.Builds;

public sealed class BuildFileTests
{
    [Fact]
    public void The_manifest_has_one_line_for_each_value_in_a_fixed_order() => Assert.Equal(
        """
        espero-build 1
        name virtual-a-demo
        version 2026.1
        counter 3
        model espero/virtual-a
        model espero/virtual-b
        file 1111111111111111111111111111111111111111111111111111111111111111 4096 boot.img
        file 3333333333333333333333333333333333333333333333333333333333333333 12 notes.txt
        file 2222222222222222222222222222222222222222222222222222222222222222 8192 system.img

        """.ReplaceLineEndings("\n"),
        Encoding.UTF8.GetString(Examples.Build.ManifestBytes()));

    [Fact]
    public void The_id_is_the_hash_of_the_manifest_and_does_not_depend_on_the_order_of_the_file()
    {
        var turned = Examples.BuildText.Replace("[espero/virtual-a, espero/virtual-b]", "[espero/virtual-b, espero/virtual-a]", StringComparison.Ordinal);

        Assert.Matches("^[0-9a-f]{64}$", Examples.Build.Id);
        Assert.Equal(Examples.Build.Id, BuildFile.Parse(turned, "build.yaml").Value!.Id);
    }

    [Fact]
    public void A_build_that_is_written_is_read_as_the_same_build() =>
        Assert.Equal(Examples.Build.Id, BuildFile.Parse(BuildFile.Write(Examples.Build), "build.yaml").Value!.Id);

    [Theory]
    [InlineData("counter: 3", "counter: 4")]
    [InlineData("size: 4096", "size: 4097")]
    [InlineData("name: boot.img", "name: boot2.img")]
    public void Any_change_gives_another_id(string from, string to) => Assert.NotEqual(
        Examples.Build.Id, BuildFile.Parse(Examples.BuildText.Replace(from, to, StringComparison.Ordinal), "build.yaml").Value!.Id);

    [Theory]
    [InlineData("counter: 3", "counter: -3", "not-a-number")]
    [InlineData("counter: 3\n", "", "missing-key")]
    [InlineData("size: 4096", "size: 0", "not-a-number")]
    [InlineData("name: boot.img", "name: ../boot.img", "wrong-shape")]
    [InlineData("name: boot.img", "name: images/boot.img", "wrong-shape")]
    [InlineData("name: boot.img", "name: system.img", "named-twice")]
    [InlineData("name: boot.img", "nmae: boot.img", "unknown-key")]
    [InlineData("sha256: 1111", "sha256: X111", "wrong-shape")]
    [InlineData("espero/virtual-a", "virtual-a", "wrong-shape")]
    [InlineData("build: virtual-a-demo", "build: [virtual-a-demo]", "not-text")]
    public void A_wrong_value_is_refused_with_its_reason(string from, string to, string code)
    {
        var parsed = BuildFile.Parse(Examples.BuildText.ReplaceLineEndings("\n").Replace(from, to, StringComparison.Ordinal), "build.yaml");

        Assert.Contains(code, parsed.Errors.Select(error => error.Code));
    }
}
