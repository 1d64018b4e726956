using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureSide;
using static Espero.Station.Recipes.Failures.FailureStage;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>What the bootloader allows.</summary>
internal static class LockFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.BootloaderLocked, Unlock, Phone, AfterKnownMode, PersonAtStation,
            new(
                "The bootloader is locked, so it refuses to be written.",
                "The phone has not been unlocked, or locked itself again.",
                "Unlock the phone as the model's guide says, then start again."),
            new(
                "Le chargeur de démarrage est verrouillé et refuse l'écriture.",
                "Le téléphone n'a pas été déverrouillé, ou s'est reverrouillé.",
                "Déverrouillez le téléphone comme l'explique la fiche du modèle, puis recommencez.")),
        new(FailureCode.OemUnlockNotAllowed, Unlock, Person, AfterHands, PersonAtStation,
            new(
                "The phone does not allow unlocking yet.",
                "The setting OEM unlocking is switched off.",
                "Connect the phone to the Internet, switch on OEM unlocking in the developer options, then start again."),
            new(
                "Le téléphone n'autorise pas encore le déverrouillage.",
                "Le réglage « Déverrouillage OEM » est désactivé.",
                "Connectez le téléphone au Wi-Fi, activez « Déverrouillage OEM » dans les Options pour les développeurs, puis recommencez.")),
        new(FailureCode.UnlockForbidden, Unlock, Phone, Never, Operator,
            new(
                "This phone cannot be unlocked.",
                "Its maker, its operator or a company that manages it forbids it, or an account is still on it.",
                "Remove all accounts and any management; if it still refuses, this phone keeps its system."),
            new(
                "Ce téléphone ne peut pas être déverrouillé.",
                "Son fabricant, son opérateur ou une entreprise qui le gère l'interdit, ou un compte y est encore.",
                "Retirez tous les comptes et toute gestion ; s'il refuse encore, ce téléphone garde son système.")),
        new(FailureCode.VendorTokenNeeded, Unlock, Person, AfterHands, PersonAtStation,
            new(
                "The phone wants an unlock code of its maker.",
                "The code is missing, or it belongs to another phone.",
                "Ask the maker for the code of exactly this phone and enter it."),
            new(
                "Le téléphone exige un code de déverrouillage de son fabricant.",
                "Le code manque, ou appartient à un autre téléphone.",
                "Demandez au fabricant le code de ce téléphone précis et saisissez-le.")),
        new(FailureCode.PromptNotConfirmed, Unlock, Person, Safe, PersonAtStation,
            new(
                "Nobody confirmed the question on the phone's screen.",
                "The phone asks before it does this, and the answer was no or did not come.",
                "Look at the phone, choose yes with the volume keys and confirm with the power key."),
            new(
                "Personne n'a confirmé la question à l'écran du téléphone.",
                "Le téléphone demande avant d'agir, et la réponse a été non ou n'est pas venue.",
                "Regardez le téléphone, choisissez oui avec les touches de volume et confirmez avec la touche Marche.")),
        new(FailureCode.RelockRefused, Relock, Recipe, Never, Operator,
            new(
                "The phone was not locked again.",
                "It is not proven that it would start when locked, and a phone locked wrongly is lost.",
                "Leave it unlocked, or use a build that proves its own keys."),
            new(
                "Le téléphone n'a pas été reverrouillé.",
                "Rien ne prouve qu'il démarrerait verrouillé, et un téléphone mal verrouillé est perdu.",
                "Laissez-le déverrouillé, ou prenez un système qui prouve ses propres clés.")),
        new(FailureCode.LockDidNotTake, Relock, Phone, AfterHands, PersonAtStation,
            new(
                "The phone is still unlocked after it was told to lock.",
                "The question on its screen was not confirmed, or it ignores the command.",
                "Repeat the locking and confirm it on the phone."),
            new(
                "Le téléphone est encore déverrouillé malgré l'ordre de verrouillage.",
                "La question à son écran n'a pas été confirmée, ou il ignore la commande.",
                "Recommencez le verrouillage et confirmez-le sur le téléphone.")),
    ];
}
