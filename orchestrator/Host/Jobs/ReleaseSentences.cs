using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Releases;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Jobs;

/// <summary>What is missing in a release, for the person who gives it.</summary>
internal static class ReleaseSentences
{
    public static Refusal Refuse(IReadOnlyList<ReleaseFault> faults)
    {
        var missing = faults.Select(Of).ToArray();
        return Refusal.Usage(
            "The phone is not released, because something was not confirmed. " + string.Join(" ", missing.Select(one => one.English)),
            "Le feu vert n'est pas donné, car il manque une confirmation. " + string.Join(" ", missing.Select(one => one.French)));
    }

    private static Sentence Of(ReleaseFault fault) => fault switch
    {
        ReleaseFault.NoName => new(
            "Give the name of the person who answers for it (2 to 100 characters).",
            "Donnez le nom de la personne qui en répond (2 à 100 caractères)."),
        ReleaseFault.DataNotSaved => new(
            "Save the owner's data first: everything on the phone is erased.",
            "Sauvegardez d'abord les données du propriétaire : tout sera effacé."),
        ReleaseFault.SimOrSdInside => new(
            "Take out the SIM and SD cards.",
            "Retirez les cartes SIM et SD."),
        ReleaseFault.AccountsNotRemoved => new(
            "Remove the accounts from the phone: otherwise it may stay locked for ever.",
            "Retirez les comptes du téléphone : sinon il risque de rester bloqué pour toujours."),
        ReleaseFault.BatteryNotChecked => new(
            "Check that the battery is not swollen: a swollen one can burn.",
            "Vérifiez que la batterie n'est pas gonflée : une batterie gonflée peut brûler."),
        ReleaseFault.ScreenNotChecked => new(
            "Check that the screen can be read.",
            "Vérifiez que l'écran est lisible."),
        ReleaseFault.ModelTooLong => new(
            "Give only the model's name or number, at most 80 characters.",
            "Donnez seulement le nom ou le numéro du modèle, 80 caractères au plus."),
    };
}
