using Espero.Plan.V1;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>Who the phone of an attempt is: by the serial that it gave first in each protocol, not by what can be written to it.</summary>
internal sealed class PhoneIdentity
{
    // A phone may call itself one way in its bootloader and another in its system.
    private readonly Dictionary<Tongue, string> _serials = [];
    private readonly HashSet<PhoneMode> _modesWithSerial = [];

    /// <summary>As first read; empty when the phone gives none there.</summary>
    public string SerialIn(PhoneMode mode) => _serials.GetValueOrDefault(Tongues.Of(mode), "");

    public void TakeDown(PhoneSight sight)
    {
        if (sight.Serial.Length > 0)
        {
            _modesWithSerial.Add(sight.Mode);
            _serials.TryAdd(Tongues.Of(sight.Mode), sight.Serial);
        }
    }

    /// <summary>
    /// Whether this is the same phone, as far as it says. A mode that never gave a serial (sideload over the network) is only known by
    /// its port and by having been expected.
    /// </summary>
    public bool Is(PhoneSight sight) => sight.Serial.Length == 0
        ? !_modesWithSerial.Contains(sight.Mode)
        : _serials.GetValueOrDefault(Tongues.Of(sight.Mode), sight.Serial) == sight.Serial;
}
