using Espero.VirtualPhone.Android;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Storage;
using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone;

/// <summary>What every service of the phone works with.</summary>
internal sealed class PhoneParts(PhoneStore store, FaultSchedule faults, VirtualPhoneOptions options, TimeProvider timeProvider)
{
    public Phone Phone => store.Phone;

    public IPhoneStorage Storage => store.Storage;

    public FaultSchedule Faults => faults;

    public VirtualPhoneOptions Options => options;

    public TimeProvider Time => timeProvider;

    public Cable Cable { get; } = new(faults, options.RateBytesPerSecond, timeProvider);

    public AdbTrust AdbTrust { get; } =
        options.Faults.OfType<ConditionFault>().LastOrDefault(fault => fault.AdbTrust is not null)?.AdbTrust ?? options.AdbTrust;

    public Wipes Wipes { get; } = new(store.Phone, store.Storage, faults, options.AdbStaysOn);

    /// <summary>Whose download the storage holds; another client's is never used.</summary>
    public object? Downloader { get; set; }

    /// <summary>Commands of all connections take turns.</summary>
    public Turn Turn { get; } = new();

    /// <summary>So many bytes more were written.</summary>
    public void Wrote(int bytes)
    {
        if (Faults.HeatsAfter(bytes))
        {
            TurnHot();
        }
    }

    public void TurnHot() => Phone.Change(state => state with { BatteryTemperatureTenths = Battery.RunningHotTenths });
}
