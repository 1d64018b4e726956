using System.Collections.Immutable;
using Espero.VirtualPhone.Android;
using static Espero.VirtualPhone.Faults.FaultCatalogue;

namespace Espero.VirtualPhone.Faults;

/// <summary>The phone is not what the plan is for, or in no state for it.</summary>
internal static class IdentityFaults
{
    private const string Other = "another-phone";
    private const int FlatPercent = 5;
    private const long NewestRollbackIndex = 99;
    private const string NewestPatch = "2099-12-05";

    public static ImmutableArray<FailureOnDemand> All { get; } =
    [
        OfPhone(
            "wrong-phone",
            "Bootloader and system both name another model.",
            new VariableFault("product", Other),
            new PropertyFault("ro.product.device", Other),
            new PropertyFault("ro.product.name", Other),
            new PropertyFault("ro.build.product", Other),
            new PropertyFault("ro.product.model", Other)),
        OfPhone(
            "ambiguous-variant",
            "The bootloader names the model, but a variant that nobody knows, and its storage is half as big; the system names another device.",
            new VariableFault("variant", "UNKNOWN"),
            new VariableFault("partition-size:userdata", "0x200000000"),
            new PropertyFault("ro.product.device", Other)),
        OfPhone(
            "phone-not-identified",
            "Neither bootloader nor system say which model this is, or its serial.",
            new VariableFault("product", ""),
            new VariableFault("serialno", ""),
            new PropertyFault("ro.product.device", ""),
            new PropertyFault("ro.product.name", ""),
            new PropertyFault("ro.product.model", ""),
            new PropertyFault("ro.build.product", ""),
            new PropertyFault("ro.serialno", ""),
            new PropertyFault("ro.boot.serialno", "")),
        OfPhone("phone-changed", "After its next reboot the phone has another serial.", new OtherSerialFault("ANOTHER-PHONE")),
        OfPhone(
            "requirement-not-met",
            "The firmware is older than any build wants.",
            new VariableFault("version-bootloader", "oldest"),
            new VariableFault("version-baseband", "oldest"),
            new PropertyFault("ro.bootloader", "oldest")),
        OfPhone(
            "assertion-failed",
            "A fact that recipes may assert has an unexpected value.",
            new VariableFault("hw-revision", "unexpected")),
        OfPhone(
            "rollback-refused",
            "The phone remembers a newer system than any build, says so, and refuses to be written.",
            new ConditionFault { RollbackIndex = NewestRollbackIndex },
            new VariableFault("anti", $"{NewestRollbackIndex}"),
            new VariableFault("security-patch-level", NewestPatch),
            new PropertyFault("ro.build.version.security_patch", NewestPatch),
            Refuses("flash:", "Image refused: rollback index is older than the device's (anti-rollback)")),
        OfPhone(
            "battery-low",
            "The battery is nearly empty, and the bootloader refuses to write.",
            new ConditionFault { BatteryPercent = FlatPercent },
            Refuses("flash:", "low power, need battery charging.")),
        OfPhone(
            "battery-hot",
            "The battery has 48 degrees, as the system and the recovery can tell.",
            new ConditionFault { BatteryTemperatureTenths = Battery.RunningHotTenths }),
    ];
}
