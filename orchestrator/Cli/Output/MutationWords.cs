using Espero.Station.Domain.Rehearsing;

namespace Espero.Cli.Output;

/// <summary>What is wrong with a phone that a dry run must refuse, for people.</summary>
internal static class MutationWords
{
    public static Sentence Of(Mutation mutation) => mutation switch
    {
        Mutation.OtherProduct => new("another model", "un autre modèle"),
        Mutation.OtherChip => new("another chip", "une autre puce"),
        Mutation.OtherPrint => new("another name on its back", "un autre nom au dos"),
        Mutation.PartitionMissing => new("a missing partition", "une partition absente"),
        Mutation.PartitionTooSmall => new("a partition that is too small", "une partition trop petite"),
        Mutation.Locked => new("a lock", "un verrou"),
        Mutation.SuperOfAnotherSystem => new("another system's super", "le super d'un autre système"),
        Mutation.BatteryLow => new("an empty battery", "une batterie vide"),
        Mutation.OlderFirmware => new("older firmware", "un micrologiciel plus ancien"),
    };

    /// <summary>Why a mutant was not refused in time.</summary>
    public static Sentence Of(Ending ending) => ending switch
    {
        Ending.Refused => new("refused in time.", "refusé à temps."),
        Ending.NotAsked => new("nothing in the recipe asks for it.", "rien dans la recette ne le demande."),
        Ending.NotTold => new("the phone tells it in no mode before the first write.", "le téléphone ne le dit dans aucun mode avant la première écriture."),
        Ending.TooLate => new("noticed only after the first write.", "remarqué seulement après la première écriture."),
        Ending.OtherReason => new("refused, but for another reason.", "refusé, mais pour une autre raison."),
    };

    public static Sentence Of(Confirmation level) => level switch
    {
        Confirmation.Whole => new("whose phone other projects describe the same way", "dont d'autres projets décrivent le téléphone de la même façon"),
        Confirmation.InPart => new("whose phone other projects describe in part", "dont d'autres projets décrivent le téléphone en partie"),
        Confirmation.None => new("whose phone no other project knows", "dont aucun autre projet ne connaît le téléphone"),
    };
}
