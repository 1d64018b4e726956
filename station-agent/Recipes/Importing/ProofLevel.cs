using Espero.Plan.V1;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Importing;

/// <summary>
/// The strongest proof that a recipe reaches without hands. All of them wipe, so their system does not let itself be read, and nothing
/// sends it back into its bootloader: what is left is to see it on USB, where the station itself has started it.
/// </summary>
internal static class ProofLevel
{
    /// <param name="steps">Without the look at the end.</param>
    public static string Of(IReadOnlyList<SourceMap> steps) => PlanWords.Proofs.WordOf(
        steps.LastOrDefault(IsMove) is { } last && Starts(last) ? Proof.SeenOnUsb : Proof.SeenByPerson);

    // From a recovery that has been given its work the phone starts by itself.
    private static bool Starts(SourceMap step) => step.Find("reboot") is SourceScalar { Text: "system" or "continue" or "recovery" };

    // What decides who starts the phone: whoever was asked last stands before it.
    private static bool IsMove(SourceMap step) =>
        step.Entries[0].Key.Text is "reboot" or "ask" or "lock" or "unlock" or "boot-image" or "sideload";
}
