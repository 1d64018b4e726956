namespace Espero.Station.Protocols.Fastboot;

/// <summary>What <c>gsi:</c> asks fastbootd to do with a guest system.</summary>
public enum GuestSystemAction
{
    /// <summary>Removes it and its data.</summary>
    Wipe,

    /// <summary>Keeps it, but the phone's own system boots.</summary>
    Disable,

    /// <summary>Only asks; the answer is the text of the OKAY or a message before it.</summary>
    Status,
}
