using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureSide;
using static Espero.Station.Recipes.Failures.FailureStage;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>The build's files on their way to the station.</summary>
internal static class DownloadFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.ImageCorrupt, Fetch, Image, Safe, Operator,
            new(
                "A file of the build does not have the hash that was signed.",
                "It was damaged on the way or on the disk, or somebody replaced it.",
                "Nothing of it was written; it is fetched again, and if it stays wrong the build must be added anew."),
            new(
                "Un fichier du système n'a pas l'empreinte qui a été signée.",
                "Il a été abîmé en route ou sur le disque, ou quelqu'un l'a remplacé.",
                "Rien n'en a été écrit ; il est téléchargé à nouveau, et s'il reste faux il faut ajouter le système de nouveau.")),
        new(FailureCode.ImageUnreadable, Fetch, Image, Never, Operator,
            new(
                "A file of the build is not a usable image.",
                "Its inner structure is broken or of a kind that the station does not know.",
                "Nothing of it was written; make the image anew and add the build again."),
            new(
                "Un fichier du système n'est pas une image utilisable.",
                "Sa structure interne est cassée ou d'un type que le poste ne connaît pas.",
                "Rien n'en a été écrit ; refaites l'image et ajoutez le système de nouveau.")),
        new(FailureCode.DownloadFailed, Fetch, Network, Safe, Technician,
            new(
                "The station could not fetch a file of the build.",
                "The orchestrator is out of reach or the connection is too weak.",
                "Check the station's network; the download goes on where it stopped."),
            new(
                "Le poste n'a pas pu télécharger un fichier du système.",
                "L'orchestrateur est injoignable ou la connexion est trop faible.",
                "Vérifiez le réseau du poste ; le téléchargement reprend où il s'est arrêté.")),
        new(FailureCode.FileMissing, Fetch, Image, Never, Operator,
            new(
                "The orchestrator does not have a file of the build.",
                "It was deleted there, or never sent.",
                "Add the build again with all its files."),
            new(
                "L'orchestrateur n'a pas un fichier du système.",
                "Il y a été supprimé, ou jamais envoyé.",
                "Ajoutez de nouveau le système avec tous ses fichiers.")),
    ];
}
