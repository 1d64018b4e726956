using System.Security.Cryptography;
using System.Text;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;
using Espero.Testing;

namespace Espero.Station.Recipes.Tests.Native;

public sealed class FlashfileTests
{
    [Fact]
    public void Every_operation_becomes_a_typed_step() => Assert.Equal(
        [
            "fetch", "assert", "oem-command", "flash-boot", "erase-userdata", "oem-command-2", "reboot-system", "verify-boot",
        ],
        NativeExamples.Ids(NativeExamples.Compile("flashfile.xml", NativeExamples.Flashfile)));

    [Fact]
    public void Its_header_names_the_product() => Assert.Equal(
        "virtual-a", NativeExamples.Plan(NativeExamples.Compile("flashfile.xml", NativeExamples.Flashfile)).Model.Identity[0].OneOf.Values[0]);

    [Fact]
    public void The_restart_that_ends_it_comes_after_the_phone_was_emptied() => Assert.Equal(
        ["fetch", "flash-boot", "erase-userdata", "reboot-system", "verify-boot"],
        NativeExamples.Ids(Compile("""<step operation="flash" partition="boot" filename="boot.img"/><step operation="reboot"/>""")));

    [Theory]
    [InlineData("""<step operation="flash" partition="boot"/>""", "missing-key")]
    [InlineData("""<step partition="boot"/>""", "missing-key")]
    [InlineData("""<step operation="falsh" partition="boot"/>""", "unknown-command")]
    [InlineData("""<step operation="reboot" when="now"/>""", "unknown-key")]
    [InlineData("""<step operation="powerdown"/>""", "no-powerdown")]
    [InlineData("""<step operation="oem" var="config bootmode"/>""", "unknown-word")]
    [InlineData("""<step operation="flash" partition="partition" filename="boot.img"/>""", "never-write")]
    [InlineData("<stpe/>", "unknown-element")]
    [InlineData("text", "only-elements")]
    [InlineData("<step>", "not-xml")]
    [InlineData("", "no-step")]
    public void A_step_that_is_not_understood_is_refused(string steps, string code) =>
        Assert.Contains((code, 1), Compile(steps).Errors.Select(error => (error.Code, error.Line)));

    [Theory]
    [InlineData("<!DOCTYPE flashing>")]
    [InlineData("<!DOCTYPE flashing [<!ENTITY boot SYSTEM 'file:///etc/hostname'>]>")]
    public void A_document_type_is_refused(string type) => Assert.Equal(
        "not-xml", Assert.Single(NativeExamples.Compile("flashfile.xml", type + NativeExamples.Flashfile[39..]).Errors).Code);

    [Fact]
    public void A_file_with_too_many_elements_is_refused() => Assert.Contains(
        "xml-too-large",
        Compile(string.Concat(Enumerable.Repeat("""<step operation="reboot"/>""", 2001))).Errors.Select(error => error.Code));

    [Fact]
    public void What_exists_only_once_is_left_alone_where_the_model_file_says_so_by_name()
    {
        var file = NativeExamples.File(
            "flashfile.xml",
            $"""<flashing><header><phone_model model="virtual-a"/></header><steps><step operation="erase" partition="modemst1"/><step operation="erase" partition="userdata"/></steps></flashing>""",
            $"{NativeExamples.Model}\nleave: [modemst1]");

        Assert.Equal(["erase-userdata", "reboot-system", "verify-boot"], NativeExamples.Ids(file.Compile(NativeExamples.Build)));
    }

    [Fact]
    public void Only_what_exists_only_once_can_be_left_alone() => Assert.Equal(
        ("not-to-leave", "model.yaml", 4),
        NativeExamples.File("flashfile.xml", NativeExamples.Flashfile, $"{NativeExamples.Model}\nleave: [boot]").Compile(NativeExamples.Build)
            .Errors.Select(error => (error.Code, error.FileName, error.Line)).Single());

    [Theory]
    [InlineData("MD5")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task A_file_of_another_content_is_refused_by_its_digest(string algorithm)
    {
        var right = Convert.ToHexString(CryptographicOperations.HashData(new HashAlgorithmName(algorithm), Encoding.UTF8.GetBytes("good")));

        Assert.Empty(await CheckAsync(algorithm, right, "good"));
        var error = Assert.Single(await CheckAsync(algorithm, right, "evil"));
        Assert.Equal(("other-content", 1), (error.Code, error.Line));
    }

    private static async Task<IReadOnlyList<SourceError>> CheckAsync(string algorithm, string digest, string content)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "boot.img");
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        var file = NativeExamples.File("flashfile.xml", Wrap($"""<step operation="flash" partition="boot" filename="boot.img" {algorithm}="{digest}"/>"""));
        return await FileDigests.CheckAsync(file, _ => path, TestContext.Current.CancellationToken);
    }

    private static Parsed<CompiledPlan> Compile(string steps) => NativeExamples.Compile("flashfile.xml", Wrap(steps));

    private static string Wrap(string steps) =>
        $"""<flashing><header><phone_model model="virtual-a"/></header><steps interface="AP">{steps}</steps></flashing>""";
}
