using System.Collections.Immutable;

namespace Espero.Station.Protocols.Adb;

/// <content>What the phone says of itself.</content>
public sealed partial class AdbPhone
{
    // Linux Documentation/power/power_supply_class.rst: capacity in percent, temp in tenths of a degree.
    private const string KernelsBattery = "cat /sys/class/power_supply/battery/capacity /sys/class/power_supply/battery/temp";

    /// <summary>All properties of the running system, or of the recovery.</summary>
    public async Task<AdbResult<ImmutableSortedDictionary<string, string>>> GetPropertiesAsync(CancellationToken cancellationToken)
    {
        var answer = await ShellAsync("getprop", cancellationToken);
        return answer switch
        {
            { Error: { } error } => error,
            { Value.ExitCode: not 0 } =>
                new AdbError(AdbFailure.Refused, $"getprop ended with {answer.Value.ExitCode}: {answer.Value.Errors}"),
            _ => PropertyList.Parse(answer.Value.Output),
        };
    }

    /// <summary>
    /// What the phone says of its battery. In a recovery, which has no service for it, the kernel's own figures are read; a
    /// phone that answers neither gives a state that says nothing.
    /// </summary>
    public async Task<AdbResult<BatteryState>> GetBatteryAsync(CancellationToken cancellationToken)
    {
        var service = await ShellAsync("dumpsys battery", cancellationToken);
        if (service.Error is null && BatteryReport.Parse(service.Value.Output) is { LevelPercent: not null } state)
        {
            return state;
        }

        var kernel = service.Error is null ? await ShellAsync(KernelsBattery, cancellationToken) : service;
        return kernel.Error is { } error ? error
            : kernel.Value.ExitCode == 0 ? BatteryReport.ParseKernels(kernel.Value.Output)
            : BatteryReport.Parse(service.Value.Output);
    }

    /// <summary>
    /// Every fact at once, named by source and name: each property as <c>getprop.NAME</c>; and where known <c>battery.level</c>
    /// (percent), <c>battery.temperature</c> (degrees Celsius: <c>31.8</c>), <c>battery.health</c>, <c>battery.plugged</c> (yes, no).
    /// </summary>
    public async Task<AdbResult<ImmutableSortedDictionary<string, string>>> GetFactsAsync(CancellationToken cancellationToken)
    {
        var properties = await GetPropertiesAsync(cancellationToken);
        if (properties.Error is not null)
        {
            return properties;
        }

        var battery = await GetBatteryAsync(cancellationToken);
        return battery.Error is { } error ? error : AdbFacts.Of(properties.Value, battery.Value);
    }
}
