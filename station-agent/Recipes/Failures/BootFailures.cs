using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureSide;
using static Espero.Station.Recipes.Failures.FailureStage;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>After everything is written.</summary>
internal static class BootFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.BootFailed, Boot, Phone, AfterKnownMode, Operator,
            new(
                "The new system did not start.",
                "The phone came back to its bootloader or recovery, or showed nothing in time.",
                "Start again once; if it fails again, restore the maker's system."),
            new(
                "Le nouveau système n'a pas démarré.",
                "Le téléphone est revenu au chargeur de démarrage ou au mode de secours, ou n'a rien montré à temps.",
                "Recommencez une fois ; si cela échoue encore, restaurez le système d'usine.")),
        new(FailureCode.WrongSystemBooted, Boot, Phone, Never, Operator,
            new(
                "The phone started a system that is not the build.",
                "Its fingerprint or its version differs from what was written.",
                "Look at the phone before anything is written again: the other slot may have started."),
            new(
                "Le téléphone a démarré un système qui n'est pas celui demandé.",
                "Son empreinte ou sa version diffère de ce qui a été écrit.",
                "Regardez le téléphone avant toute nouvelle écriture : l'autre emplacement a peut-être démarré.")),
        new(FailureCode.DataNotWiped, Boot, Phone, AfterKnownMode, Operator,
            new(
                "Data of the earlier owner is still on the phone.",
                "The data partition was not formatted, or its key was kept.",
                "Format the data partition before the phone is handed to anybody."),
            new(
                "Des données de l'ancien propriétaire sont encore sur le téléphone.",
                "La partition de données n'a pas été formatée, ou sa clé a été gardée.",
                "Formatez la partition de données avant de remettre le téléphone à quiconque.")),
    ];
}
