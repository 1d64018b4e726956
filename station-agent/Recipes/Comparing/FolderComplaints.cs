using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Comparing;

/// <summary>Why something in a folder of recipes was not read.</summary>
internal static class FolderComplaints
{
    /// <param name="fault">What the system says of it, with the path.</param>
    public static Complaint Unreadable(Exception fault) => new(
        "unreadable",
        $"This cannot be read ({fault.Message}), so it was not checked. Give yourself the right to read it, mend a link that leads nowhere, or take it out of the folder.",
        $"Ceci est illisible ({fault.Message}) et n'a donc pas été vérifié. Donnez-vous le droit de le lire, réparez un lien qui ne mène nulle part, ou retirez-le du dossier.");

    public static Complaint TooDeep(int maxDepth) => new(
        "folder-too-deep",
        $"This folder lies more than {maxDepth} folders down, so it was not looked into. Check it by itself, or remove a link that leads round in a circle.",
        $"Ce dossier se trouve à plus de {maxDepth} niveaux : il n'a pas été ouvert. Vérifiez-le à part, ou supprimez un lien qui tourne en rond.");

    public static Complaint TooMany(int maxRecipes) => new(
        "too-many-recipes",
        $"There are more than {maxRecipes} recipes here, and the others were not read. Check the folders in it one by one.",
        $"Il y a ici plus de {maxRecipes} recettes, et les autres n'ont pas été lues. Vérifiez un par un les dossiers qu'il contient.");
}
