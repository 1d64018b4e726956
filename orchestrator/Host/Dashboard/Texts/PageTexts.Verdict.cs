using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Sentence VerdictTitle = new("Can my phone be freed?", "Mon téléphone peut-il être libéré ?");
    public static readonly Sentence VerdictLead = new(
        "Type its name, its codename, or the number on its back. Nothing is done to any phone here.",
        "Écrivez son nom, son nom de code, ou le numéro inscrit au dos. Rien n'est fait à aucun téléphone ici.");
    public static readonly Sentence VerdictModel = new("Model", "Modèle");
    public static readonly Sentence VerdictAsk = new("Look", "Chercher");
    public static readonly Sentence VerdictWhich = new("Which one?", "Lequel ?");
    public static readonly Sentence VerdictCode = new("Code to give", "Code à donner");
    public static readonly Sentence VerdictSystems = new("Systems it can get", "Systèmes possibles");
    public static readonly Sentence VerdictHands = new("What it takes", "Ce qu'il faut");
    public static readonly Sentence VerdictReasons = new("Why, and who says so", "Pourquoi, et qui le dit");
    public static readonly Sentence SystemReady = new("ready here", "prêt ici");
    public static readonly Sentence SystemMaintained = new("maintained", "entretenu");
    public static readonly Sentence SystemEnded = new("no longer maintained", "plus entretenu");
    public static readonly Sentence ThePhoneItself = new("the phone itself", "le téléphone lui-même");
}
