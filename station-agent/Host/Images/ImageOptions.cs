using System.ComponentModel.DataAnnotations;

namespace Espero.Station.Images;

internal sealed class ImageOptions
{
    /// <summary>No byte for this long means the connection is dead. Too small: slow lines never finish. Too big: phones wait.</summary>
    [Range(1, 3600)]
    public int SilenceSeconds { get; init; } = 30;

    /// <summary>How often a fetch is taken up again where it broke off without having moved. Too small: a short outage fails an attempt. Too big: a phone waits long for a server that is gone.</summary>
    [Range(0, 1000)]
    public int Retries { get; init; } = 8;

    /// <summary>The longest wait between two tries. Too small: a struggling server is hammered. Too big: phones wait after it is back.</summary>
    [Range(1, 600)]
    public int LongestRetrySeconds { get; init; } = 15;

    /// <summary>Free disk that files never take: the journal's. Too small: a running attempt cannot write down its outcome. Too big: builds do not fit.</summary>
    [Range(0, 1024L * 1024 * 1024 * 1024)]
    public long ReserveBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>All files together; those used longest ago go first. Too small: the same files are fetched again and again. Too big: the disk is full of old builds.</summary>
    [Range(1024L * 1024, 1024L * 1024 * 1024 * 1024)]
    public long MaxKeptBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>A file used this lately never goes. Too small: a slow write loses its file when the wire breaks. Too big: no room can be made for another build.</summary>
    [Range(1, 24 * 60)]
    public int InUseMinutes { get; init; } = 6 * 60;
}
