namespace Espero.Station.Images;

/// <summary>A file on this station's disk, or why there is none.</summary>
/// <param name="Failure">None when it is there.</param>
/// <param name="Path">Where it is; empty after a failure.</param>
/// <param name="Detail">For people, in English.</param>
internal readonly record struct FetchedImage(ImageFailure Failure, string Path, string Detail)
{
    public static FetchedImage At(string path) => new(ImageFailure.None, path, "");

    public static FetchedImage Failed(ImageFailure failure, string detail) => new(failure, "", detail);
}
