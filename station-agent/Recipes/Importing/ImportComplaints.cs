using System.Collections.Immutable;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing;

/// <summary>Why a file of another project does not become a recipe.</summary>
internal static class ImportComplaints
{
    public const string NotAPhone = "not-a-phone";
    public const string NotMaintained = "not-maintained";

    /// <summary>Reasons that lie in what the file is about: nothing is wrong with it, or with us.</summary>
    public static readonly ImmutableArray<string> OutOfScope = [NotAPhone, NotMaintained];

    public static readonly Complaint TooManyChoices = new(
        "too-many-choices",
        "The questions of this system have more answers together than recipes can be made for. Whoever looks after the importers splits it.",
        "Les questions de ce système ont ensemble trop de réponses pour en faire des recettes. Qui s'occupe des importateurs le divise.");

    public static Complaint NoModel(string file) => new(
        "no-model",
        $"Nothing says which model {file} is about. Whoever imports it looks whether the file names one.",
        $"Rien ne dit de quel modèle parle {file}. La personne qui importe vérifie que le fichier en nomme un.");

    public static Complaint UnknownAction(string action) => new(
        "unknown-action",
        $"\"{action}\" is no action that Espero knows how to do. Whoever looks after the importers adds it, or the file waits.",
        $"« {action} » n'est pas une action qu'Espero sait faire. Qui s'occupe des importateurs l'ajoute, ou le fichier attend.");

    public static Complaint MissingKey(string action, string key) => new(
        "missing-key",
        $"The action {action} lacks \"{key}\". Correct the file where it comes from.",
        $"Il manque « {key} » à l'action {action}. Corrigez le fichier à sa source.");

    public static Complaint UnknownFile(string file) => new(
        "unknown-source-file",
        $"\"{file}\" is used, and nothing before brings it. Correct the file where it comes from.",
        $"« {file} » est utilisé, et rien avant ne l'apporte. Corrigez le fichier à sa source.");
}
