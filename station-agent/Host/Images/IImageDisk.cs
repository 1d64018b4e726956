namespace Espero.Station.Images;

/// <summary>The disk that files are written to; a test double runs full.</summary>
internal interface IImageDisk
{
    long FreeBytes { get; }

    /// <summary>Opens a file to go on at its end.</summary>
    Stream OpenAppend(string path);
}
