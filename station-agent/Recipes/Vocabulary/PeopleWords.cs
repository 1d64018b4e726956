using Espero.Plan.V1;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>
/// What people read where programs read the words of <see cref="PlanWords"/>. In English they are the recipe's own, so that a person
/// can look them up there; in French they are French.
/// </summary>
public static class PeopleWords
{
    /// <summary>After "mode": "mode chargeur de démarrage".</summary>
    public static Sentence Of(PhoneMode mode) => new(PlanWords.Modes.WordOf(mode), mode switch
    {
        PhoneMode.System => "système",
        PhoneMode.Recovery => "secours (recovery)",
        PhoneMode.Sideload => "attente d'un paquet",
        PhoneMode.Bootloader => "chargeur de démarrage",
        PhoneMode.Fastbootd => "fastbootd",
        PhoneMode.Download => "téléchargement",
        PhoneMode.Edl => "urgence de la puce",
        PhoneMode.Unspecified => "",
    });

    /// <summary>The mode that a restart leads to.</summary>
    public static Sentence Of(RebootTarget target) => target switch
    {
        RebootTarget.System => Of(PhoneMode.System),
        RebootTarget.Bootloader => Of(PhoneMode.Bootloader),
        RebootTarget.Fastbootd => Of(PhoneMode.Fastbootd),
        RebootTarget.Recovery => Of(PhoneMode.Recovery),
        RebootTarget.Sideload => Of(PhoneMode.Sideload),
        RebootTarget.Download => Of(PhoneMode.Download),
        RebootTarget.Edl => Of(PhoneMode.Edl),
        RebootTarget.Continue => new(PlanWords.RebootTargets.WordOf(target), "démarrage normal"),
        RebootTarget.Unspecified => new("?", "?"),
    };

    public static Sentence Of(Proof proof) => new(PlanWords.Proofs.WordOf(proof), proof switch
    {
        Proof.None => "aucune preuve",
        Proof.SeenByPerson => "vu par une personne",
        Proof.SeenOnUsb => "vu sur l'USB",
        Proof.BootloaderSaysSo => "le chargeur de démarrage le dit",
        Proof.ReadBack => "relu sur le système en marche",
        Proof.Unspecified => "aucune preuve",
    });

    public static Sentence Of(Ask.Types.Need need) => new(PlanWords.Needs.WordOf(need), need switch
    {
        Ask.Types.Need.Touch => "écran tactile",
        Ask.Types.Need.Keys => "touches",
        Ask.Types.Need.Sim => "carte SIM",
        Ask.Types.Need.Account => "compte",
        Ask.Types.Need.Unspecified => "",
    });
}
