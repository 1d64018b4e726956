using System.Collections.Immutable;
using System.Globalization;

namespace Espero.Station.Workbench.Doctor.Udev;

/// <summary>What the rules of a PC make of a device.</summary>
internal sealed record UdevGrant
{
    private const int ReadAndWrite = 6;

    /// <summary>As 50-udev-default.rules leaves it: everybody may look, root may talk.</summary>
    public string Mode { get; init; } = "0664";

    public string Group { get; init; } = "root";

    /// <summary>The person who sits at this PC may open it (systemd-logind).</summary>
    public bool IsForTheSeat { get; init; }

    /// <summary>What the rules note about the device for other programs.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool IsForEverybody => Allows(position: 1);

    public bool IsForItsGroup => Group != "root" && Allows(position: 2);

    public bool IsSilentForModems => Properties.GetValueOrDefault("ID_MM_DEVICE_IGNORE") == "1";

    private bool Allows(int position) =>
        Mode.Length >= position
        && int.TryParse(Mode.AsSpan(Mode.Length - position, 1), NumberStyles.None, CultureInfo.InvariantCulture, out var digit)
        && (digit & ReadAndWrite) == ReadAndWrite;
}
