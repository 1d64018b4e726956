using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Espero.Orchestrator.Dashboard;

/// <summary>Style, script and pictures of the pages, from inside the program: one file to install, nothing beside it to lose.</summary>
internal sealed class AssetShelf
{
    private const string Prefix = "Dashboard/Assets/";
    private const int VersionLength = 12;

    private readonly FrozenDictionary<string, Asset> _assets = typeof(AssetShelf).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read);

    /// <summary>Changes with the content, so that a browser may keep what it has for ever.</summary>
    public string Address(string name) => $"/assets/{name}?v={_assets[name].Version}";

    public IResult Serve(string name, HttpContext context)
    {
        if (!_assets.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Bytes, asset.ContentType);
    }

    private static Asset Read(string resourceName)
    {
        using var stream = typeof(AssetShelf).Assembly.GetManifestResourceStream(resourceName)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Asset(bytes, ContentTypeOf(resourceName), Convert.ToHexStringLower(SHA256.HashData(bytes))[..VersionLength]);
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml; charset=utf-8",
        var other => throw new NotSupportedException($"Files that end in {other} are not served."),
    };

    private sealed record Asset(byte[] Bytes, string ContentType, string Version);
}
