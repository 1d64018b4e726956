namespace Espero.VirtualPhone;

/// <summary>How a phone's system treats the key of an adb server.</summary>
public enum AdbTrust
{
    /// <summary>It asks for none, as systems built for tests.</summary>
    Anybody,

    /// <summary>It asks on its screen, and waits until somebody accepts.</summary>
    Ask,

    /// <summary>It asks, and somebody accepts at once.</summary>
    Accept,
}
