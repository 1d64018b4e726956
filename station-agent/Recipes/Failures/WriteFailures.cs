using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureSide;
using static Espero.Station.Recipes.Failures.FailureStage;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>While something is being written.</summary>
internal static class WriteFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.PhoneRefused, AtAnyTime, Phone, Never, Operator,
            new(
                "The phone refused a command.",
                "Its own words are in the details; they fit no cause that Espero knows.",
                "Read the phone's words, and tell the people who write the recipes about them."),
            new(
                "Le téléphone a refusé une commande.",
                "Ses propres mots sont dans les détails ; ils ne correspondent à aucune cause qu'Espero connaît.",
                "Lisez les mots du téléphone et signalez-les aux personnes qui écrivent les recettes.")),
        new(FailureCode.CommandNotSupported, AtAnyTime, Recipe, Never, SourceWriter,
            new(
                "The phone does not know a command of the recipe.",
                "Its bootloader is older than the recipe expects, or has no fastbootd.",
                "Adapt the recipe to this bootloader, or update the phone's firmware first."),
            new(
                "Le téléphone ne connaît pas une commande de la recette.",
                "Son chargeur de démarrage est plus ancien que prévu, ou n'a pas de fastbootd.",
                "Adaptez la recette à ce chargeur, ou mettez d'abord à jour le micrologiciel du téléphone.")),
        new(FailureCode.PartitionMissing, Write, Recipe, Never, SourceWriter,
            new(
                "The phone has no such partition.",
                "The recipe is for another variant, or names the partition wrongly.",
                "Check the model, then correct the partition in the recipe."),
            new(
                "Le téléphone n'a pas cette partition.",
                "La recette vise une autre variante, ou nomme mal la partition.",
                "Vérifiez le modèle, puis corrigez la partition dans la recette.")),
        new(FailureCode.PartitionForbidden, Check, Recipe, Never, SourceWriter,
            new(
                "The plan writes a partition that must never be written.",
                "It holds what exists only once: calibration, serial, IMEI, lock state or the partition table.",
                "Delete the step from the recipe; nothing was written."),
            new(
                "Le plan écrit une partition qui ne doit jamais l'être.",
                "Elle contient ce qui n'existe qu'une fois : calibrage, numéro de série, IMEI, verrouillage ou table des partitions.",
                "Supprimez l'étape de la recette ; rien n'a été écrit.")),
        new(FailureCode.ImageTooBig, Write, Image, Never, Operator,
            new(
                "An image is bigger than the place it must go to.",
                "The build is for a variant with larger partitions, or the phone takes only smaller pieces.",
                "Choose a build for exactly this variant."),
            new(
                "Une image est plus grande que sa place sur le téléphone.",
                "Le système vise une variante aux partitions plus grandes, ou le téléphone n'accepte que de plus petits morceaux.",
                "Choisissez un système pour cette variante précise.")),
        new(FailureCode.SuperNeedsWipe, Write, Phone, AfterKnownMode, Operator,
            new(
                "There is no room for the new system in the phone's dynamic partitions.",
                "The old layout is still there and leaves too little space.",
                "Restore the maker's system or use a recipe that writes the layout anew, then start again."),
            new(
                "Il n'y a pas la place pour le nouveau système dans les partitions dynamiques.",
                "L'ancienne disposition est encore là et laisse trop peu d'espace.",
                "Restaurez le système d'usine ou prenez une recette qui réécrit la disposition, puis recommencez.")),
        new(FailureCode.SnapshotInProgress, Check, Phone, Safe, PersonAtStation,
            new(
                "The phone is still finishing an update of its old system.",
                "Its slots cannot be changed before the update is merged.",
                "Start the old system once, wait until its update is done, then start again."),
            new(
                "Le téléphone termine encore une mise à jour de son ancien système.",
                "Ses emplacements ne peuvent pas changer avant la fin de la mise à jour.",
                "Démarrez une fois l'ancien système, attendez la fin de la mise à jour, puis recommencez.")),
        new(FailureCode.WrongSlot, Write, Phone, AfterKnownMode, Operator,
            new(
                "The phone would start from the wrong slot.",
                "The expected slot is not active, or the phone marked it as not startable.",
                "Start again: the slot is set anew; if it comes back, restore the maker's system."),
            new(
                "Le téléphone démarrerait depuis le mauvais emplacement.",
                "L'emplacement attendu n'est pas actif, ou le téléphone l'a marqué comme impossible à démarrer.",
                "Recommencez : l'emplacement sera rétabli ; si cela revient, restaurez le système d'usine.")),
        new(FailureCode.SideloadIncomplete, Write, Cable, AfterKnownMode, PersonAtStation,
            new(
                "The transfer of the package to the phone broke off.",
                "The phone stopped reading, or the connection closed early.",
                "Leave the phone plugged in; the transfer is repeated from the start."),
            new(
                "Le transfert du paquet vers le téléphone s'est interrompu.",
                "Le téléphone a cessé de lire, ou la connexion s'est fermée trop tôt.",
                "Laissez le téléphone branché ; le transfert reprend depuis le début.")),
        new(FailureCode.PackageRefused, Write, Image, Never, Operator,
            new(
                "The phone received the package but did not install it.",
                "Its recovery refused it, although it took every byte.",
                "Check that the package is for this model and newer than what is on the phone."),
            new(
                "Le téléphone a reçu le paquet mais ne l'a pas installé.",
                "Son mode de secours l'a refusé, bien qu'il ait tout reçu.",
                "Vérifiez que le paquet est pour ce modèle et plus récent que ce qui s'y trouve.")),
        new(FailureCode.SignaturePromptHidden, Write, Person, AfterHands, PersonAtStation,
            new(
                "The phone asked a question that nobody could see.",
                "The package is not signed by the system's maker, and the recovery hides its question in this mode.",
                "Open the recovery's menu on the phone, start the installation there and accept."),
            new(
                "Le téléphone a posé une question que personne ne pouvait voir.",
                "Le paquet n'est pas signé par l'auteur du système, et le mode de secours cache sa question dans ce mode.",
                "Ouvrez le menu de secours sur le téléphone, lancez-y l'installation et acceptez.")),
        new(FailureCode.RecoveryNotOurs, Write, Phone, AfterKnownMode, PersonAtStation,
            new(
                "The phone started its old recovery or system instead of ours.",
                "It restored its own recovery at the restart.",
                "Start again, and hold the keys that the station shows until the logo appears."),
            new(
                "Le téléphone a démarré son ancien mode de secours ou système au lieu du nôtre.",
                "Il a restauré son propre mode de secours au redémarrage.",
                "Recommencez, et maintenez les touches indiquées jusqu'au logo.")),
        new(FailureCode.OdinSessionLost, Write, Phone, AfterKnownMode, PersonAtStation,
            new(
                "The phone in download mode ended the session.",
                "It allows one session each time it enters download mode.",
                "Restart the phone into download mode with its keys."),
            new(
                "Le téléphone en mode Download a mis fin à la session.",
                "Il n'autorise qu'une session par entrée dans ce mode.",
                "Redémarrez le téléphone en mode Download avec ses touches.")),
        new(FailureCode.OdinImageRefused, Write, Phone, Never, Operator,
            new(
                "The phone in download mode refused the image.",
                "OEM unlocking is not switched on, or the phone is still within its waiting days.",
                "Read the red text on its screen, switch on OEM unlocking, and wait the days that the maker demands."),
            new(
                "Le téléphone en mode Download a refusé l'image.",
                "Le déverrouillage OEM n'est pas activé, ou le téléphone est encore dans ses jours d'attente.",
                "Lisez le texte rouge à l'écran, activez le déverrouillage OEM et attendez les jours exigés par le fabricant.")),
        new(FailureCode.EdlErrorState, Connect, Phone, AfterKnownMode, PersonAtStation,
            new(
                "The phone's emergency mode is stuck.",
                "An earlier attempt left it in an error state.",
                "Unplug the phone, hold its power key for twenty seconds, and enter the emergency mode again."),
            new(
                "Le mode d'urgence du téléphone est bloqué.",
                "Un essai précédent l'a laissé en état d'erreur.",
                "Débranchez le téléphone, maintenez sa touche Marche vingt secondes et revenez au mode d'urgence.")),
        new(FailureCode.EdlAuthenticationNeeded, Write, Phone, Never, Operator,
            new(
                "The phone's emergency mode wants the maker's signature.",
                "Only the maker's workshops have it.",
                "Give the phone to a workshop, or keep it for parts."),
            new(
                "Le mode d'urgence du téléphone exige la signature du fabricant.",
                "Seuls les ateliers du fabricant l'ont.",
                "Confiez le téléphone à un atelier, ou gardez-le pour ses pièces.")),
    ];
}
