using System.ComponentModel.DataAnnotations;

namespace Espero.Station.Run;

internal sealed class RunOptions
{
    /// <summary>How many phones are written at once. Too small: phones wait. Too big: cables, hub and disk share too little among many.</summary>
    [Range(1, 256)]
    public int FlashSlots { get; init; } = 8;

    /// <summary>Where the logs of attempts lie.</summary>
    [Required]
    public string LogDirectory { get; init; } = "";
}
