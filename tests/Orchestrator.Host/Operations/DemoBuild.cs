using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Espero.Orchestrator.Host.Tests.Operations;

/// <summary>A small build of one file, and a recipe for it.</summary>
internal sealed class DemoBuild(string version, string model = "espero/virtual-a")
{
    public byte[] Image { get; } = Encoding.UTF8.GetBytes($"image of {version}, {Guid.NewGuid()}");

    public string ImageHash => Convert.ToHexStringLower(SHA256.HashData(Image));

    public string Yaml => string.Create(CultureInfo.InvariantCulture, $"""
        build: demo
        version: "{version}"
        counter: 1
        models: [espero/virtual-a]
        files:
          - name: system.img
            size: {Image.Length}
            sha256: {ImageHash}

        """);

    public string Recipe => $$"""
        recipe: demo
        model: {{model}}
        identity:
          - getvar.product: virtual-a
          - partition.userdata: "17179869184"
        proof: none
        steps:
          - fetch: [system.img]
          - flash: { partition: system, file: system.img }

        """;
}
