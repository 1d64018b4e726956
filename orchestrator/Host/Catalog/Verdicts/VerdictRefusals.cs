using Espero.Orchestrator.Answers;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Why a question about a verdict is refused.</summary>
internal static class VerdictRefusals
{
    public static Refusal NoName(int longest) => Refusal.Usage(
        $"Say which model is meant, in at most {longest} characters: its name, its codename, or the number on its back.",
        $"Dites de quel modèle il s'agit, en au plus {longest} caractères : son nom, son nom de code, ou le numéro au dos.");

    public static Refusal NotAName() => Refusal.Usage(
        "The name holds characters that no name has. Type it by hand: its name, its codename, or the number on its back.",
        "Ce nom contient des caractères qu'aucun nom ne porte. Écrivez-le à la main : son nom, son nom de code, ou le numéro au dos.");

    public static Refusal NoData() => Refusal.Forbidden(
        "No data about models is loaded here, so nobody can say. Try again in a minute; if it stays so, whoever runs the orchestrator gives it the folder with --models.",
        "Aucune donnée sur les modèles n'est chargée ici : impossible de répondre. Réessayez dans une minute ; si cela dure, la personne qui s'occupe de l'orchestrateur lui indique le dossier avec --models.");

    public static Refusal UnknownPhone(Guid phoneId) => Refusal.NotFound(
        $"No phone has the id {phoneId}. Look it up in the list of phones.",
        $"Aucun téléphone ne porte l'identifiant {phoneId}. Cherchez-le dans la liste des téléphones.");
}
