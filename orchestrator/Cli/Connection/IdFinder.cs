namespace Espero.Cli.Connection;

/// <summary>Lets people type the beginning or the end of an id, if only one id has it.</summary>
internal static class IdFinder
{
    private const int MinLength = 6;

    // The end matters: ids made within a minute begin alike.
    public static string Find(string typed, IEnumerable<string> ids)
    {
        var part = typed.ToLowerInvariant();
        if (part.Length < MinLength)
        {
            throw StopException.Usage(
                $"\"{typed}\" is too short for an id. Type at least {MinLength} characters of its beginning or its end.",
                $"« {typed} » est trop court pour un identifiant. Tapez au moins {MinLength} caractères de son début ou de sa fin.");
        }

        return ids.Where(id => id.StartsWith(part, StringComparison.Ordinal) || id.EndsWith(part, StringComparison.Ordinal)).Take(2).ToArray() switch
        {
            [var only] => only,
            [] => throw StopException.NotFound(
                $"No id begins or ends with \"{typed}\". Look it up in the list.",
                $"Aucun identifiant ne commence ni ne finit par « {typed} ». Cherchez-le dans la liste."),
            _ => throw StopException.Usage(
                $"Several ids begin or end with \"{typed}\". Type more of it.",
                $"Plusieurs identifiants commencent ou finissent par « {typed} ». Tapez-en davantage."),
        };
    }
}
