using System.Net;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone;

/// <summary>A running virtual phone, inside this process.</summary>
public sealed class VirtualPhoneServer : IAsyncDisposable
{
    private readonly VirtualPhoneOptions _options;
    private readonly PhoneStore _store;
    private readonly PhonePorts _ports;
    private readonly PhoneLife _life;
    private readonly CancellationTokenSource _stop = new();

    private VirtualPhoneServer(VirtualPhoneOptions options, PhoneStore store, PhonePorts ports, PhoneParts parts)
    {
        _options = options;
        _store = store;
        _ports = ports;
        _life = new PhoneLife(parts, ports.All);
        Completion = _life.RunAsync(_stop.Token); // opens the ports before its first wait
    }

    /// <summary>
    /// The address of fastboot over TCP, the same whether the port is open or closed; none at all for a phone at a USB socket.
    /// </summary>
    public IPEndPoint Address => _ports.Tcp?.Address ?? new IPEndPoint(IPAddress.None, 0);

    /// <summary>What <c>fastboot -s</c> takes, such as <c>tcp:127.0.0.1:41234</c>.</summary>
    public string Target => _ports.Usb?.Target ?? $"tcp:{Address}";

    /// <summary>The address of adb; null for a phone without adb over the network.</summary>
    public IPEndPoint? AdbAddress => _ports.Adb?.Address;

    /// <summary>The address of fastboot over UDP; null for a phone without it.</summary>
    public IPEndPoint? UdpAddress => _ports.Udp?.Address;

    /// <summary>A snapshot of what the phone remembers; safe from any thread.</summary>
    public PhoneState State => _store.Phone.State;

    /// <summary>Ends only when the phone is stopped, as cancelled, or when its store breaks, as faulted.</summary>
    public Task Completion { get; }

    /// <summary>Starts the phone; on return it takes connections on the ports that its mode speaks.</summary>
    /// <param name="random">Makes up the serial of a new phone that was given none.</param>
    /// <exception cref="VirtualPhoneException">The store or an address cannot be used.</exception>
    public static VirtualPhoneServer Start(VirtualPhoneOptions options, TimeProvider timeProvider, Random random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        var store = PhoneStore.Open(options, random);
        try
        {
            var parts = new PhoneParts(store, new FaultSchedule(options.Faults), options, timeProvider);
            return new VirtualPhoneServer(options, store, PhonePorts.Bind(options, parts), parts);
        }
        catch (VirtualPhoneException)
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>The file that holds a partition, such as <c>boot_a</c>; a phone that discards has none.</summary>
    public string PartitionPath(string partition) => Path.Combine(_options.StoreDirectory, "partitions", $"{partition}.img");

    /// <summary>Somebody holds the keys: back to the bootloader. Does nothing to a phone that is there already.</summary>
    public void HoldKeys() => _life.HoldKeys();

    /// <summary>Somebody holds the keys for the recovery; works in every mode, the bootloader too.</summary>
    public void HoldRecoveryKeys() => _life.HoldRecoveryKeys();

    /// <summary>Somebody puts the cable back in after an unplug fault.</summary>
    public void PlugIn() => _life.PlugIn();

    /// <summary>Somebody accepts the key of the adb server that the screen asks about.</summary>
    public void AcceptKey() => _store.Phone.AcceptKey();

    /// <summary>Its battery has so many percent from now on, 0 to 100.</summary>
    public void Charge(int percent) => _store.Phone.Change(state => state with { BatteryPercent = percent });

    /// <summary>Waits until the phone's state is as wanted, and gives that state.</summary>
    public Task<PhoneState> WaitForAsync(Predicate<PhoneState> reached, CancellationToken cancellationToken) =>
        _store.Phone.WaitForAsync(reached, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _ports.Dispose();
        _store.Dispose();
        _stop.Dispose();
    }
}
