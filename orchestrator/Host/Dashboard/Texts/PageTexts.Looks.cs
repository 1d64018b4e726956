using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Sentence LookDanger = new("danger: call an adult", "danger : appelez un adulte");
    public static readonly Sentence LookIdle = new("nothing asked", "rien de demandé");
    public static readonly Sentence LookUnknown = new("not recognised", "pas reconnu");
    public static readonly Sentence LookTrouble = new("does not answer", "ne répond pas");
    public static readonly Sentence LookPreparing = new("getting ready", "se prépare");
    public static readonly Sentence LookNeedsRelease = new("needs a release", "attend un feu vert");
    public static readonly Sentence LookNeedsHands = new("needs hands", "un geste");
    public static readonly Sentence LookLater = new("later", "plus tard");
    public static readonly Sentence LookAway = new("not plugged in", "pas branché");
    public static readonly Sentence LookReady = new("about to start", "va commencer");
    public static readonly Sentence LookRunning = new("running", "en cours");
    public static readonly Sentence LookToLookAt = new("look at it", "à regarder");
    public static readonly Sentence LookRefused = new("does not fit", "ne convient pas");
    public static readonly Sentence LookSucceeded = new("succeeded, seen running", "réussi, vu en marche");
    public static readonly Sentence LookWritten = new("written, not verified", "écrit, non vérifié");
    public static readonly Sentence LookFailed = new("failed", "raté");
    public static readonly Sentence LookCancelled = new("cancelled", "annulé");

    public static readonly Counted CountDanger = new(
        new("{0} in danger: call an adult", "{0} en danger : appelez un adulte"),
        new("{0} in danger: call an adult", "{0} en danger : appelez un adulte"));
    public static readonly Counted CountIdle = new(new("{0} with nothing to do", "{0} sans demande"), new("{0} with nothing to do", "{0} sans demande"));
    public static readonly Counted CountUnknown = new(new("{0} not recognised", "{0} pas reconnu"), new("{0} not recognised", "{0} pas reconnus"));
    public static readonly Counted CountTrouble = new(new("{0} does not answer", "{0} ne répond pas"), new("{0} do not answer", "{0} ne répondent pas"));
    public static readonly Counted CountPreparing = new(new("{0} is getting ready", "{0} se prépare"), new("{0} are getting ready", "{0} se préparent"));
    public static readonly Counted CountNeedsRelease = new(new("{0} needs a release", "{0} attend un feu vert"), new("{0} need a release", "{0} attendent un feu vert"));
    public static readonly Counted CountNeedsHands = new(new("{0} needs hands", "{0} attend un geste"), new("{0} need hands", "{0} attendent un geste"));
    public static readonly Counted CountLater = new(new("{0} starts later", "{0} commencera plus tard"), new("{0} start later", "{0} commenceront plus tard"));
    public static readonly Counted CountAway = new(new("{0} away", "{0} pas branché"), new("{0} away", "{0} pas branchés"));
    public static readonly Counted CountReady = new(new("{0} about to start", "{0} va commencer"), new("{0} about to start", "{0} vont commencer"));
    public static readonly Counted CountRunning = new(new("{0} running", "{0} en cours"), new("{0} running", "{0} en cours"));
    public static readonly Counted CountToLookAt = new(new("{0} to look at", "{0} à regarder"), new("{0} to look at", "{0} à regarder"));
    public static readonly Counted CountRefused = new(new("{0} does not fit", "{0} ne convient pas"), new("{0} do not fit", "{0} ne conviennent pas"));
    public static readonly Counted CountSucceeded = new(new("{0} succeeded", "{0} réussi"), new("{0} succeeded", "{0} réussis"));
    public static readonly Counted CountWritten = new(new("{0} written (not verified)", "{0} écrit (non vérifié)"), new("{0} written (not verified)", "{0} écrits (non vérifiés)"));
    public static readonly Counted CountFailed = new(new("{0} failed", "{0} raté"), new("{0} failed", "{0} ratés"));
    public static readonly Counted CountCancelled = new(new("{0} cancelled", "{0} annulé"), new("{0} cancelled", "{0} annulés"));
}
