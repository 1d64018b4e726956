namespace Espero.Station.Recipes.Facts;

/// <summary>Compares what a person has read off a phone and typed with what a recipe expects.</summary>
public static class PrintedName
{
    /// <summary>
    /// Large and small letters, blanks, hyphens and underscores are the typist's own; every other sign tells models apart: an
    /// "S8+" is no "S8".
    /// </summary>
    public static bool AreSame(string one, string other) => Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) =>
        string.Concat(name.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '_')));
}
