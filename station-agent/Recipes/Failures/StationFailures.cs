using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureStage;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>The station's own troubles.</summary>
internal static class StationFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.StationDiskFull, AtAnyTime, FailureSide.Station, Safe, Technician,
            new(
                "The station's disk is full.",
                "There is no room for the build's files or for the journal.",
                "Free some space on the station; it goes on by itself."),
            new(
                "Le disque du poste est plein.",
                "Il n'y a plus de place pour les fichiers du système ou pour le journal.",
                "Libérez de l'espace sur le poste ; il reprendra tout seul.")),
        new(FailureCode.StationMemoryShort, AtAnyTime, FailureSide.Station, Safe, Technician,
            new(
                "The station has too little memory left.",
                "Too many phones or other programs run on this PC.",
                "Close other programs, or write fewer phones at once."),
            new(
                "Le poste n'a plus assez de mémoire.",
                "Trop de téléphones ou d'autres programmes tournent sur ce PC.",
                "Fermez d'autres programmes, ou écrivez moins de téléphones à la fois.")),
        new(FailureCode.StationClockWrong, AtAnyTime, FailureSide.Station, Safe, Technician,
            new(
                "The station's clock is wrong.",
                "Certificates cannot be checked with a wrong date.",
                "Set the date and time of the PC, or let it take them from the network."),
            new(
                "L'horloge du poste est fausse.",
                "Les certificats ne peuvent pas être vérifiés avec une mauvaise date.",
                "Réglez la date et l'heure du PC, ou laissez-le les prendre sur le réseau.")),
        new(FailureCode.StationNoPermission, Connect, FailureSide.Station, Never, Technician,
            new(
                "The station may not open the phone's USB port.",
                "Its udev rules are missing or too old.",
                "Install the station's package again, then unplug the phone and plug it in."),
            new(
                "Le poste n'a pas le droit d'ouvrir le port USB du téléphone.",
                "Ses règles udev manquent ou sont trop anciennes.",
                "Réinstallez le paquet du poste, puis débranchez et rebranchez le téléphone.")),
        new(FailureCode.StationProgramMissing, Connect, FailureSide.Station, Never, Technician,
            new(
                "A program or a library that the station needs is not installed.",
                "It was never installed, or was removed from this PC.",
                "Run \"espero-station doctor\" on the station and give the command that it prints."),
            new(
                "Il manque au poste un programme ou une bibliothèque.",
                "Il n'a jamais été installé, ou il a été retiré de ce PC.",
                "Lancez « espero-station doctor » sur le poste et tapez la commande qu'il affiche.")),
        new(FailureCode.StationStopped, AtAnyTime, FailureSide.Station, AfterHands, PersonAtStation,
            new(
                "The station stopped in the middle.",
                "Its program ended or its PC lost power.",
                "Leave the phone plugged in and have it inspected: it is never simply written again."),
            new(
                "Le poste s'est arrêté au milieu.",
                "Son programme s'est terminé ou son PC a perdu le courant.",
                "Laissez le téléphone branché et faites-le examiner : il n'est jamais simplement réécrit.")),
        new(FailureCode.Interrupted, AtAnyTime, FailureSide.Station, AfterHands, PersonAtStation,
            new(
                "The phone is half written.",
                "The station stopped, or the phone was exchanged, while something was being written.",
                "Leave the phone plugged in and re-queue the job: it is written from the beginning once it has its release."),
            new(
                "Le téléphone est à moitié écrit.",
                "Le poste s'est arrêté, ou le téléphone a été échangé, pendant l'écriture.",
                "Laissez le téléphone branché et relancez la demande : il sera réécrit depuis le début dès qu'il aura son feu vert.")),
        new(FailureCode.StationFault, AtAnyTime, FailureSide.Station, Never, Technician,
            new(
                "The station's own program made a mistake.",
                "It met a situation that its makers did not foresee; the details hold its words.",
                "Keep the attempt's log and send it to the makers of Espero."),
            new(
                "Le programme du poste a lui-même fait une erreur.",
                "Il a rencontré une situation que ses auteurs n'avaient pas prévue ; les détails disent laquelle.",
                "Gardez le journal de l'essai et envoyez-le aux auteurs d'Espero.")),
    ];
}
