using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Sentence PhoneTitle = new("{0} · Espero", "{0} · Espero");
    public static readonly Sentence PhoneModel = new("Model: {0}", "Modèle : {0}");
    public static readonly Sentence PhonePlace = new("Plugged in: {0}", "Branché : {0}");
    public static readonly Sentence PhoneAway = new("It is not plugged in anywhere.", "Il n'est branché nulle part.");
    public static readonly Sentence PhoneJob = new("See its job", "Voir sa demande");

    public static readonly Sentence UnknownModelsTitle = new("Unknown models", "Modèles inconnus");
    public static readonly Sentence UnknownModelsLead = new(
        "Phones that nobody could name yet, those seen last on top. Whoever adds the model says so here; what nobody asks about for {0} days is erased.",
        "Les téléphones que personne n'a encore su nommer, les derniers vus en haut. La personne qui ajoute le modèle le dit ici ; ce que personne ne demande pendant {0} jours est effacé.");
    public static readonly Sentence NoUnknownModels = new(
        "Every phone that was plugged in has its model.", "Tous les téléphones branchés ont leur modèle.");
    public static readonly Sentence MoreUnknownModels = new("Show the next ones", "Montrer les suivants");
    public static readonly Sentence ShowHandled = new("Show those looked after, too", "Montrer aussi ceux qui sont pris en charge");
    public static readonly Sentence HideHandled = new("Hide those looked after", "Cacher ceux qui sont pris en charge");
    public static readonly Counted UnknownModelPhones = new(
        new("{0} phone, seen first {1} and last {2}", "{0} téléphone, vu pour la première fois {1}, la dernière {2}"),
        new("{0} phones, seen first {1} and last {2}", "{0} téléphones, vus d'abord {1} et pour la dernière fois {2}"));
    public static readonly Sentence UnknownModelFacts = new("What it says of itself", "Ce qu'il dit de lui-même");
    public static readonly Sentence UnknownModelFact = new("Fact", "Information");
    public static readonly Sentence UnknownModelValue = new("Value", "Valeur");
    public static readonly Sentence UnknownModelHandle = new("I look after it", "Je m'en occupe");
    public static readonly Sentence UnknownModelHandled = new("{0} looks after it, since {1}.", "{0} s'en occupe, depuis {1}.");
}
