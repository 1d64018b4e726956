using System.Security.Cryptography;

namespace Espero.EndToEnd.Tests.Site;

/// <summary>A small build and its recipe, in a folder: bytes that no format finds empty, the same in every run.</summary>
internal sealed class TrialBuild
{
    private const int MiB = 1024 * 1024;
    private const int Seed = 20261123;

    /// <summary>Progress beyond it is progress of system.img.</summary>
    public const int BootBytes = 2 * MiB;

    private TrialBuild(string folder) => Folder = folder;

    public string Folder { get; }

    public byte[] Boot { get; } = new byte[BootBytes];

    public byte[] System { get; } = new byte[24 * MiB];

    public string BuildFile => Path.Combine(Folder, "build.yaml");

    public string RecipeFile => Path.Combine(Folder, "recipe.yaml");

    public static TrialBuild MakeIn(string folder)
    {
        var build = new TrialBuild(Directory.CreateDirectory(folder).FullName);
        var random = new Random(Seed);
        random.NextBytes(build.Boot);
        random.NextBytes(build.System);
        File.WriteAllBytes(Path.Combine(folder, "boot.img"), build.Boot);
        File.WriteAllBytes(Path.Combine(folder, "system.img"), build.System);
        File.WriteAllText(build.BuildFile, build.Manifest("trial", HashOf(build.System)));
        File.WriteAllText(build.RecipeFile, RecipeFor("virtual-a", Steps));
        return build;
    }

    /// <summary>A build file whose hash of system.img no file has.</summary>
    public string WithWrongHash() => Write("wrong-hash.yaml", Manifest("wrong-hash", HashOf(Boot)));

    /// <summary>A recipe for a model that this build is not for.</summary>
    public string RecipeForAnotherModel() => Write("other-model.yaml", RecipeFor("virtual-b", Steps));

    /// <summary>The same files under another name, brought on by other steps.</summary>
    public (string BuildFile, string RecipeFile) WithSteps(string name, string steps) =>
        (Write($"{name}.build.yaml", Manifest(name, HashOf(System))), Write($"{name}.recipe.yaml", RecipeFor("virtual-a", steps)));

    private const string Steps = """
          - fetch: [boot.img, system.img]
          - flash: { partition: boot, file: boot.img }
          - flash: { partition: system, file: system.img }
          - erase: userdata
          - set-slot: a
          - reboot: system
        """;

    private static string RecipeFor(string model, string steps) => $"""
        recipe: trial
        model: espero/{model}
        identity:
          - getvar.product: {model}
          - partition.userdata: "17179869184"
        proof: none
        steps:
        {steps}

        """;

    private string Manifest(string name, string systemHash) => $"""
        build: {name}
        version: "2026.1"
        counter: 1
        models: [espero/virtual-a]
        files:
          - name: boot.img
            size: {Boot.Length}
            sha256: {HashOf(Boot)}
          - name: system.img
            size: {System.Length}
            sha256: {systemHash}

        """;

    private string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
