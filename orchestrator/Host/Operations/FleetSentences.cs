using Espero.Orchestrator.Answers;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Operations;

/// <summary>What people must know about stations and ports.</summary>
internal static class FleetSentences
{
    public static readonly Sentence Nonsense = new(
        "The phone answers, but in no language we know. Unplug it, restart it in its bootloader, and plug it in again.",
        "Le téléphone répond, mais dans aucune langue connue. Débranchez-le, redémarrez-le sur son chargeur de démarrage et rebranchez-le.");

    public static readonly Sentence Silent = new(
        "The phone is connected and says nothing. Unplug it, try another cable, and plug it in again.",
        "Le téléphone est relié mais ne dit rien. Débranchez-le, essayez un autre câble et rebranchez-le.");

    public static readonly Sentence Unusable = new(
        "The phone cannot be used as it is. Unplug it, restart it, and plug it in again.",
        "Le téléphone n'est pas utilisable en l'état. Débranchez-le, redémarrez-le et rebranchez-le.");

    public static readonly Sentence NotRecognised = new(
        "The phone is not recognised: it gave no mark of its own, or its marks lead to several phones. An operator says which it is.",
        "Le téléphone n'est pas reconnu : il n'a donné aucune marque propre, ou ses marques mènent à plusieurs téléphones. Un opérateur dit lequel c'est.");

    public static Sentence TwoMachines(string stationId) => new(
        $"Another machine tried to link as {stationId} and was refused. If the station was installed anew, reset its link; if not, find the second machine.",
        $"Une autre machine a voulu se relier sous le nom {stationId} et a été refusée. Si le poste a été réinstallé, réinitialisez son lien ; sinon, trouvez la deuxième machine.");

    public static Refusal UnknownStation(string stationId) => Refusal.NotFound(
        $"No station is called {stationId}. Look its name up in the list of stations.",
        $"Aucun poste ne s'appelle {stationId}. Cherchez son nom dans la liste des postes.");
}
