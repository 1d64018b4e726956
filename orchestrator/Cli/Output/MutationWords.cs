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
}
