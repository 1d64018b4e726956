using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;

namespace Espero.Station.Run.Verbs;

/// <summary>Sends a whole file of the plan into the phone's memory, for the next command to use.</summary>
internal static class Staging
{
    public static Task<StepEnd> StageAsync(
        this AttemptKit kit, FastbootSession session, string fileName, CancellationToken cancellationToken) =>
        kit.Files.UseAsync(fileName, path => StageAsync(session, path, cancellationToken), cancellationToken);

    private static async Task<StepEnd> StageAsync(FastbootSession session, string path, CancellationToken cancellationToken)
    {
        var maxDownload = await session.GetMaxDownloadSizeAsync(cancellationToken);
        if (!maxDownload.Succeeded)
        {
            return maxDownload.ToStepEnd();
        }

        using var image = File.OpenHandle(path);
        return (await new ImageFlasher(session).StageAsync(image, maxDownload.Value, progress: null, cancellationToken)).ToStepEnd();
    }
}
