using System.ComponentModel.DataAnnotations;

namespace Espero.Station.Journal;

internal sealed class JournalOptions
{
    /// <summary>A file is closed beyond this. Too small: many files. Too big: old facts are kept long past their time.</summary>
    [Range(4 * 1024, 1024 * 1024 * 1024)]
    public long SegmentBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Acknowledged facts younger than this are kept, for a database restored from a backup. Too small: such a database misses outcomes. Too big: the disk fills.</summary>
    [Range(1, 3650)]
    public int KeepAcknowledgedDays { get; init; } = 30;

    /// <summary>
    /// Of how many jobs it is remembered one by one that they began, some 50 bytes each in every file. Too small: a job that waited
    /// while so many newer ones began is declined, and a person asks anew. Too big: files of nothing but memory.
    /// </summary>
    [Range(10, 50_000)]
    public int MaxBegunJobs { get; init; } = 20_000;

    /// <summary>No new attempt with less free disk. Too small: a running attempt cannot write down its outcome. Too big: small disks take no work.</summary>
    [Range(0, 1024L * 1024 * 1024 * 1024)]
    public long ReserveBytes { get; init; } = 64 * 1024 * 1024;
}
