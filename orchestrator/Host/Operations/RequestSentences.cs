using Espero.Orchestrator.Answers;

namespace Espero.Orchestrator.Operations;

/// <summary>What can be wrong with a request before anybody asks what it means.</summary>
internal static class RequestSentences
{
    public static Refusal NotAnId(string field, string found) => Refusal.Usage(
        $"{field} is \"{Shown(found)}\", which is no id. An id looks like 0190c2a4-7d3e-7a51-b6b5-2f1f1f0c9a77; copy it from a list.",
        $"{field} vaut « {Shown(found)} », ce qui n'est pas un identifiant. Un identifiant ressemble à 0190c2a4-7d3e-7a51-b6b5-2f1f1f0c9a77 ; copiez-le depuis une liste.");

    public static Refusal NotABuildId(string found) => Refusal.Usage(
        $"build_id is \"{Shown(found)}\", which is no build's id. It has 64 hexadecimal digits; copy it from the list of builds.",
        $"build_id vaut « {Shown(found)} », ce qui n'est pas l'identifiant d'un système. Il compte 64 chiffres hexadécimaux ; copiez-le depuis la liste des systèmes.");

    public static Refusal NoBasis() => Refusal.Usage(
        "Nothing says on what ground the phone may be erased. Give the basis: its owner is present, it belongs to a donated lot, or it is blank.",
        "Rien ne dit à quel titre le téléphone peut être effacé. Donnez-le : propriétaire présent, lot donné ou téléphone vierge.");

    public static Refusal UnknownState() => Refusal.Usage(
        "One of the states is not one that a job can have. Use waiting, queued, offered, granted, interrupted, succeeded, written, failed or cancelled.",
        "Un des états n'est pas un état possible d'une demande. Utilisez waiting, queued, offered, granted, interrupted, succeeded, written, failed ou cancelled.");

    public static Refusal NoUnlockAnswer() => Refusal.Usage(
        "Nothing says what the maker answered. Say whether it gave or refused the unlock.",
        "Rien ne dit ce que le fabricant a répondu. Dites s'il a accordé ou refusé le déverrouillage.");

    public static Refusal NotJson(string parserSays) => Refusal.Usage(
        $"The request cannot be read ({parserSays}). Compare it with the description at /openapi/v1.json.",
        $"La requête est illisible ({parserSays}). Comparez-la à la description sur /openapi/v1.json.");

    public static Refusal TooLong(int maxBytes) => Refusal.Usage(
        $"The request is longer than {maxBytes} bytes, which no request needs. Files of builds are sent to /v1/files instead.",
        $"La requête dépasse {maxBytes} octets, ce dont aucune requête n'a besoin. Les fichiers des systèmes s'envoient à /v1/files.");

    public static Refusal ZeroByte() => Refusal.Usage(
        "A text of the request holds a zero byte, which no text can. Take it out and ask again.",
        "Un texte de la requête contient un octet nul, ce qu'aucun texte ne peut. Retirez-le et recommencez.");

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
