using System.Security.Cryptography;
using Espero.Operations.V1;

namespace Espero.Benchmarks.Plug;

/// <summary>A build of one small image, and the recipe that writes it.</summary>
internal static class BenchBuild
{
    private const int ImageBytes = 4 << 20;
    private const int Seed = 20260812;

    /// <summary>Registers it; returns its id.</summary>
    public static async Task<string> AddAsync(
        OperationsService.OperationsServiceClient operations, Uri files, CancellationToken cancellationToken)
    {
        var image = new byte[ImageBytes];
        new Random(Seed).NextBytes(image);
        var hash = Convert.ToHexStringLower(SHA256.HashData(image));
        using var http = new HttpClient { BaseAddress = files };
        using var body = new ByteArrayContent(image);
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await http.PutAsync(new Uri($"/v1/files/{hash}", UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var added = await operations.AddBuildAsync(
            new()
            {
                BuildFileName = "build.yaml",
                BuildYaml = $"""
                    build: bench
                    version: "1"
                    counter: 1
                    models: [espero/virtual-a]
                    files:
                      - name: boot.img
                        size: {image.Length}
                        sha256: {hash}

                    """,
                RecipeFileName = "recipe.yaml",
                RecipeYaml = """
                    recipe: bench
                    model: espero/virtual-a
                    identity:
                      - getvar.product: virtual-a
                      - partition.userdata: "17179869184"
                    proof: none
                    steps:
                      - fetch: [boot.img]
                      - flash: { partition: boot, file: boot.img }

                    """,
            },
            cancellationToken: cancellationToken);
        return added.Build.BuildId;
    }
}
