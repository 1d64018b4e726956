using Espero.Station.Recipes.Compiling;
using Espero.Testing;

namespace Espero.Station.Recipes.Tests.Native;

public sealed class RecipeFileTests
{
    [Theory]
    [InlineData("script.txt", NativeExamples.Script)]
    [InlineData("fastboot-info.txt", NativeExamples.FastbootInfo)]
    [InlineData("flashfile.xml", NativeExamples.Flashfile)]
    public void Without_a_file_that_says_the_model_nothing_is_done(string name, string text) => Assert.Equal(
        "no-model-file", Assert.Single(NativeExamples.File(name, text, model: null).Compile(NativeExamples.Build).Errors).Code);

    [Theory]
    [InlineData("script.txt", NativeExamples.Script)]
    [InlineData("fastboot-info.txt", NativeExamples.FastbootInfo)]
    [InlineData("flashfile.xml", NativeExamples.Flashfile)]
    public void One_source_alone_does_not_prove_a_model(string name, string text)
    {
        var file = NativeExamples.File(name, text, "model: espero/virtual-a\nidentity: { getprop.ro.product.device: virtual-a }");

        Assert.Equal("too-few-identity-sources", Assert.Single(file.Compile(NativeExamples.Build).Errors).Code);
    }

    [Fact]
    public void A_mistake_in_the_model_file_is_told_with_that_files_name()
    {
        var file = NativeExamples.File("script.txt", NativeExamples.Script, "modle: espero/virtual-a\nidentity: { partition.userdata: 1 }");

        Assert.Contains(("unknown-key", "model.yaml", 1), file.Compile(NativeExamples.Build).Errors.Select(error => (error.Code, error.FileName, error.Line)));
    }

    [Fact]
    public void The_promised_proof_is_the_one_that_the_model_file_names()
    {
        var file = NativeExamples.File("script.txt", NativeExamples.Script, $"{NativeExamples.Model}\nproof: bootloader-says-so");

        var plan = NativeExamples.Plan(file.Compile(NativeExamples.Build));
        Assert.Equal((plan.PromisedProof, plan.Steps[^1].VerifyBoot.Proof), (Plan.V1.Proof.BootloaderSaysSo, Plan.V1.Proof.BootloaderSaysSo));
    }

    [Fact]
    public async Task A_folder_as_it_was_unpacked_compiles_with_the_hashes_of_its_files()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder.Path, "script.txt", "check-requirements android-info.txt\nflash boot boot.img");
        await WriteAsync(folder.Path, "android-info.txt", NativeExamples.AndroidInfo);
        await WriteAsync(folder.Path, "model.yaml", NativeExamples.Model);
        await WriteAsync(folder.Path, "boot.img", "boot");

        var parsed = await FolderCompiler.CompileAsync(
            Path.Combine(folder.Path, "script.txt"), folder.Path, TestContext.Current.CancellationToken);

        var file = Assert.Single(NativeExamples.Plan(parsed).Files);
        Assert.Equal(("boot.img", 4UL), (file.Name, file.SizeBytes));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData("boot"u8), file.Sha256.ToByteArray());
    }

    [Fact]
    public async Task A_folder_whose_flashfile_names_other_digests_is_refused()
    {
        using var folder = new TemporaryFolder();
        var flashfile = NativeExamples.Flashfile.Replace("filename=\"boot.img\"", $"filename=\"boot.img\" MD5=\"{new string('0', 32)}\"", StringComparison.Ordinal);
        await WriteAsync(folder.Path, "flashfile.xml", flashfile);
        await WriteAsync(folder.Path, "model.yaml", NativeExamples.Model);
        await WriteAsync(folder.Path, "boot.img", "boot");

        var parsed = await FolderCompiler.CompileAsync(
            Path.Combine(folder.Path, "flashfile.xml"), folder.Path, TestContext.Current.CancellationToken);

        Assert.Equal(("other-content", 11), parsed.Errors.Select(error => (error.Code, error.Line)).Single());
    }

    private static Task WriteAsync(string folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
}
