using Espero.Orchestrator.Answers;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Why a question about a verdict is refused.</summary>
internal static class VerdictRefusals
{
    public static Refusal NoName(int longest) => Refusal.Usage(
        $"Say which model is meant, in at most {longest} characters: its name, its codename, or the number on its back.",
        $"Dites de quel modèle il s'agit, en au plus {longest} caractères : son nom, son nom de code, ou le numéro au dos.");

    public static Refusal UnknownPhone(Guid phoneId) => Refusal.NotFound(
        $"No phone has the id {phoneId}. Look it up in the list of phones.",
        $"Aucun téléphone ne porte l'identifiant {phoneId}. Cherchez-le dans la liste des téléphones.");

    public static Refusal UnknownCode(string code) => Refusal.NotFound(
        $"No facts are kept under the code \"{code}\". Have it read out again: it has six letters and digits.",
        $"Rien n'est gardé sous le code « {code} ». Faites-le relire : il compte six lettres et chiffres.");
}
