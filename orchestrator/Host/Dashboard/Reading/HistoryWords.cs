using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>How the moves of a job are called on screens.</summary>
internal static class HistoryWords
{
    private const string Submit = "submit";

    public static Sentence Of(string trigger) => trigger is Submit ? PageTexts.Submitted : Of(Words.Read<JobTrigger>(trigger));

    private static Sentence Of(JobTrigger trigger) => trigger switch
    {
        JobTrigger.BecomeReady => PageTexts.BecameReady,
        JobTrigger.LosePhone => PageTexts.LostPhone,
        JobTrigger.LoseRelease => PageTexts.LostRelease,
        JobTrigger.Postpone => PageTexts.Postponed,
        JobTrigger.Offer => PageTexts.Offered,
        JobTrigger.Decline => PageTexts.Declined,
        JobTrigger.Grant => PageTexts.Granted,
        JobTrigger.LoseLease => PageTexts.StationWentSilent,
        JobTrigger.Interrupt => PageTexts.Interrupted,
        JobTrigger.FindBegun => PageTexts.FoundBegun,
        JobTrigger.FindRunning => PageTexts.FoundRunning,
        JobTrigger.FindUntouched => PageTexts.FoundUntouched,
        JobTrigger.FindHalfWritten => PageTexts.FoundHalfWritten,
        JobTrigger.GiveUp => PageTexts.GivenUp,
        JobTrigger.Succeed => PageTexts.Succeeded,
        JobTrigger.Write => PageTexts.WrittenEvent,
        JobTrigger.Fail => PageTexts.Failed,
        JobTrigger.ConfirmCancel => PageTexts.CancelConfirmed,
        JobTrigger.Cancel => PageTexts.Cancelled,
        JobTrigger.Requeue => PageTexts.RequeuedEvent,
    };
}
