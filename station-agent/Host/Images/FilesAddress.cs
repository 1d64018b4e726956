namespace Espero.Station.Images;

/// <summary>Where the orchestrator said its files are. Null before the first Welcome.</summary>
internal sealed class FilesAddress
{
    private volatile Uri? _current;

    public Uri? Current => _current;

    public void Learn(string address) => _current = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : _current;

    public Uri? Of(ImageFile file) => _current is { } root ? new Uri(root, $"/v1/files/{file.Hash}") : null;
}
