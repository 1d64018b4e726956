namespace Espero.Station.Protocols.Adb;

/// <summary>What a running phone says of its battery; null where it says nothing.</summary>
/// <param name="LevelPercent">0 to 100.</param>
/// <param name="TemperatureTenths">Tenths of a degree Celsius; 450 is hot.</param>
/// <param name="IsPlugged">Whether it takes power from anywhere.</param>
public sealed record BatteryState(int? LevelPercent, int? TemperatureTenths, BatteryHealth Health, bool? IsPlugged);
