using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>Why a wish about unlocking is refused.</summary>
internal static class UnlockRefusals
{
    private static string Makers => string.Join(", ", UnlockRules.AccountVendors);

    public static Refusal NoAccountWanted(string vendor) => Refusal.Usage(
        $"\"{vendor}\" is no maker that wants an account before a phone is unlocked. Check the name: {Makers}.",
        $"« {vendor} » n'est pas un fabricant qui demande un compte pour déverrouiller. Vérifiez le nom : {Makers}.");

    public static Refusal BadAccountName(int longest) => Refusal.Usage(
        $"Give the account a name that means something to the team, of at most {longest} characters; not its address.",
        $"Donnez au compte un nom parlant pour l'équipe, d'au plus {longest} caractères ; pas son adresse.");

    public static Refusal AccountExists(string vendor, string name) => Refusal.Forbidden(
        $"There is already an account \"{name}\" at {vendor}. Use it, or choose another name.",
        $"Il y a déjà un compte « {name} » chez {vendor}. Utilisez-le, ou choisissez un autre nom.");

    public static Refusal UnknownAccount(Guid accountId) => Refusal.NotFound(
        $"No open account has the id {accountId}. Look it up in the list of accounts.",
        $"Aucun compte ouvert ne porte l'identifiant {accountId}. Cherchez-le dans la liste des comptes.");

    public static Refusal NothingToAsk(string model) => Refusal.Forbidden(
        $"Nobody need be asked before {(model.Length == 0 ? "a phone of unknown model" : model)} is unlocked. Submit its job.",
        $"Il n'y a rien à demander pour déverrouiller {(model.Length == 0 ? "un téléphone de modèle inconnu" : model)}. Faites sa demande.");

    public static Refusal AccountWanted(string vendor) => Refusal.Usage(
        $"{vendor} unlocks only for an account. Say with which one it was asked.",
        $"{vendor} ne déverrouille que pour un compte. Dites avec lequel la demande a été faite.");

    public static Refusal OtherMaker(string given, string wanted) => Refusal.Usage(
        $"That account is at {given}, and the phone's maker is {wanted}. Choose an account there.",
        $"Ce compte est chez {given}, et le fabricant du téléphone est {wanted}. Choisissez un compte chez lui.");

    /// <param name="from">When one more request keeps the quota.</param>
    public static Refusal QuotaFull(string maker, Sentence from) => Refusal.Forbidden(
        $"{maker} lets this account ask again only from {from.English}. Wait, use another account, or say that it was asked all the same.",
        $"{maker} ne laisse ce compte redemander qu'à partir du {from.French}. Attendez, prenez un autre compte, ou dites que c'est déjà fait.");

    public static Refusal AlreadyAsked(Guid phoneId) => Refusal.Forbidden(
        $"The maker was already asked for the phone {phoneId} and has not answered. Wait for its date, or record the answer.",
        $"Le fabricant a déjà été sollicité pour le téléphone {phoneId} et n'a pas répondu. Attendez la date, ou notez la réponse.");

    public static Refusal NothingAsked(Guid phoneId) => Refusal.Forbidden(
        $"No open request is known for the phone {phoneId}. Record first that its maker was asked.",
        $"Aucune démarche en cours n'est connue pour le téléphone {phoneId}. Notez d'abord que le fabricant a été sollicité.");

    public static Refusal BadCode(int fewest, int most) => Refusal.Usage(
        $"An unlock code has {fewest} to {most} letters and digits without a space. Copy it again from the maker's message; a file is given as a file.",
        $"Un code de déverrouillage a de {fewest} à {most} lettres et chiffres, sans espace. Recopiez-le du message du fabricant ; un fichier se donne comme fichier.");

    public static Refusal BadTokenFile(int mostKiB) => Refusal.Usage(
        $"The maker's file is empty or has more than {mostKiB} KiB. Give the file as the maker sent it for this phone.",
        $"Le fichier du fabricant est vide ou dépasse {mostKiB} Kio. Donnez le fichier tel que le fabricant l'a envoyé pour ce téléphone.");

    public static Refusal CodeOfRefusal() => Refusal.Usage(
        "A maker that refuses gives no code. Say that it was given, or leave the code out.",
        "Un fabricant qui refuse ne donne pas de code. Dites que c'est accordé, ou retirez le code.");

    public static Refusal NoCode(Guid phoneId) => Refusal.NotFound(
        $"No unlock code of the phone {phoneId} is at hand. Look it up in the list of what to ask for.",
        $"Aucun code de déverrouillage du téléphone {phoneId} n'est enregistré. Regardez la liste de ce qu'il faut demander.");

    public static Refusal CodeIsSent(Guid phoneId) => Refusal.Forbidden(
        $"The station works on the phone {phoneId} and has its code already. Wait until that attempt ends.",
        $"Le poste travaille sur le téléphone {phoneId} et a déjà son code. Attendez la fin de cet essai.");

    public static Refusal BadDate() => Refusal.Usage(
        "The date must lie between now and 400 days ahead. Check what the maker said.",
        "La date doit se situer entre maintenant et dans 400 jours. Vérifiez ce qu'a dit le fabricant.");
}
