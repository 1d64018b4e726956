using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Run.Verbs;

/// <summary>Sends a whole file into the phone's memory, for the next command to use.</summary>
internal static class Staging
{
    public static async Task<FastbootResult<string>> SendAsync(FastbootSession session, string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return await session.DownloadAsync(new StreamDownload(file, file.Length), progress: null, cancellationToken);
    }
}
