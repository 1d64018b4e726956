namespace Espero.Orchestrator.Answers;

/// <summary>What can be wrong with the page of a list that is asked for.</summary>
internal static class PageRefusals
{
    public static Refusal Size(int largest) => Refusal.Usage(
        $"A page holds from 1 to {largest} entries. Ask for that many, and for the next page with the token of the last one.",
        $"Une page contient de 1 à {largest} entrées. Demandez-en autant, puis la suivante avec le jeton de la dernière.");

    public static Refusal Token() => Refusal.Usage(
        "The token of the page is none that this list gives, so nothing says where the page begins. Copy it whole from the page before, or leave it out for the first page.",
        "Le jeton de la page n'est pas de ceux que donne cette liste : rien ne dit où la page commence. Copiez-le en entier depuis la page précédente, ou omettez-le pour la première page.");
}
