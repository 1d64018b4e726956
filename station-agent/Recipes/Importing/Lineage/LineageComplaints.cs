using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>Why a device file becomes no recipe.</summary>
internal static class LineageComplaints
{
    public static readonly Complaint NoModel = new(
        "no-model",
        "The file names no maker or no codename, so no phone could be told by it. Ask its project.",
        "Le fichier ne nomme pas de fabricant ou de nom de code : il ne permet de reconnaître aucun téléphone. Demandez à son projet.");

    public static readonly Complaint NotMaintained = new(
        ImportComplaints.NotMaintained,
        "Nobody builds this system for this model any more, so there is nothing to install. Choose another system.",
        "Plus personne ne construit ce système pour ce modèle : il n'y a rien à installer. Choisissez un autre système.");

    public static Complaint NotAPhone(string type) => new(
        ImportComplaints.NotAPhone,
        $"This is a {type}, and recipes are for phones and tablets. Nothing is to be done.",
        $"C'est un appareil de type « {type} », et les recettes sont pour téléphones et tablettes. Rien à faire.");

    public static Complaint OtherTool(string method) => new(
        "other-tool",
        $"The method \"{method}\" uses neither fastboot nor a download mode, and what it does is not in the data. It must be done by hand.",
        $"La méthode « {method} » n'utilise ni fastboot ni un mode téléchargement, et les données ne disent pas ce qu'elle "
        + "fait. À faire à la main.");

    public static Complaint OwnPage(string page) => new(
        "own-page",
        $"A page of this model's own (\"{page}\") says what to do, and its steps are not in the data. Write the recipe by hand.",
        $"Une page propre à ce modèle (« {page} ») dit que faire, et ses étapes ne sont pas dans les données. Écrivez la "
        + "recette à la main.");
}
