using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>Says in a few words what a step does.</summary>
public static class StepSentence
{
    public static Sentence Of(Step step) => step.VerbCase switch
    {
        Step.VerbOneofCase.Fetch => Both($"fetch {Names(step.Fetch.FileNames)}", $"télécharger {Names(step.Fetch.FileNames)}"),
        Step.VerbOneofCase.FetchManual => Both(
            $"have {step.FetchManual.FileName} brought by a person",
            $"faire apporter {step.FetchManual.FileName} par une personne"),
        Step.VerbOneofCase.Unpack => Both($"unpack {step.Unpack.ArchiveFileName}", $"déballer {step.Unpack.ArchiveFileName}"),
        Step.VerbOneofCase.WriteFile => Both($"make {step.WriteFile.FileName}", $"créer {step.WriteFile.FileName}"),
        Step.VerbOneofCase.Assert => Both($"check {Facts(step)}", $"vérifier {Facts(step)}"),
        Step.VerbOneofCase.Ask => OfAsk(step.Ask.SentenceCode),
        Step.VerbOneofCase.AwaitMode => Both(
            $"wait for {Word(step.AwaitMode.Mode)}", $"attendre le mode {PeopleWords.Of(step.AwaitMode.Mode).French}"),
        Step.VerbOneofCase.Reboot => Both(
            $"restart into {Word(step.Reboot.Target)}", $"redémarrer en mode {PeopleWords.Of(step.Reboot.Target).French}"),
        Step.VerbOneofCase.Unlock => Both("unlock the bootloader", "déverrouiller le chargeur de démarrage"),
        Step.VerbOneofCase.Lock => Both("lock the bootloader", "verrouiller le chargeur de démarrage"),
        Step.VerbOneofCase.AvbKey => step.AvbKey.FileName.Length > 0
            ? Both($"give the phone the key {step.AvbKey.FileName}", $"donner au téléphone la clé {step.AvbKey.FileName}")
            : Both("clear the phone's key", "effacer la clé du téléphone"),
        Step.VerbOneofCase.OemCommand => Both($"oem {step.OemCommand.Command}", $"oem {step.OemCommand.Command}"),
        Step.VerbOneofCase.Flash => InSlot(
            $"write {step.Flash.FileName} to {step.Flash.Partition}",
            $"écrire {step.Flash.FileName} dans {step.Flash.Partition}",
            step.Flash.Slot),
        Step.VerbOneofCase.Erase => InSlot($"erase {step.Erase.Partition}", $"effacer {step.Erase.Partition}", step.Erase.Slot),
        Step.VerbOneofCase.Format => Both($"format {step.Format.Partition}", $"formater {step.Format.Partition}"),
        Step.VerbOneofCase.BootImage => Both(
            $"start {step.BootImage.FileName} from memory",
            $"démarrer {step.BootImage.FileName} en mémoire"),
        Step.VerbOneofCase.SetSlot => InSlot("choose what starts", "choisir ce qui démarre", step.SetSlot.Slot),
        Step.VerbOneofCase.Logical => OfLogical(step.Logical),
        Step.VerbOneofCase.Super => Both($"lay super out anew by {step.Super.FileName}", $"réorganiser super selon {step.Super.FileName}"),
        Step.VerbOneofCase.SnapshotCancel => Both("give up a half-done update", "abandonner une mise à jour inachevée"),
        Step.VerbOneofCase.Sideload => Both(
            $"install {step.Sideload.FileName} by the recovery",
            $"installer {step.Sideload.FileName} par le mode de secours"),
        Step.VerbOneofCase.Push => Both(
            $"copy {step.Push.FileName} to {step.Push.PathOnPhone}",
            $"copier {step.Push.FileName} vers {step.Push.PathOnPhone}"),
        Step.VerbOneofCase.Shell => Both(
            $"run {string.Join(' ', step.Shell.Arguments)}",
            $"exécuter {string.Join(' ', step.Shell.Arguments)}"),
        Step.VerbOneofCase.SnapshotFacts => Both("record the phone's facts", "relever les faits du téléphone"),
        Step.VerbOneofCase.Checkpoint => Both($"checkpoint {step.Checkpoint.Name}", $"point de contrôle {step.Checkpoint.Name}"),
        Step.VerbOneofCase.EraseProof => Both(
            $"read the beginning of {step.EraseProof.Partition} back and find it empty",
            $"relire le début de {step.EraseProof.Partition} et le trouver vide"),
        Step.VerbOneofCase.VerifyBoot => Both(
            $"see the system run ({Word(step.VerifyBoot.Proof)})",
            $"voir le système tourner ({PeopleWords.Of(step.VerifyBoot.Proof).French})"),
        Step.VerbOneofCase.None => Both("an unknown step", "une étape inconnue"),
    };

    private static Sentence OfLogical(Logical logical)
    {
        var sizeBytes = logical.SizeBytes.ToString(CultureInfo.InvariantCulture);
        return logical.Action switch
        {
            Logical.Types.Action.Create => Both(
                $"make {logical.Partition} in super, {sizeBytes} bytes",
                $"créer {logical.Partition} dans super, {sizeBytes} octets"),
            Logical.Types.Action.Delete => Both($"delete {logical.Partition} from super", $"supprimer {logical.Partition} de super"),
            _ => Both(
                $"resize {logical.Partition} in super, {sizeBytes} bytes",
                $"redimensionner {logical.Partition} dans super, {sizeBytes} octets"),
        };
    }

    private static Sentence InSlot(string english, string french, Slot slot) => slot switch
    {
        Slot.A => Both($"{english}, slot a", $"{french}, emplacement a"),
        Slot.B => Both($"{english}, slot b", $"{french}, emplacement b"),
        Slot.Other => Both($"{english}, other slot", $"{french}, autre emplacement"),
        Slot.Both => Both($"{english}, both slots", $"{french}, les deux emplacements"),
        Slot.Unspecified => Both(english, french),
    };

    private static Sentence Both(string english, string french) => new(english, french);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private static string Facts(Step step) => Names(step.Assert.Tests.Select(test => test.Fact));

    private static Sentence OfAsk(string code) => AskSentences.Find(code) is { } sentence
        ? Both($"ask a person: {sentence.English}", $"demander à une personne : {sentence.French}")
        : Both($"ask a person: {code}", $"demander à une personne : {code}");

    private static string Word(PhoneMode mode) => PlanWords.Modes.TryWordOf(mode, out var word) ? word : "?";

    private static string Word(RebootTarget target) => PlanWords.RebootTargets.TryWordOf(target, out var word) ? word : "?";

    private static string Word(Proof proof) => PlanWords.Proofs.TryWordOf(proof, out var word) ? word : "?";
}
