using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Counted RequeueThese = new(
        new("Re-queue this phone", "Relancer ce téléphone"),
        new("Re-queue these {0} phones", "Relancer ces {0} téléphones"));
    public static readonly Sentence RequeueTicked = new("Re-queue the ticked phones", "Relancer les téléphones cochés");
    public static readonly Sentence RequeueOne = new("Re-queue", "Relancer");
    public static readonly Sentence RequeueNote = new(
        "Each gets one new attempt. A release that ended is not renewed: such a phone waits for a new one.",
        "Chacun aura un nouvel essai. Un feu vert terminé n'est pas renouvelé : un tel téléphone en attend un nouveau.");
    public static readonly Sentence Reason = new("Reason", "Motif");
    public static readonly Sentence ReasonExample = new("for example: cable replaced", "par exemple : câble changé");
    public static readonly Sentence By = new("By (your name)", "Par (votre nom)");
    public static readonly Sentence TickPhone = new("Re-queue {0}", "Relancer {0}");
    public static readonly Sentence Ticked = new("Ticked", "Coché");

    public static readonly Sentence NotDone = new("Nothing was re-queued", "Rien n'a été relancé");
    public static readonly Sentence FormTooOld = new(
        "This page was opened too long ago, or in another browser, so the request could not be trusted. The page is fresh now: check it and send it again.",
        "Cette page était ouverte depuis trop longtemps, ou dans un autre navigateur : la requête n'était pas sûre. La page est à jour maintenant : vérifiez et recommencez.");
    public static readonly Sentence FormUsed = new(
        "This form had already been sent with something else in it. The page is fresh now: look what happened to the phones, and send it again if it is still needed.",
        "Ce formulaire avait déjà été envoyé avec un autre contenu. La page est à jour maintenant : regardez où en sont les téléphones, puis recommencez si c'est encore utile.");
    public static readonly Sentence NothingTicked = new(
        "No phone was ticked. Tick at least one, then send it again.",
        "Aucun téléphone n'était coché. Cochez-en au moins un, puis recommencez.");

    public static readonly Counted Requeued = new(
        new("{0} phone re-queued", "{0} téléphone relancé"),
        new("{0} phones re-queued", "{0} téléphones relancés"));
    public static readonly Counted RequeueRefused = new(
        new("{0} phone not re-queued:", "{0} téléphone non relancé :"),
        new("{0} phones not re-queued:", "{0} téléphones non relancés :"));
    public static readonly Sentence RequeuedBy = new("By {0}, {1}. Reason: {2}", "Par {0}, {1}. Motif : {2}");
    public static readonly Sentence Close = new("Close", "Fermer");
}
