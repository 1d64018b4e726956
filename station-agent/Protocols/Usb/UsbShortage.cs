namespace Espero.Station.Protocols.Usb;

/// <summary>A hub without its own power supply that has too little for what hangs on it.</summary>
/// <param name="Hub">The hub, as Linux names it: <c>1-2</c>.</param>
/// <param name="WantedMilliamps">What the devices that work have asked for together.</param>
/// <param name="AvailableMilliamps">What its own cable brings, without what the hub itself takes.</param>
/// <param name="Starved">The ports of devices that the kernel left without power for more than a greeting.</param>
public sealed record UsbShortage(string Hub, int WantedMilliamps, int AvailableMilliamps, IReadOnlyList<string> Starved);
