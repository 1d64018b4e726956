using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureSide;
using static Espero.Station.Recipes.Failures.FailureStage;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>The phone is not what the plan is for.</summary>
internal static class IdentityFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.WrongPhone, Identify, Person, Never, Operator,
            new(
                "This is not the phone that the job is for.",
                "Its model or its serial differs from what was expected.",
                "Nothing more was written; check which phone is on this port and make a job for it."),
            new(
                "Ce n'est pas le téléphone prévu pour cette demande.",
                "Son modèle ou son numéro de série diffère de ce qui était attendu.",
                "Rien de plus n'a été écrit ; vérifiez quel téléphone est sur cette prise et créez une demande pour lui.")),
        new(FailureCode.SerialNotUnique, Identify, Person, Never, PersonAtStation,
            new(
                "Several phones on this PC have the same serial.",
                "Their maker gave one number to all, or somebody copied it.",
                "Name the phone by its port, or unplug the others."),
            new(
                "Plusieurs téléphones de ce PC ont le même numéro de série.",
                "Leur fabricant a donné un seul numéro à tous, ou quelqu'un l'a copié.",
                "Nommez le téléphone par sa prise, ou débranchez les autres.")),
        new(FailureCode.AmbiguousVariant, Identify, Phone, Never, Operator,
            new(
                "The phone is of a variant that the recipe does not know.",
                "Its name fits, but its chip, its size or its partitions do not.",
                "Check the label on the phone and choose a build for exactly this variant."),
            new(
                "Ce téléphone est une variante que la recette ne connaît pas.",
                "Son nom correspond, mais pas sa puce, sa taille ou ses partitions.",
                "Vérifiez l'étiquette du téléphone et choisissez un système pour cette variante précise.")),
        new(FailureCode.PhoneNotIdentified, Identify, Phone, Never, Operator,
            new(
                "The phone did not say enough about itself to be identified.",
                "A fact that proves its model cannot be read in this mode.",
                "Start the phone in the mode that the recipe expects; if it is already there, the recipe does not fit this phone."),
            new(
                "Le téléphone n'a pas assez dit sur lui-même pour être identifié.",
                "Un fait qui prouve son modèle ne se lit pas dans ce mode.",
                "Démarrez le téléphone dans le mode que la recette attend ; s'il y est déjà, la recette ne convient pas à ce téléphone.")),
        new(FailureCode.PhoneChanged, AtAnyTime, Person, Never, Operator,
            new(
                "Another phone answers on this port than the one the attempt began with.",
                "The phones were swapped, or the phone shows another serial.",
                "Look at both phones, put each back in its place, and have the first one inspected."),
            new(
                "Un autre téléphone répond sur cette prise que celui du début.",
                "Les téléphones ont été échangés, ou celui-ci montre un autre numéro de série.",
                "Regardez les deux téléphones, remettez chacun à sa place et faites examiner le premier.")),
        new(FailureCode.RequirementNotMet, Check, Image, Never, Operator,
            new(
                "The phone does not meet a requirement of the build.",
                "A version on the phone is not the one that the system needs beneath it.",
                "Install the manufacturer's version that the build names first, then start again."),
            new(
                "Le téléphone ne remplit pas une condition du système.",
                "Une version présente sur le téléphone n'est pas celle dont le système a besoin.",
                "Installez d'abord la version du fabricant que le système indique, puis recommencez.")),
        new(FailureCode.AssertionFailed, Check, Phone, Never, Operator,
            new(
                "A check of the recipe did not hold for this phone.",
                "A fact of the phone differs from what the recipe demands.",
                "Compare the two values in the details, and correct the phone's state or choose another build."),
            new(
                "Un contrôle de la recette a échoué pour ce téléphone.",
                "Un fait du téléphone diffère de ce que la recette exige.",
                "Comparez les deux valeurs dans les détails, puis corrigez l'état du téléphone ou choisissez un autre système.")),
        new(FailureCode.RollbackRefused, Check, Image, Never, Operator,
            new(
                "The build is older than what this phone accepts.",
                "The phone remembers the newest version it had, and an older one could leave it dead.",
                "Choose a newer build; never force this one."),
            new(
                "Le système est plus ancien que ce que ce téléphone accepte.",
                "Le téléphone retient la version la plus récente qu'il a eue, et une plus ancienne pourrait le rendre inutilisable.",
                "Choisissez un système plus récent ; ne forcez jamais celui-ci.")),
    ];
}
