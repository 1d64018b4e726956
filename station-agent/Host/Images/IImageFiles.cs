namespace Espero.Station.Images;

/// <summary>Files by hash, from wherever they come: the orchestrator, or a folder that a person named.</summary>
internal interface IImageFiles
{
    /// <summary>Free for files: the journal's reserve is not.</summary>
    long FreeBytes { get; }

    /// <summary>Where the file lies; null when it is not here. What it holds was not checked just now.</summary>
    string? PathOf(ImageFile file);

    /// <summary>How much of a file is not here yet.</summary>
    long MissingBytes(ImageFile file);

    /// <summary>Has the file here with the right hash, checked just now, or a reason why not.</summary>
    Task<FetchedImage> EnsureAsync(ImageFile file, CancellationToken cancellationToken);

    /// <summary>Keeps a file that is made here, if it comes out with the right hash.</summary>
    /// <param name="content">What the file is to hold; it stays the caller's.</param>
    Task<FetchedImage> KeepAsync(ImageFile file, Stream content, CancellationToken cancellationToken);
}
