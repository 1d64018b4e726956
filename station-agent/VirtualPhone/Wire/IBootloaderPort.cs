namespace Espero.VirtualPhone.Wire;

/// <summary>Where the bootloader is reached: a TCP port, or a USB socket. One client at a time is served.</summary>
internal interface IBootloaderPort : IDisposable
{
    /// <summary>What <c>fastboot -s</c> takes, the same whether the port is open or closed.</summary>
    string Target { get; }

    /// <summary>Lets clients come, as the bootloader does when it has started.</summary>
    void Open(string serial);

    /// <summary>Lets no further client come. The one being served stays until its wire is disposed.</summary>
    ValueTask CloseAsync(TimeProvider timeProvider, CancellationToken cancellationToken);

    ValueTask<IClientWire> AcceptAsync(CancellationToken cancellationToken);
}
