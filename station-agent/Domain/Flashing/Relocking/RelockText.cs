namespace Espero.Station.Domain.Flashing.Relocking;

/// <summary>Says which proofs are missing, for the detail of a refusal. English.</summary>
internal static class RelockText
{
    public static string Describe(IEnumerable<RelockGap> missing) =>
        "Missing proof: " + string.Join(" ", missing.Select(gap => $"{NameOf(gap.Proof)}: {gap.Detail}"));

    private static string NameOf(RelockProof proof) => proof switch
    {
        RelockProof.UnlockAbility => "unlock ability",
        RelockProof.ChecksOn => "checks switched on",
        RelockProof.Signatures => "signatures",
        RelockProof.Coverage => "coverage",
        RelockProof.TrustedKey => "trusted key",
        RelockProof.RollbackIndexes => "roll-back indexes",
        RelockProof.Slots => "slots",
        RelockProof.FirstBoot => "first boot",
    };
}
