using System.Collections.Immutable;
using System.Globalization;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Recorded;

/// <summary>Makes a model out of the facts of a real phone; what was not recorded is as with the recent model.</summary>
internal static class RecordedModel
{
    private const decimal TenthsPerDegree = 10;
    private const int MaxCelsius = 100;
    private const int MaxPercent = 100;

    // These follow from the phone's state, and would freeze it if they were copied.
    private static readonly ImmutableArray<string> LivingVariables =
    [
        "all", "product", "serialno", "unlocked", "battery-", "current-slot", "slot-", "has-slot:", "partition-", "is-logical:",
        "is-userspace", "snapshot-update-status", "max-download-size", "super-partition-name", "security-patch-level", "anti",
    ];

    private static readonly ImmutableArray<string> LivingProperties =
    [
        "ro.serialno", "ro.boot.serialno", "ro.build.fingerprint", "ro.build.version.release", "ro.build.version.security_patch",
        "ro.build.date.utc", "ro.boot.verifiedbootstate", "ro.boot.flash.locked", "ro.boot.vbmeta.device_state",
        "sys.oem_unlock_allowed", "sys.boot_completed", "ro.bootmode", "ro.boot.slot_suffix",
    ];

    /// <exception cref="VirtualPhoneException">The facts do not say which model this is.</exception>
    public static PhoneModel Of(RecordedFacts facts)
    {
        var product = facts.First("getvar.product", "getprop.ro.product.name", "getprop.ro.product.device");
        if (product is null || !PhoneSerial.IsValid(product))
        {
            throw new VirtualPhoneException(
                "The facts do not say which model this is: getvar.product and getprop.ro.product.device are both missing. " +
                "Record them again.");
        }

        var codename = facts.First("getprop.ro.product.device") ?? product;
        var hasSlots = facts.First("getvar.slot-count") is "2"
            || facts.First("getvar.current-slot", "getprop.ro.boot.slot_suffix") is not null;
        var template = hasSlots ? VirtualC.Model : VirtualB.Model;
        var download = RecordedNumber.Parse(facts.First("getvar.max-download-size"));
        return template with
        {
            Name = codename,
            Product = product,
            Codename = codename,
            MarketName = facts.First("getprop.ro.product.model") ?? codename,
            Brand = facts.First("getprop.ro.product.brand", "getprop.ro.product.manufacturer") ?? template.Brand,
            Variant = facts.First("getvar.variant") ?? "",
            HardwareRevision = facts.First("getvar.hw-revision") ?? "",
            BootloaderVersion = facts.First("getvar.version-bootloader", "getprop.ro.bootloader") ?? "",
            BasebandVersion = facts.First("getvar.version-baseband", "getprop.gsm.version.baseband") ?? "",
            System = SystemOf(facts, product, codename),
            Slots = hasSlots ? ["a", "b"] : [],
            Partitions = RecordedPartitions.Physical(facts, hasSlots, template),
            Super = RecordedPartitions.Super(facts),
            Delivery = DeliveryOf(facts),
            MaxDownloadSizeBytes = Math.Min(download?.Number ?? template.MaxDownloadSizeBytes, uint.MaxValue),
            Traits = new()
            {
                DownloadSize = download?.Notation ?? SizeNotation.Hexadecimal,
                HidesProduct = facts.First("getvar.product") is null,
            },
            BootloaderKnowsRecovery = true,
            HasOemCommands = true,
            ChecksImages = true,
            RefusesRollback = facts.First("getvar.anti") is not null,
            Variables = Copied(facts, "getvar.", LivingVariables),
            Properties = Copied(facts, "getprop.", LivingProperties),
        };
    }

    private static InstalledSystem SystemOf(RecordedFacts facts, string product, string codename) => new(
        facts.First("getprop.ro.build.fingerprint") ?? $"recorded/{product}/{codename}:0/UNKNOWN/0:user/release-keys",
        facts.First("getprop.ro.build.version.release") ?? "0",
        facts.First("getprop.ro.build.version.security_patch", "getvar.security-patch-level") ?? "1970-01-01",
        RecordedNumber.Parse(facts.First("getprop.ro.build.date.utc"))?.Number ?? 0);

    private static Delivery DeliveryOf(RecordedFacts facts)
    {
        var usual = new Delivery();
        return usual with
        {
            Locked = facts.First("getvar.unlocked") is "no" || facts.First("getprop.ro.boot.flash.locked") is "1",
            UnlockAllowed = facts.First("getprop.sys.oem_unlock_allowed") is not "0",
            BatteryPercent = Percent(facts.First("battery.level", "getvar.battery-soc")) ?? usual.BatteryPercent,
            BatteryTemperatureTenths = Tenths(facts.First("battery.temperature")) ?? usual.BatteryTemperatureTenths,
            RollbackIndex = RecordedNumber.Parse(facts.First("getvar.anti"))?.Number ?? 0,
            Snapshot = facts.First("getvar.snapshot-update-status") switch
            {
                "snapshotted" => SnapshotStatus.Snapshotted,
                "merging" => SnapshotStatus.Merging,
                _ => SnapshotStatus.None,
            },
        };
    }

    private static int? Percent(string? text) =>
        int.TryParse(text?.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= MaxPercent
            ? percent
            : null;

    private static int? Tenths(string? celsius) =>
        decimal.TryParse(celsius, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && degrees <= MaxCelsius
            ? (int)(degrees * TenthsPerDegree)
            : null;

    private static ImmutableArray<(string Name, string Value)> Copied(RecordedFacts facts, string source, ImmutableArray<string> living) =>
        [.. facts.Of(source).Where(fact => !living.Any(start => fact.Name.StartsWith(start, StringComparison.Ordinal)))];
}
