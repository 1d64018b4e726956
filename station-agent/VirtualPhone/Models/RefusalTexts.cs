namespace Espero.VirtualPhone.Models;

/// <summary>
/// The words with which a model's bootloader refuses. Makers differ, so they are data: a station must know every variant.
/// </summary>
/// <param name="LockedFlash">FAIL text of <c>flash:</c> on a locked phone.</param>
/// <param name="LockedErase">FAIL text of <c>erase:</c> on a locked phone.</param>
/// <param name="LockedSlot">FAIL text of <c>set_active:</c> on a locked phone.</param>
/// <param name="UnlockNotAllowed">FAIL text of <c>flashing unlock</c> while the owner has not allowed it.</param>
/// <param name="NoPartition">FAIL text for a partition that the phone lacks.</param>
/// <param name="ImageTooBig">FAIL text for an image that does not fit its partition.</param>
/// <param name="NoVariable">FAIL text for a variable that the phone lacks.</param>
/// <param name="UnknownCommand">FAIL text for a command that the bootloader lacks.</param>
public sealed record RefusalTexts(
    string LockedFlash,
    string LockedErase,
    string LockedSlot,
    string UnlockNotAllowed,
    string NoPartition,
    string ImageTooBig,
    string NoVariable,
    string UnknownCommand);
