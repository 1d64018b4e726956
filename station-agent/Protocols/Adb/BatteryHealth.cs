namespace Espero.Station.Protocols.Adb;

/// <summary>How the battery judges itself (AOSP BatteryManager.BATTERY_HEALTH_*).</summary>
public enum BatteryHealth
{
    /// <summary>Not said, or a number this version does not know.</summary>
    Unknown,
    Good,
    Overheat,
    Dead,
    OverVoltage,
    Failure,
    Cold,
}
