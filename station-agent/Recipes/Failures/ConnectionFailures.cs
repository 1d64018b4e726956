using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureSide;
using static Espero.Station.Recipes.Failures.FailureStage;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>Between the station and the phone.</summary>
internal static class ConnectionFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.PhoneNotSeen, Connect, Cable, Safe, PersonAtStation,
            new(
                "No phone appeared on this port.",
                "It is off, not plugged in, or its cable only charges.",
                "Switch the phone on, plug it in, then try another cable or another port."),
            new(
                "Aucun téléphone n'est apparu sur cette prise.",
                "Il est éteint, débranché, ou son câble ne fait que charger.",
                "Allumez le téléphone, branchez-le, puis essayez un autre câble ou une autre prise.")),
        new(FailureCode.CableFaulty, Connect, Cable, AfterHands, PersonAtStation,
            new(
                "The phone appears and disappears, or cannot say what it is.",
                "The cable or the port is worn out.",
                "Change the cable, then the port."),
            new(
                "Le téléphone apparaît et disparaît, ou n'arrive pas à se présenter.",
                "Le câble ou la prise est usé.",
                "Changez de câble, puis de prise.")),
        new(FailureCode.CableLost, Write, Cable, AfterKnownMode, PersonAtStation,
            new(
                "The connection to the phone broke while it was being written.",
                "The cable moved, the phone lost power, or the port failed.",
                "Leave the phone where it is, press the plugs in firmly, and do not touch the cable; what was cut off is written again from its start."),
            new(
                "La connexion avec le téléphone s'est coupée pendant l'écriture.",
                "Le câble a bougé, le téléphone a manqué de courant ou la prise a lâché.",
                "Laissez le téléphone en place, enfoncez bien les fiches et ne touchez plus au câble ; la partie interrompue sera réécrite depuis son début.")),
        new(FailureCode.PhoneUnplugged, AtAnyTime, Person, AfterKnownMode, PersonAtStation,
            new(
                "The phone was unplugged although it was not finished.",
                "Somebody took it, or moved its cable to another port.",
                "Plug the same phone in again, on any port, and leave it there until the screen says it is done."),
            new(
                "Le téléphone a été débranché alors qu'il n'était pas fini.",
                "Quelqu'un l'a pris, ou a déplacé son câble.",
                "Rebranchez le même téléphone, sur n'importe quelle prise, et laissez-le jusqu'à ce que l'écran dise que c'est fini.")),
        new(FailureCode.PhoneSilent, AtAnyTime, Phone, AfterKnownMode, PersonAtStation,
            new(
                "The phone stopped answering.",
                "Its bootloader hangs, or the connection died without a sign.",
                "Unplug the phone, hold its power key for twenty seconds, restart it into the bootloader and plug it in again."),
            new(
                "Le téléphone a cessé de répondre.",
                "Son chargeur de démarrage est bloqué, ou la connexion est morte sans prévenir.",
                "Débranchez le téléphone, maintenez sa touche Marche vingt secondes, redémarrez-le sur son chargeur de démarrage et rebranchez-le.")),
        new(FailureCode.ProtocolNonsense, AtAnyTime, Phone, AfterKnownMode, PersonAtStation,
            new(
                "The phone answered something that makes no sense.",
                "An earlier transfer was cut off in the middle, or another program speaks to the phone.",
                "Unplug the phone, restart it into the bootloader and plug it in again."),
            new(
                "Le téléphone a répondu quelque chose qui n'a pas de sens.",
                "Un transfert a été coupé au milieu, ou un autre programme parle au téléphone.",
                "Débranchez le téléphone, redémarrez-le sur son chargeur de démarrage et rebranchez-le.")),
        new(FailureCode.ModeNotReached, AtAnyTime, Phone, AfterKnownMode, PersonAtStation,
            new(
                "The phone did not come up in the expected mode in time.",
                "It restarted into something else, or it waits for a key.",
                "Look at its screen, hold the keys that the station shows, then start again."),
            new(
                "Le téléphone n'est pas arrivé à temps dans le mode attendu.",
                "Il a redémarré ailleurs, ou il attend une touche.",
                "Regardez son écran, maintenez les touches que le poste indique, puis recommencez.")),
        new(FailureCode.PhoneNotAuthorized, Connect, Person, Safe, PersonAtStation,
            new(
                "The phone does not trust this station yet.",
                "Its screen asks whether to allow USB debugging.",
                "Unlock the screen and accept the station's key."),
            new(
                "Le téléphone ne fait pas encore confiance à ce poste.",
                "Son écran demande s'il faut autoriser le débogage USB.",
                "Déverrouillez l'écran et acceptez la clé du poste.")),
        new(FailureCode.DebuggingOff, Connect, Person, AfterHands, PersonAtStation,
            new(
                "The phone is seen, but it takes no commands.",
                "USB debugging is switched off.",
                "Switch on USB debugging in the developer options, or start the phone in its bootloader."),
            new(
                "Le téléphone est vu, mais n'accepte aucune commande.",
                "Le débogage USB est désactivé.",
                "Activez le débogage USB dans les Options pour les développeurs, ou démarrez le téléphone sur son chargeur de démarrage.")),
        new(FailureCode.PhoneOffline, Connect, Cable, Safe, FailureActor.Espero,
            new(
                "The phone is seen, but its connection is asleep.",
                "The link was opened badly, often by a shaky cable.",
                "Wait a moment; if it stays so, unplug the phone and plug it in again."),
            new(
                "Le téléphone est vu, mais sa connexion dort.",
                "La liaison s'est mal ouverte, souvent à cause d'un câble fatigué.",
                "Attendez un instant ; si rien ne change, débranchez puis rebranchez le téléphone.")),
        new(FailureCode.PhoneHeldByOtherProgram, Connect, FailureSide.Station, Safe, Technician,
            new(
                "Another program on the station is using the phone.",
                "Only one program at a time can speak to a phone.",
                "Stop the other program, such as a file manager, a firmware updater or a second flashing tool."),
            new(
                "Un autre programme du poste utilise le téléphone.",
                "Un seul programme à la fois peut parler à un téléphone.",
                "Arrêtez l'autre programme, par exemple un gestionnaire de fichiers, une mise à jour de micrologiciel ou un second outil d'installation.")),
        new(FailureCode.AdbServerKilled, AtAnyTime, FailureSide.Station, AfterKnownMode, Technician,
            new(
                "The adb server of the station was stopped by another program.",
                "A second adb of another version was started on this PC.",
                "Close that program, or make it use its own adb server."),
            new(
                "Le serveur adb du poste a été arrêté par un autre programme.",
                "Un second adb, d'une autre version, a démarré sur ce PC.",
                "Fermez ce programme, ou donnez-lui son propre serveur adb.")),
        new(FailureCode.SeveralInDownloadMode, Connect, Person, AfterHands, PersonAtStation,
            new(
                "Several phones of this station are in download mode at once.",
                "The program that writes them cannot choose, and would take the wrong one.",
                "Unplug all of them but one; the others have their turn when it is done."),
            new(
                "Plusieurs téléphones de ce poste sont en mode Download en même temps.",
                "Le programme qui les écrit ne sait pas choisir et prendrait le mauvais.",
                "Débranchez-les tous sauf un ; les autres auront leur tour quand il sera fini.")),
        new(FailureCode.EmergencyMode, Connect, Phone, AfterHands, PersonAtStation,
            new(
                "The phone is in the emergency mode of its chip; its screen stays black.",
                "Keys or a cable led it there, or its bootloader is damaged.",
                "Unplug it, hold its power key for twenty seconds and plug it in again; if it comes back, only a workshop can help."),
            new(
                "Le téléphone est dans le mode d'urgence de sa puce ; son écran reste noir.",
                "Des touches ou un câble l'y ont mené, ou son chargeur de démarrage est abîmé.",
                "Débranchez-le, maintenez sa touche Marche vingt secondes, rebranchez-le ; s'il y revient, voyez un atelier.")),
    ];
}
