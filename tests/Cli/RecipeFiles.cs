using Espero.Testing;

namespace Espero.Cli.Tests;

/// <summary>Recipes in a folder of one test.</summary>
internal sealed class RecipeFiles : IDisposable
{
    public const string Recipe = """
        recipe: trial
        model: acme/one
        identity:
          - getvar.product: one
          - partition.userdata: "1048576"
        proof: none
        steps:
          - fetch: [boot.img]
          - ask: { sentence: hold-volume-down, needs: [keys], mode: bootloader }
          - flash: { partition: boot, file: boot.img }
          - erase: userdata

        """;

    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public string PathTo(string path) => _folder.PathTo(path);

    public async Task WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathTo(path))!);
        await File.WriteAllTextAsync(PathTo(path), text, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}
