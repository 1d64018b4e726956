using Espero.Station.Images;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run;

/// <summary>Which class of the catalogue a file that is not to be had belongs to.</summary>
internal static class ImageErrors
{
    public static string ClassOf(ImageFailure failure) => failure switch
    {
        ImageFailure.NetworkLost => FailureCode.DownloadFailed,
        ImageFailure.NotFound => FailureCode.FileMissing,
        ImageFailure.Corrupt => FailureCode.ImageCorrupt,
        ImageFailure.DiskFull => FailureCode.StationDiskFull,
        ImageFailure.None => throw new InvalidOperationException("A file that is there is no failure."),
    };
}
