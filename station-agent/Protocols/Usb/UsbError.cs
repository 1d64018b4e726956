namespace Espero.Station.Protocols.Usb;

/// <summary>A failure as a value.</summary>
/// <param name="Text">One English sentence, with what to do where somebody can do something.</param>
public sealed record UsbError(UsbFailure Failure, string Text);
