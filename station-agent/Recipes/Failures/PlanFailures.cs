using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureSide;
using static Espero.Station.Recipes.Failures.FailureStage;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>The plan, and the people it needs.</summary>
internal static class PlanFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.VerbNotSupported, Check, FailureSide.Station, Never, Technician,
            new(
                "This station cannot carry out a step of the plan.",
                "Its program is older than the recipe.",
                "Update the station, or use a station that is up to date."),
            new(
                "Ce poste ne sait pas exécuter une étape du plan.",
                "Son programme est plus ancien que la recette.",
                "Mettez le poste à jour, ou utilisez un poste à jour.")),
        new(FailureCode.PlanUnreadable, Check, Recipe, Never, Operator,
            new(
                "The station could not read the plan.",
                "It was damaged on the way, or it is written for a newer station.",
                "Update the station and re-queue the job; if it comes back, add the build again."),
            new(
                "Le poste n'a pas pu lire le plan.",
                "Il a été abîmé en route, ou il est écrit pour un poste plus récent.",
                "Mettez le poste à jour et relancez la demande ; si cela revient, ajoutez le système de nouveau.")),
        new(FailureCode.ReleaseMissing, Check, Person, AfterHands, PersonAtStation,
            new(
                "The phone waits for its release.",
                "Nothing may erase a phone before a named person has allowed it for this very phone.",
                "Check the phone's data, SIM, SD card and accounts, then release it."),
            new(
                "Le téléphone attend son feu vert.",
                "Rien ne peut effacer un téléphone avant qu'une personne nommée l'ait permis pour ce téléphone précis.",
                "Vérifiez les données, la SIM, la carte SD et les comptes, puis donnez le feu vert.")),
        new(FailureCode.HandsNotDone, AtAnyTime, Person, AfterHands, PersonAtStation,
            new(
                "What was asked of a person was not done in time.",
                "Nobody answered at the station before the deadline.",
                "Re-queue the job when somebody is beside the phone."),
            new(
                "Le geste demandé n'a pas été fait à temps.",
                "Personne n'a répondu au poste avant l'échéance.",
                "Relancez la demande quand quelqu'un est près du téléphone.")),
        new(FailureCode.Cancelled, AtAnyTime, Person, Never, Operator,
            new(
                "A person cancelled the job before anything was erased.",
                "The reason they gave is in the details.",
                "Make a new job if the phone is to be written after all."),
            new(
                "Une personne a annulé la demande avant tout effacement.",
                "La raison donnée est dans les détails.",
                "Créez une nouvelle demande si le téléphone doit tout de même être écrit.")),
        new(FailureCode.GivenUp, AtAnyTime, Person, Never, Operator,
            new(
                "A person gave up an interrupted job.",
                "Nobody knows what its phone holds; the reason they gave is in the details.",
                "Look at the phone before anybody uses it, and re-queue the job if it is to be written after all."),
            new(
                "Une personne a abandonné une demande interrompue.",
                "Personne ne sait ce que contient le téléphone ; la raison donnée est dans les détails.",
                "Regardez le téléphone avant que quelqu'un s'en serve, et relancez la demande s'il doit tout de même être écrit.")),
    ];
}
