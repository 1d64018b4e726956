using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>Reaches a phone that speaks fastboot on a USB port.</summary>
public static class FastbootUsb
{
    /// <summary>
    /// Opens the phone on <paramref name="portPath"/>, such as <c>1-2.3</c>, within <see cref="FastbootOptions.Handshake"/>.
    /// </summary>
    public static async Task<FastbootResult<FastbootSession>> ConnectAsync(
        UsbBus bus,
        string portPath,
        FastbootOptions options,
        TimeProvider time,
        Action<string> onMessage,
        CancellationToken cancellationToken)
    {
        var device = bus.List().FirstOrDefault(device => device.PortPath == portPath);
        if (device is null)
        {
            return new FastbootError(FastbootFailure.CableLost, $"Nothing is plugged in on port {portPath}.");
        }

        if (device.Interfaces.FirstOrDefault(face => face.IsFastboot) is not { } face
            || face.Endpoints.FirstOrDefault(endpoint => endpoint.IsBulkIn) is not { MaxPacketBytes: > 0 } incoming
            || face.Endpoints.FirstOrDefault(endpoint => endpoint.IsBulkOut) is not { MaxPacketBytes: > 0 } outgoing)
        {
            return new FastbootError(FastbootFailure.CableLost, $"What is plugged in on port {portPath} does not speak fastboot now.");
        }

        FastbootUsbTransport? transport = null;
        using var watchdog = new Watchdog(options.Handshake, options.Handshake, time, cancellationToken);
        try
        {
            var link = await bus.OpenAsync(device, face, watchdog.Token);
            if (!link.Succeeded)
            {
                return Give(link.Error.Failure, link.Error.Text);
            }

            transport = new FastbootUsbTransport(link.Value, incoming, outgoing);
            await transport.DrainAsync(time, watchdog.Token);
            return new FastbootSession(transport, options, time, onMessage);
        }
        catch (UsbException lost)
        {
            await transport!.DisposeAsync();
            return Give(lost.Failure, lost.Message);
        }
        catch (OperationCanceledException) when (watchdog.Token.IsCancellationRequested)
        {
            if (transport is not null)
            {
                await transport.DisposeAsync();
            }

            return new FastbootError(
                watchdog.Bit ? FastbootFailure.Silent : FastbootFailure.Cancelled, $"Port {portPath} could not be opened in time.");
        }
    }

    private static FastbootError Give(UsbFailure failure, string text) => new(FailureOf(failure), text);

    private static FastbootFailure FailureOf(UsbFailure failure) => failure switch
    {
        UsbFailure.LibraryMissing => FastbootFailure.LibraryMissing,
        UsbFailure.NoPermission => FastbootFailure.NoPermission,
        UsbFailure.HeldByOther => FastbootFailure.HeldByOther,
        UsbFailure.Gone => FastbootFailure.CableLost,
        UsbFailure.Broken => FastbootFailure.CableLost,
        UsbFailure.Overflow => FastbootFailure.Nonsense,
        UsbFailure.NoMemory => FastbootFailure.CableLost,
        UsbFailure.Cancelled => FastbootFailure.Cancelled,
    };
}
