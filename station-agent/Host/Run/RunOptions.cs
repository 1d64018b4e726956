using System.ComponentModel.DataAnnotations;

namespace Espero.Station.Run;

internal sealed class RunOptions
{
    /// <summary>How many phones are written at once. Too small: phones wait. Too big: cables, hub and disk share too little among many.</summary>
    [Range(1, 256)]
    public int FlashSlots { get; init; } = 8;

    /// <summary>
    /// How long a station that is told to stop lets phones that are being written finish. Too small: half-written phones. Too big: a
    /// phone that hangs keeps the PC from being switched off.
    /// </summary>
    [Range(0, 240)]
    public int StopLimitMinutes { get; init; } = 10;

    /// <summary>Where the logs of attempts lie.</summary>
    [Required]
    public string LogDirectory { get; init; } = "";
}
