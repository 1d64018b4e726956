using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.Facts;

/// <summary>The name of a fact: its source, a dot, and the name that the source uses.</summary>
public static partial class FactName
{
    /// <summary>A variable of the bootloader: "getvar.product", "getvar.has-slot:boot".</summary>
    public const string Getvar = "getvar";

    /// <summary>A variable of fastbootd, where it differs from the bootloader's: "fastbootd.partition-size:system_a".</summary>
    public const string Fastbootd = "fastbootd";

    /// <summary>A property of the running system: "getprop.ro.product.device".</summary>
    public const string Getprop = "getprop";

    /// <summary>
    /// The size of a partition in bytes, decimal: "partition.boot". Known means it exists; "unknown" where the phone's table has it
    /// without a size.
    /// </summary>
    public const string Partition = "partition";

    /// <summary>
    /// The battery as the running system sees it: "battery.level" in percent, "battery.temperature" in degrees Celsius ("41.5"),
    /// "battery.health" in Android's words ("good", "overheat"). That it is swollen no phone knows: see the release.
    /// </summary>
    public const string Battery = "battery";

    /// <summary>What the phone says on USB in its present mode: "usb.product", "usb.vendor-id".</summary>
    public const string Usb = "usb";

    /// <summary>What a named person has read on the phone: "person.model", the name printed on it or shown in its settings.</summary>
    public const string Person = "person";

    /// <summary>The model as a named person has read it off the phone.</summary>
    public const string PersonModel = "person.model";

    /// <summary>
    /// Whether the bootloader would let itself be unlocked, "1" or "0": its answer to "flashing get_unlock_ability", without the words
    /// around it.
    /// </summary>
    public const string UnlockAbility = "getvar.unlock-ability";

    /// <summary>
    /// "yes" where what the phone's maker gave to unlock it is at hand. Of a source that no recipe can name: it says nothing of the
    /// phone.
    /// </summary>
    public const string UnlockCode = "given.unlock-code";

    /// <summary>What the running system calls its model.</summary>
    public const string Device = "getprop.ro.product.device";

    /// <summary>The family of the phone's chip.</summary>
    public const string Platform = "getprop.ro.board.platform";

    /// <summary>The Android version of the running system.</summary>
    public const string AndroidVersion = "getprop.ro.build.version.release";

    public static readonly ImmutableArray<string> Sources = [Getvar, Fastbootd, Getprop, Partition, Battery, Usb, Person];

    /// <summary>Whether the part behind the source is well formed: 1 to 100 letters, digits and . _ : -</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>What the bootloader calls a variable, under the name that fastbootd's has; any other fact keeps its name.</summary>
    public static string InFastbootd(string fact) => SourceOf(fact) == Getvar ? Fastbootd + fact[Getvar.Length..] : fact;

    /// <summary>What stands before the first dot; the whole text when there is none.</summary>
    public static string SourceOf(string fact) => fact.Split('.', 2)[0];

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._:-]{0,99}\z")]
    private static partial Regex Name();
}
