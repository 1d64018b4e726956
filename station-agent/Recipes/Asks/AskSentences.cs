using System.Collections.Frozen;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Asks;

/// <summary>What the codes of asks and of refused gates say to people.</summary>
public static class AskSentences
{
    private static readonly FrozenDictionary<string, Sentence> Sentences = new Dictionary<string, Sentence>
    {
        [AskCodes.AllowUnlock] = new(
            "In Settings, About phone, tap the build number seven times; then, in System, Developer options, switch on “OEM unlocking”.",
            "Dans Paramètres, À propos, touchez sept fois le numéro de build ; puis, dans Système, Options pour les "
            + "développeurs, activez « Déverrouillage OEM »."),
        [AskCodes.ConfirmUnlock] = new(
            "The phone is about to ask whether it may be unlocked. Say that you are ready; then choose yes with the volume keys and "
            + "confirm with Power. Everything on it is erased.",
            "Le téléphone va demander s'il peut être déverrouillé. Dites que vous êtes prêt ; choisissez ensuite oui avec les touches "
            + "de volume et validez avec Marche. Tout ce qu'il contient sera effacé."),
        [AskCodes.LookWhetherUnlocked] = new(
            "This phone does not tell whether its bootloader is unlocked. Look at its screen: confirm only if it shows “unlocked”. If it "
            + "shows “locked”, unplug it and unlock it as its maker says.",
            "Ce téléphone ne dit pas si son chargeur de démarrage est déverrouillé. Regardez son écran : ne confirmez que s'il affiche "
            + "« unlocked ». S'il affiche « locked », débranchez-le et déverrouillez-le comme l'indique le fabricant."),
        [AskCodes.CheckFirmware] = new(
            "The maker's newest firmware for this model must be on the phone before anything else. Look in Settings, About "
            + "phone, and update it first if it is not.",
            "Le micrologiciel le plus récent du fabricant doit être sur le téléphone avant tout. Regardez dans Paramètres, À "
            + "propos, et mettez-le d'abord à jour s'il le faut."),
        [AskCodes.FirmwareAsNamed] = new(
            "Exactly the firmware named below must be on the phone, neither an older nor a newer one. Look in Settings, About phone; if it "
            + "is another one, unplug the phone and install the one that is named first.",
            "Le téléphone doit porter exactement le micrologiciel nommé ci-dessous, ni plus ancien ni plus récent. Regardez dans "
            + "Paramètres, À propos ; si c'en est un autre, débranchez le téléphone et installez d'abord celui qui est nommé."),
        [AskCodes.UpdateAndroid] = Update(""),
        [AskCodes.DowngradeAndroid] = Downgrade(""),
        [AskCodes.OpenSideload] = new(
            "In the phone's recovery menu choose “Apply update”, then “Apply from ADB”.",
            "Dans le menu de secours du téléphone, choisissez « Apply update », puis « Apply from ADB »."),
        [AskCodes.BackToRecovery] = new(
            "In the recovery menu choose “Advanced”, then “Reboot to recovery”.",
            "Dans le menu de secours, choisissez « Advanced », puis « Reboot to recovery »."),
        [AskCodes.RestartSystem] = new(
            "In the recovery menu choose “Reboot system now”.",
            "Dans le menu de secours, choisissez « Reboot system now »."),
        [AskCodes.FormatData] = new(
            "In the recovery menu choose “Factory reset”, then “Format data”, and come back. Everything on the phone is erased.",
            "Dans le menu de secours, choisissez « Factory reset », puis « Format data », et revenez. Tout ce que contient le "
            + "téléphone est effacé."),
        [AskCodes.ResetAndSetUp] = new(
            "The phone restarts and demands a factory reset: agree. Skip its questions, connect it to Wi-Fi and allow USB debugging again.",
            "Le téléphone redémarre et exige une réinitialisation : acceptez. Passez ses questions, connectez-le au Wi-Fi et "
            + "autorisez de nouveau le débogage USB."),
        [AskCodes.LeaveDownload] = new(
            "Hold Volume Down and Power for eight to ten seconds until the screen turns black, then let go at once.",
            "Maintenez Volume bas et Marche pendant huit à dix secondes jusqu'à ce que l'écran devienne noir, puis relâchez aussitôt."),
        ["unlock-by-code"] = new(
            "The bootloader is locked. Its maker gives a code for this phone's number; ask for it on the maker's site, unlock, "
            + "and bring the phone back.",
            "Le chargeur de démarrage est verrouillé. Le fabricant donne un code d'après le numéro de ce téléphone ; demandez-le sur "
            + "son site, puis rapportez le téléphone une fois déverrouillé."),
        ["unlock-by-file"] = new(
            "The bootloader is locked. Its maker signs a file for this one phone; ask for it on the maker's site, unlock, and "
            + "bring the phone back.",
            "Le chargeur de démarrage est verrouillé. Le fabricant signe un fichier pour ce seul téléphone ; demandez-le sur son "
            + "site, puis rapportez le téléphone une fois déverrouillé."),
        ["unlock-by-account"] = new(
            "The bootloader is locked. Its maker unlocks it only through an account, often after days; ask there first and "
            + "bring the phone back then.",
            "Le chargeur de démarrage est verrouillé. Le fabricant ne l'ouvre que depuis un compte chez lui, souvent après plusieurs "
            + "jours ; demandez-le d'abord, puis rapportez le téléphone une fois déverrouillé."),
        ["unlock-by-download-mode"] = new(
            "The bootloader is locked. Switch on “OEM unlocking”, enter the download mode by its keys, agree to unlock there, "
            + "and bring the phone back.",
            "Le chargeur de démarrage est verrouillé. Activez « Déverrouillage OEM », entrez en mode téléchargement par ses touches, "
            + "acceptez d'y déverrouiller le téléphone, puis rapportez-le une fois déverrouillé."),
        ["unlock-no-longer-offered"] = new(
            "The bootloader is locked and its maker no longer opens it. Only a phone that was opened before can go on; put this one aside.",
            "Le chargeur de démarrage est verrouillé et le fabricant ne l'ouvre plus. Seul un téléphone déjà ouvert peut continuer ; "
            + "mettez celui-ci de côté."),
        ["unlock-by-own-way"] = new(
            "The bootloader is locked and opens only by a way of its maker's own. Read the model's page, unlock it, and bring "
            + "the phone back.",
            "Le chargeur de démarrage est verrouillé et ne s'ouvre que d'une façon propre au fabricant. Lisez la page du modèle, "
            + "puis rapportez le téléphone une fois déverrouillé."),
        [AskCodes.StartPhone] = new(
            "Start the phone with its power key and wait until it shows its first screen.",
            "Démarrez le téléphone avec sa touche Marche et attendez son premier écran."),
        [AskCodes.UnlockAsMakerSays] = new(
            "The bootloader must be unlocked in the way of the phone's maker. Do it as the maker's page says; everything on the phone is erased.",
            "Le chargeur de démarrage doit être déverrouillé à la façon du fabricant. Suivez la page du fabricant ; tout ce que contient "
            + "le téléphone est effacé."),
        [AskCodes.ConfirmModel] = new(
            "Look whether this is the model that is named: its exact name is on its back or in Settings, About phone. If it is "
            + "not, unplug it.",
            "Vérifiez que c'est bien le modèle nommé : son nom exact est au dos ou dans Paramètres, À propos. Sinon, débranchez-le."),
        [AskCodes.FollowTheSource] = new(
            "Do what the project that wrote this recipe asks, in its own words below.",
            "Faites ce que demande le projet auteur de cette recette, dans ses propres mots ci-dessous."),
        [AskCodes.DownloadByHand] = new(
            "The maker lets only people download this file. Download it on the page that is named and put it into the folder of the files.",
            "Ce fichier ne peut être téléchargé qu'à la main, sur le site du fabricant. Téléchargez-le depuis la page indiquée "
            + "et mettez-le dans le dossier des fichiers."),
        [AskCodes.ChooseSystem] = new(
            "Choose the system for this model, download its package, and put it into the folder of the files under the name that is given.",
            "Choisissez le système pour ce modèle, téléchargez son paquet, et mettez-le dans le dossier des fichiers sous le nom donné."),
        [AskCodes.UnlockCode] = new(
            "The maker gives a code for this one phone. Ask for it on the page that is named and put it, alone, into a text "
            + "file of that name.",
            "Le fabricant donne un code pour ce seul téléphone. Demandez-le sur la page indiquée et mettez-le, seul, dans un fichier texte "
            + "de ce nom."),
        [AskCodes.DeveloperOptions] = new(
            "In Settings, About phone, tap the build number seven times.",
            "Dans Paramètres, À propos, touchez sept fois le numéro de build."),
        [AskCodes.UsbDebugging] = new(
            "In Settings, System, Developer options, switch on “USB debugging”; when the phone asks "
            + "whether to trust this computer, tick “Always allow” and agree.",
            "Dans Paramètres, Système, Options pour les développeurs, activez « Débogage USB » ; quand le téléphone "
            + "demande s'il faut faire confiance à cet ordinateur, cochez « Toujours autoriser » et acceptez."),
        [AskCodes.FileTransfer] = new(
            "Pull down the notifications, tap the one about USB and choose “File transfer”.",
            "Abaissez les notifications, touchez celle sur l'USB et choisissez « Transfert de fichiers »."),
        [AskCodes.ConfirmLock] = new(
            "The phone is about to ask whether it may be locked. Say that you are ready; then choose yes with the volume keys and confirm "
            + "with Power.",
            "Le téléphone va demander s'il peut être verrouillé. Dites que vous êtes prêt ; choisissez ensuite oui avec les touches de "
            + "volume et validez avec Marche."),
        [AskCodes.SystemRuns] = new(
            "Look at the phone: has the new system started? Say so only if it has.",
            "Regardez le téléphone : le nouveau système a-t-il démarré ? Ne le dites que s'il a démarré."),
        [AskCodes.KeysInto("fastbootd")] = new(
            "In the phone's recovery menu choose “Enter fastboot”.",
            "Dans le menu de secours du téléphone, choisissez « Enter fastboot »."),
        [AskCodes.KeysInto("bootloader")] = new(
            "Bring the phone into its bootloader with its keys.", "Mettez le téléphone sur son chargeur de démarrage avec ses touches."),
        [AskCodes.KeysInto("download")] = new(
            "Bring the phone into its download mode with its keys.", "Mettez le téléphone en mode téléchargement avec ses touches."),
        [AskCodes.KeysInto("recovery")] = new(
            "Bring the phone into its recovery with its keys.", "Mettez le téléphone en mode de secours avec ses touches."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// A failure that only a person can mend asks with its own code. Null for a code that another program or a recipe written by
    /// hand has made up.
    /// </summary>
    public static Sentence? Find(string code) =>
        Sentences.TryGetValue(code, out var sentence) ? sentence
        : KeyCode.TryRead(code, out var combination) ? KeySentence.Of(combination)
        : VersionOf(code, AskCodes.UpdateAndroid) is { } newer ? Update(newer)
        : VersionOf(code, AskCodes.DowngradeAndroid) is { } older ? Downgrade(older)
        : FailureCatalogue.Find(code)?.Wish;

    // "8.0" of "update-android-8-0".
    private static string? VersionOf(string code, string beginning) =>
        code.StartsWith($"{beginning}-", StringComparison.Ordinal) && code[(beginning.Length + 1)..] is { Length: > 0 } version
        && version.All(letter => char.IsAsciiDigit(letter) || letter == '-')
            ? version.Replace('-', '.')
            : null;

    private static Sentence Update(string version) => new(
        $"{(version.Length > 0 ? $"Android {version}" : "The Android version named below")} or a newer one must be on the phone before "
        + "anything else. Look in Settings, About phone; if it is older, unplug the phone and update it first.",
        $"Le téléphone doit d'abord porter {(version.Length > 0 ? $"Android {version}" : "la version d'Android nommée ci-dessous")} ou une "
        + "version plus récente. Regardez dans Paramètres, À propos ; si elle est plus ancienne, débranchez le téléphone et mettez-le "
        + "d'abord à jour.");

    private static Sentence Downgrade(string version) => new(
        $"Android must be brought back to {(version.Length > 0 ? $"version {version}" : "the version named below")} before anything else. "
        + "Look in Settings, About phone; if it is newer, unplug the phone and do first what the words below say.",
        $"Il faut d'abord ramener Android à la version {(version.Length > 0 ? version : "nommée ci-dessous")}. Regardez dans Paramètres, "
        + "À propos ; si elle est plus récente, débranchez le téléphone et faites d'abord ce qui est indiqué ci-dessous.");
}
