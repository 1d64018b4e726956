namespace Espero.Station.Protocols.Usb;

/// <summary>A transfer that failed: the form in which the connection's loss passes through those who only carry bytes.</summary>
public sealed class UsbException(UsbError error) : IOException(error.Text)
{
    public UsbFailure Failure => error.Failure;
}
