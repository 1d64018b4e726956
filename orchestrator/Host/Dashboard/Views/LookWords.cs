using Espero.Orchestrator.Dashboard.Texts;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>The words of each look.</summary>
internal static class LookWords
{
    public static Sentence Word(Look look) => look switch
    {
        Look.Danger => PageTexts.LookDanger,
        Look.ToLookAt => PageTexts.LookToLookAt,
        Look.NeedsHands => PageTexts.LookNeedsHands,
        Look.Refused => PageTexts.LookRefused,
        Look.Trouble => PageTexts.LookTrouble,
        Look.Unknown => PageTexts.LookUnknown,
        Look.NeedsRelease => PageTexts.LookNeedsRelease,
        Look.Away => PageTexts.LookAway,
        Look.Running => PageTexts.LookRunning,
        Look.Ready => PageTexts.LookReady,
        Look.Preparing => PageTexts.LookPreparing,
        Look.Later => PageTexts.LookLater,
        Look.Failed => PageTexts.LookFailed,
        Look.Succeeded => PageTexts.LookSucceeded,
        Look.Written => PageTexts.LookWritten,
        Look.Cancelled => PageTexts.LookCancelled,
        Look.Idle => PageTexts.LookIdle,
    };

    public static Counted Count(Look look) => look switch
    {
        Look.Danger => PageTexts.CountDanger,
        Look.ToLookAt => PageTexts.CountToLookAt,
        Look.NeedsHands => PageTexts.CountNeedsHands,
        Look.Refused => PageTexts.CountRefused,
        Look.Trouble => PageTexts.CountTrouble,
        Look.Unknown => PageTexts.CountUnknown,
        Look.NeedsRelease => PageTexts.CountNeedsRelease,
        Look.Away => PageTexts.CountAway,
        Look.Running => PageTexts.CountRunning,
        Look.Ready => PageTexts.CountReady,
        Look.Preparing => PageTexts.CountPreparing,
        Look.Later => PageTexts.CountLater,
        Look.Failed => PageTexts.CountFailed,
        Look.Succeeded => PageTexts.CountSucceeded,
        Look.Written => PageTexts.CountWritten,
        Look.Cancelled => PageTexts.CountCancelled,
        Look.Idle => PageTexts.CountIdle,
    };
}
