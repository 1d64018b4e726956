using Espero.Plan.V1;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>The words of a recipe for the enumerations of a plan.</summary>
public static class PlanWords
{
    public static readonly WordTable<PhoneMode> Modes = new(
        ("system", PhoneMode.System),
        ("recovery", PhoneMode.Recovery),
        ("sideload", PhoneMode.Sideload),
        ("bootloader", PhoneMode.Bootloader),
        ("fastbootd", PhoneMode.Fastbootd),
        ("download", PhoneMode.Download),
        ("edl", PhoneMode.Edl));

    public static readonly WordTable<RebootTarget> RebootTargets = new(
        ("system", RebootTarget.System),
        ("bootloader", RebootTarget.Bootloader),
        ("fastbootd", RebootTarget.Fastbootd),
        ("recovery", RebootTarget.Recovery),
        ("sideload", RebootTarget.Sideload),
        ("download", RebootTarget.Download),
        ("edl", RebootTarget.Edl),
        ("continue", RebootTarget.Continue));

    public static readonly WordTable<Slot> Slots = new(
        ("a", Slot.A),
        ("b", Slot.B),
        ("other", Slot.Other),
        ("both", Slot.Both));

    public static readonly WordTable<Proof> Proofs = new(
        ("none", Proof.None),
        ("seen-by-person", Proof.SeenByPerson),
        ("seen-on-usb", Proof.SeenOnUsb),
        ("bootloader-says-so", Proof.BootloaderSaysSo),
        ("read-back", Proof.ReadBack));

    public static readonly WordTable<Ask.Types.Need> Needs = new(
        ("touch", Ask.Types.Need.Touch),
        ("keys", Ask.Types.Need.Keys),
        ("sim", Ask.Types.Need.Sim),
        ("account", Ask.Types.Need.Account));

    public static readonly WordTable<Unlock.Types.Method> UnlockMethods = new(
        ("flashing", Unlock.Types.Method.Flashing),
        ("oem", Unlock.Types.Method.Oem),
        ("critical", Unlock.Types.Method.Critical),
        ("code", Unlock.Types.Method.Code),
        ("token-file", Unlock.Types.Method.TokenFile));

    public static readonly WordTable<Espero.Plan.V1.Lock.Types.Method> LockMethods = new(
        ("flashing", Espero.Plan.V1.Lock.Types.Method.Flashing),
        ("critical", Espero.Plan.V1.Lock.Types.Method.Critical));

    public static readonly WordTable<Logical.Types.Action> LogicalActions = new(
        ("create", Logical.Types.Action.Create),
        ("delete", Logical.Types.Action.Delete),
        ("resize", Logical.Types.Action.Resize));
}
