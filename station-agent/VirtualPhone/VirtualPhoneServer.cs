using System.Net;
using System.Net.Sockets;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Gadget;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone;

/// <summary>A running virtual phone, inside this process.</summary>
public sealed class VirtualPhoneServer : IAsyncDisposable
{
    private readonly VirtualPhoneOptions _options;
    private readonly PhoneStore _store;
    private readonly IBootloaderPort _port;
    private readonly PhoneLife _life;
    private readonly CancellationTokenSource _stop = new();

    private VirtualPhoneServer(
        VirtualPhoneOptions options, PhoneStore store, IBootloaderPort port, FaultSchedule faults, TimeProvider timeProvider)
    {
        _options = options;
        _store = store;
        _port = port;
        _life = new PhoneLife(store, port, faults, options, timeProvider);
        Completion = _life.RunAsync(_stop.Token); // opens the port before its first wait
    }

    /// <summary>The address, the same whether the port is open or closed; none at all for a phone at a USB socket.</summary>
    public IPEndPoint Address => _port is BootloaderPort tcp ? tcp.Address : new IPEndPoint(IPAddress.None, 0);

    /// <summary>What <c>fastboot -s</c> takes, such as <c>tcp:127.0.0.1:41234</c>.</summary>
    public string Target => _port.Target;

    /// <summary>A snapshot of what the phone remembers; safe from any thread.</summary>
    public PhoneState State => _store.Phone.State;

    /// <summary>Ends only when the phone is stopped, as cancelled, or when its store breaks, as faulted.</summary>
    public Task Completion { get; }

    /// <summary>Starts the phone; on return it takes connections, unless it starts in the system.</summary>
    /// <param name="random">Makes up the serial of a new phone that was given none.</param>
    /// <exception cref="VirtualPhoneException">The store or the address cannot be used.</exception>
    public static VirtualPhoneServer Start(VirtualPhoneOptions options, TimeProvider timeProvider, Random random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        var store = PhoneStore.Open(options, random);
        try
        {
            var faults = new FaultSchedule(options.Faults);
            var cable = new Cable(faults, options.RateBytesPerSecond, timeProvider);
            return new VirtualPhoneServer(options, store, OpenPort(options, cable), faults, timeProvider);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>The file that holds a partition, such as <c>boot_a</c>; a phone that discards has none.</summary>
    public string PartitionPath(string partition) => Path.Combine(_options.StoreDirectory, "partitions", $"{partition}.img");

    /// <summary>Somebody holds the keys: back to the bootloader. Does nothing to a phone that is there already.</summary>
    public void HoldKeys() => _life.HoldKeys();

    /// <summary>Waits until the phone's state is as wanted, and gives that state.</summary>
    public Task<PhoneState> WaitForAsync(Predicate<PhoneState> reached, CancellationToken cancellationToken) =>
        _store.Phone.WaitForAsync(reached, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _port.Dispose();
        _store.Dispose();
        _stop.Dispose();
    }

    private static IBootloaderPort OpenPort(VirtualPhoneOptions options, Cable cable)
    {
        try
        {
            return options.UsbController is { } controller
                ? new GadgetPort(new GadgetPaths(controller), cable)
                : new BootloaderPort(options.Listen, cable);
        }
        catch (SocketException refused)
        {
            throw new VirtualPhoneException(
                $"Cannot listen on tcp:{options.Listen}: {refused.Message}. Give another port, or 0 for a free one.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new VirtualPhoneException(
                $"Cannot appear at the USB controller {options.UsbController}: {refused.Message} Make its gadget first, and be root.");
        }
    }
}
