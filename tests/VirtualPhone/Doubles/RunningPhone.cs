using System.Collections.Immutable;
using System.Net;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Tests.Doubles;

/// <summary>A phone in this process with a store of its own, which goes with it.</summary>
internal sealed class RunningPhone : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly TemporaryDirectory _store;
    private readonly VirtualPhoneOptions _options;

    private RunningPhone(TemporaryDirectory store, VirtualPhoneOptions options)
    {
        _store = store;
        _options = options;
        Server = Start(options);
    }

    public VirtualPhoneServer Server { get; private set; }

    public PhoneState State => Server.State;

    public static VirtualPhoneOptions Options(string store, PhoneModel? model = null) => new()
    {
        Model = model ?? VirtualA.Model,
        StoreDirectory = store,
        Serial = "TEST0001",
        BootTime = TimeSpan.Zero,
    };

    public static RunningPhone Start(Func<VirtualPhoneOptions, VirtualPhoneOptions> change, PhoneModel? model = null)
    {
        var store = new TemporaryDirectory();
        return new RunningPhone(store, change(Options(store.Path, model)));
    }

    public static RunningPhone Start(PhoneModel? model = null) => Start(options => options, model);

    /// <summary>A recent phone in its system, with adb.</summary>
    public static RunningPhone InSystem(Func<VirtualPhoneOptions, VirtualPhoneOptions>? change = null) =>
        Start(options => (change ?? (same => same))(WithAdb(options) with { StartMode = PhoneMode.System }), VirtualC.Model);

    public static VirtualPhoneOptions WithAdb(VirtualPhoneOptions options) =>
        options with { ListenAdb = new IPEndPoint(IPAddress.Loopback, 0) };

    /// <summary>A recent phone in its bootloader, with fastboot over UDP.</summary>
    public static RunningPhone OverUdp(params string[] faults) => Start(
        options => options with { ListenUdp = new IPEndPoint(IPAddress.Loopback, 0), Faults = Faults(faults) }, VirtualC.Model);

    public static RunningPhone StartWith(params string[] faults) =>
        Start(options => options with { Faults = Faults(faults) });

    public static ImmutableArray<Fault> Faults(params string[] faults) => [.. faults.SelectMany(text => FaultParser.Parse(text).Faults)];

    /// <summary>Ends the program and starts it again over the same store.</summary>
    public async Task RestartAsync(Func<VirtualPhoneOptions, VirtualPhoneOptions>? change = null)
    {
        await Server.DisposeAsync();
        Server = Start(change is null ? _options : change(_options));
    }

    public Task<TestClient> ConnectAsync() => TestClient.ConnectAsync(Server.Address, Limit);

    public Task<PhoneState> WaitForAsync(Predicate<PhoneState> reached) =>
        Server.WaitForAsync(reached, TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);

    public Task<ToolRun> FastbootAsync(params string[] arguments) => Tool.RunAsync("fastboot", ["-s", Server.Target, .. arguments]);

    public Task<ToolRun> FastbootOverUdpAsync(params string[] arguments) =>
        Tool.RunAsync("fastboot", ["-s", $"udp:{Server.UdpAddress}", .. arguments]);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _store.Dispose();
    }

    private static VirtualPhoneServer Start(VirtualPhoneOptions options) =>
        VirtualPhoneServer.Start(options, TimeProvider.System, new Random(1));
}
