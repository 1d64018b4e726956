using System.Security.Cryptography;
using Espero.Operations.V1;

namespace Espero.Benchmarks.Orchestrated;

/// <summary>A build of one image, and the recipe that writes it.</summary>
internal static class BenchBuild
{
    private static readonly TimeSpan UploadLimit = TimeSpan.FromMinutes(10);

    /// <summary>Registers it; returns its id.</summary>
    public static async Task<string> AddAsync(
        OperationsService.OperationsServiceClient operations,
        Uri files,
        string imagePath,
        string partition,
        CancellationToken cancellationToken)
    {
        var hash = await UploadAsync(files, imagePath, cancellationToken);
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
                      - name: image.img
                        size: {new FileInfo(imagePath).Length}
                        sha256: {hash}

                    """,
                RecipeFileName = "recipe.yaml",
                RecipeYaml = $$"""
                    recipe: bench
                    model: espero/virtual-a
                    identity:
                      - getvar.product: virtual-a
                      - partition.userdata: "17179869184"
                    proof: none
                    steps:
                      - fetch: [image.img]
                      - flash: { partition: {{partition}}, file: image.img }

                    """,
            },
            cancellationToken: cancellationToken);
        return added.Build.BuildId;
    }

    private static async Task<string> UploadAsync(Uri files, string imagePath, CancellationToken cancellationToken)
    {
        await using var image = File.OpenRead(imagePath);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(image, cancellationToken));
        image.Position = 0;
        using var http = new HttpClient { BaseAddress = files, Timeout = UploadLimit };
        using var body = new StreamContent(image);
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await http.PutAsync(new Uri($"/v1/files/{hash}", UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return hash;
    }
}
