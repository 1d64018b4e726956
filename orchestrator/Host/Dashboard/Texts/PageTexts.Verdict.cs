using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Sentence VerdictTitle = new("Can my phone be freed?", "Mon téléphone peut\u2011il être libéré ?");
    public static readonly Sentence VerdictTabTitle = new("{0}: {1} · Espero", "{0} : {1} · Espero");
    public static readonly Sentence VerdictLead = new(
        "To free a phone is to give it a free, up-to-date system. Type which phone it is: its name, its codename, or the number on its back. This page touches no phone.",
        "Libérer un téléphone, c'est lui donner un système libre et à jour. Écrivez de quel téléphone il s'agit : son nom, son nom de code, ou le numéro inscrit au dos. Cette page ne touche à aucun téléphone.");
    public static readonly Sentence VerdictModel = new("Which phone?", "Quel téléphone ?");
    public static readonly Sentence VerdictExamples = new(
        "For example: Fairphone 4, lavender, SM-A528B", "Par exemple : Fairphone 4, lavender, SM-A528B");
    public static readonly Sentence VerdictAsk = new("Look", "Chercher");
    public static readonly Sentence VerdictNothingTyped = new(
        "Nothing was typed. Type the phone's name, for example \"Fairphone 4\", or the number on its back, for example \"SM-A528B\".",
        "Rien n'a été écrit. Écrivez le nom du téléphone, par exemple « Fairphone 4 », ou le numéro inscrit au dos, par exemple « SM-A528B ».");
    public static readonly Sentence VerdictModels = new("Models with this name:", "Modèles portant ce nom :");
    public static readonly Sentence VerdictNear = new("Names like this one:", "Des noms qui ressemblent :");
    public static readonly Sentence VerdictCode = new("Code to give", "Code à donner");
    public static readonly Sentence VerdictSystems = new("Systems it can get", "Systèmes possibles");
    public static readonly Sentence VerdictHands = new("What it takes", "Ce qu'il faut");
    public static readonly Sentence VerdictReasons = new("Why, and who says so", "Pourquoi, et qui le dit");
    public static readonly Sentence VerdictSources = new("Where these answers come from", "D'où viennent ces réponses");
    public static readonly Sentence VerdictSourcesNote = new(
        "From the data of public projects, put into another form by Espero. They do not answer for what is said here.",
        "Des données de projets publics, mises en forme par Espero. Ces projets ne répondent pas de ce qui est dit ici.");
    public static readonly Sentence SystemReady = new("ready here", "prêt ici");
    public static readonly Sentence SystemMaintained = new("maintained", "maintenu");
    public static readonly Sentence SystemEnded = new("no longer maintained", "n'est plus maintenu");
    public static readonly Sentence ThePhoneItself = new("the phone itself", "le téléphone lui-même");

    public static readonly Sentence OnlyTheVerdict = new(
        "Only the question whether a phone can be freed is answered here.",
        "Ici, on répond seulement à la question : ce téléphone peut-il être libéré ?");
    public static readonly Sentence TooOftenTitle = new("Too many questions at once", "Trop de questions à la fois");
    public static readonly Sentence TooOften = new(
        "Very many questions came from your connection within a minute. Wait ten seconds, then ask again.",
        "Votre connexion a posé énormément de questions en une minute. Attendez dix secondes, puis recommencez.");
    public static readonly Sentence AwayForVisitors = new(
        "Part of the service does not answer just now. Try again in a few minutes.",
        "Une partie du service ne répond pas pour l'instant. Réessayez dans quelques minutes.");
}
