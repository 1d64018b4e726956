using System.Collections.Immutable;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Source;

/// <summary>What can be wrong with one value, whatever it is for.</summary>
internal static class ValueComplaints
{
    public static Complaint NotMap(string what) => new(
        "not-a-group",
        $"This should be the keys and values of a {what}, and it is something else. Write one \"key: value\" a line.",
        $"Il faudrait ici les clés et valeurs de « {what} », et c'est autre chose. Écrivez une « clé: valeur » par ligne.");

    public static Complaint NotList(string key) => new(
        "not-a-list",
        $"\"{key}\" holds several values and needs a list. Write each on its own line after a hyphen.",
        $"« {key} » contient plusieurs valeurs et demande une liste. Écrivez chacune sur sa ligne après un tiret.");

    public static Complaint NotText(string key) => new(
        "not-text",
        $"\"{key}\" holds one value, and this is a list or a group. Write just the value.",
        $"« {key} » contient une seule valeur, et ceci est une liste ou un groupe. Écrivez seulement la valeur.");

    public static Complaint EmptyList(string key) => new(
        "empty-list",
        $"\"{key}\" is empty, so the rest has nothing to work with. Give at least one.",
        $"« {key} » est vide, le reste n'a donc rien à traiter. Donnez-en au moins un.");

    public static Complaint Missing(string key) => new(
        "missing-key",
        $"\"{key}\" is missing, and nothing can stand in for it. Add it.",
        $"« {key} » manque, et rien ne peut le remplacer. Ajoutez-le.");

    public static Complaint Shape(string found, Sentence wanted) => new(
        "wrong-shape",
        $"\"{Shown(found)}\" is not what fits here. Write {wanted.English}.",
        $"« {Shown(found)} » ne convient pas ici. Écrivez {wanted.French}.");

    public static Complaint NotNumber(string found, ulong least) => new(
        "not-a-number",
        $"\"{Shown(found)}\" is not a whole number of at least {least}. Write only its digits.",
        $"« {Shown(found)} » n'est pas un nombre entier d'au moins {least}. Écrivez seulement ses chiffres.");

    public static Complaint Twice(string name) => new(
        "named-twice",
        $"\"{name}\" is listed twice, and only one of the two could count. Delete one.",
        $"« {name} » figure deux fois, et un seul des deux pourrait compter. Supprimez-en un.");

    public static Complaint UnknownKey(string key, string? nearest, IReadOnlyCollection<string> valid)
    {
        var hint = LanguageList.Hint(nearest, valid);
        return new Complaint(
            "unknown-key",
            new Sentence(
                $"\"{Shown(key)}\" is not a key that can stand here. {hint.English}",
                $"« {Shown(key)} » n'est pas une clé possible ici. {hint.French}"),
            nearest);
    }

    public static Complaint UnknownWord(string key, string word, string? nearest, ImmutableArray<string> valid)
    {
        var hint = LanguageList.Hint(nearest, valid);
        return new Complaint(
            "unknown-word",
            new Sentence(
                $"\"{Shown(word)}\" is not possible for \"{key}\". {hint.English}",
                $"« {Shown(word)} » n'est pas possible pour « {key} ». {hint.French}"),
            nearest);
    }

    /// <summary>Long input is cut: a message is for people.</summary>
    public static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
