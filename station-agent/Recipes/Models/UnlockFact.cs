namespace Espero.Station.Recipes.Models;

/// <summary>What a data set says about opening a model's bootloader.</summary>
/// <param name="Way">The way the set describes.</param>
/// <param name="IsStillOffered">False when the set says that phones can no longer be unlocked, or never could.</param>
/// <param name="NeedsSwitch">Whether "OEM unlocking" must be switched on in the system first.</param>
/// <param name="Procedure">Whose leave it takes and how, where the set tells: "motorola", "xiaomi-hyperos". A Lenovo may need Motorola's.</param>
public sealed record UnlockFact(UnlockWay Way, bool IsStillOffered = true, bool NeedsSwitch = true, string Procedure = "")
{
    /// <summary>Somebody must ask the maker, and the maker still answers.</summary>
    public bool AsksTheMaker => IsStillOffered && Way is (UnlockWay.VendorCode or UnlockWay.VendorFile or UnlockWay.VendorAccount);
}
