namespace Espero.Station.Protocols.Usb;

/// <summary>A claimed interface: what makes transfers. Disposing it ends those under way and gives the interface back.</summary>
internal interface IUsbLink : IAsyncDisposable
{
    IUsbTransfer NewTransfer(UsbEndpoint endpoint, int capacityBytes);
}
