using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;
using Verb = Espero.Plan.V1.Step.VerbOneofCase;

namespace Espero.Station.Recipes.Comparing;

/// <summary>What a plan may do to a phone that cannot be taken back: what a reviewer asks first.</summary>
public static class RecipePowers
{
    /// <summary>By a stable code, such as "write boot-chain abl"; what only reads, waits or restarts is no power.</summary>
    public static ImmutableSortedDictionary<string, Sentence> Of(Plan.V1.Plan plan)
    {
        var powers = ImmutableSortedDictionary.CreateBuilder<string, Sentence>(StringComparer.Ordinal);
        foreach (var (code, words) in plan.AllSteps().SelectMany(Own))
        {
            powers[code] = words;
        }

        return powers.ToImmutable();
    }

    private static IEnumerable<(string Code, Sentence Words)> Own(Step step) => step.VerbCase switch
    {
        Verb.Flash => Unverified(step.Flash).Prepend(Write(step.Flash.Partition)),
        Verb.Erase => [Write(step.Erase.Partition)],
        Verb.Format => [Write(step.Format.Partition)],
        Verb.Super => [Write("super")],
        Verb.Logical => [Write(step.Logical.Partition)],
        Verb.OemCommand => [Named($"oem-command {step.OemCommand.Command}", step)],
        Verb.Shell => [Named($"shell {string.Join(' ', step.Shell.Arguments)}", step)],
        _ when PointOfNoReturn.IsBehind(step) => [Named(VerbCatalogue.TryFind(step, out var verb) ? verb.Name : "?", step)],
        _ => [],
    };

    private static (string Code, Sentence Words) Named(string code, Step step) => (code, StepSentence.Of(step));

    private static IEnumerable<(string Code, Sentence Words)> Unverified(Flash flash) => flash.DisableVerity || flash.DisableVerification
        ? [("verification-off", new Sentence("switch verified boot off", "désactiver le démarrage vérifié"))]
        : [];

    // Partitions of the system are one power: which of them hold it differs between releases.
    private static (string Code, Sentence Words) Write(string partition) => PartitionCatalogue.ClassOf(partition) switch
    {
        PartitionClass.Os => partition == "userdata"
            ? ("write userdata", new Sentence("empty the user data", "vider les données"))
            : ("write os", new Sentence("write the system's partitions", "écrire les partitions du système")),
        PartitionClass.BootChain => ($"write boot-chain {partition}", new Sentence(
            $"write {partition}, part of the boot chain", $"écrire {partition}, de la chaîne de démarrage")),
        PartitionClass.Radio => ($"write radio {partition}", new Sentence(
            $"write {partition}, firmware of the modem", $"écrire {partition}, micrologiciel du modem")),
        PartitionClass.NeverWrite => ($"write never-write {partition}", new Sentence(
            $"write {partition}, which exists only once", $"écrire {partition}, qui n'existe qu'une fois")),
        null => ($"write declared {partition}", new Sentence(
            $"write {partition}, which only the recipe knows", $"écrire {partition}, que seule la recette connaît")),
    };
}
