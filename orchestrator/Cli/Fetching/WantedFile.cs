using Espero.Station.Recipes.Builds;

namespace Espero.Cli.Fetching;

/// <summary>One file to download, and what its publisher says of it before it is here.</summary>
/// <param name="Name">A plain name.</param>
/// <param name="Sha256">Null where it is not stated, as with <paramref name="Md5"/> and <paramref name="SizeBytes"/>.</param>
internal sealed record WantedFile(string Name, Uri Address, string? Sha256, string? Md5, long? SizeBytes)
{
    /// <summary>Null where the origin holds no address that can be asked over HTTPS. One that is written without is asked with it.</summary>
    public static WantedFile? Of(OriginFile origin) =>
        Uri.TryCreate(origin.Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? new WantedFile(origin.Name, OverHttps(address), origin.Sha256, origin.Md5, SizeBytes: null)
            : null;

    /// <summary>Whether bytes that came in two pieces would be found out if they did not belong together.</summary>
    public bool HasHash => Sha256 is not null || Md5 is not null;

    private static Uri OverHttps(Uri address) => address.Scheme == Uri.UriSchemeHttps
        ? address
        : new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = address.IsDefaultPort ? -1 : address.Port }.Uri;
}
