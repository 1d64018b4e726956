using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;

namespace Espero.Station.Run.Verbs;

/// <summary>Sends a whole file of the plan into the phone's memory, for the next command to use.</summary>
internal static class Staging
{
    public static async Task<StepEnd> StageAsync(
        this AttemptKit kit, FastbootSession session, string fileName, CancellationToken cancellationToken)
    {
        var (path, end) = await kit.Files.EnsureAsync(fileName, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        var maxDownload = await session.GetMaxDownloadSizeAsync(cancellationToken);
        if (!maxDownload.Succeeded)
        {
            return maxDownload.ToStepEnd();
        }

        using var image = File.OpenHandle(path);
        return (await new ImageFlasher(session).StageAsync(image, maxDownload.Value, progress: null, cancellationToken)).ToStepEnd();
    }
}
