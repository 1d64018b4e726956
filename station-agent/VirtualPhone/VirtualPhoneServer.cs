using System.Net;
using System.Net.Sockets;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone;

/// <summary>A running virtual phone, inside this process.</summary>
public sealed class VirtualPhoneServer : IAsyncDisposable
{
    private readonly VirtualPhoneOptions _options;
    private readonly PhoneStore _store;
    private readonly BootloaderPort _port;
    private readonly PhoneLife _life;
    private readonly CancellationTokenSource _stop = new();

    private VirtualPhoneServer(VirtualPhoneOptions options, PhoneStore store, BootloaderPort port, TimeProvider timeProvider)
    {
        _options = options;
        _store = store;
        _port = port;
        _life = new PhoneLife(store, port, new FaultSchedule(options.Faults), options, timeProvider);
        Completion = _life.RunAsync(_stop.Token); // opens the port before its first wait
    }

    /// <summary>The address, the same whether the port is open or closed.</summary>
    public IPEndPoint Address => _port.Address;

    /// <summary>What <c>fastboot -s</c> takes, such as <c>tcp:127.0.0.1:41234</c>.</summary>
    public string Target => $"tcp:{Address}";

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
            return new VirtualPhoneServer(options, store, new BootloaderPort(options.Listen), timeProvider);
        }
        catch (SocketException refused)
        {
            store.Dispose();
            throw new VirtualPhoneException(
                $"Cannot listen on tcp:{options.Listen}: {refused.Message}. Give another port, or 0 for a free one.");
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
}
