using Espero.Plan.V1;
using Espero.Station.Domain.Phones;

namespace Espero.Station.Domain.Flashing;

/// <summary>What was seen of a phone by the time its verify-boot had to end.</summary>
/// <param name="Mode">Where the phone is now; unspecified when nothing of it was seen.</param>
/// <param name="Facts">What it told in that mode.</param>
public sealed record BootSight(PhoneMode Mode, PhoneFacts Facts)
{
    /// <summary>The slot that was written: "a" or "b"; empty for a phone without slots.</summary>
    public string Slot { get; init; } = "";

    /// <summary>
    /// The bootloader did not call the slot successful when the phone left for its system. Where it did already, that it still does
    /// says nothing of what was written.
    /// </summary>
    public bool LeftUnsuccessful { get; init; }

    /// <summary>How long the system's USB gadget has been there without a break.</summary>
    public TimeSpan StableFor { get; init; }

    /// <summary>A named person says that the system runs.</summary>
    public bool WasSeenByPerson { get; init; }

    /// <summary>The plan has locked the phone, so it must come up locked.</summary>
    public bool MustBeLocked { get; init; }
}
