using Espero.Plan.V1;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing;

/// <summary>Says when a step's fallback takes its place.</summary>
public static class Fallbacks
{
    /// <summary>
    /// Another way of doing it helps against what the phone, the recipe or the image cannot do, and against a person who did not do
    /// what was asked; not against a cable that is gone or a battery that is low. Nothing helps where the failure raises the alarm,
    /// or where a proof is missing for a lock: a run tries the step before its fallback, and this one must not be tried.
    /// </summary>
    public static bool Help(Step step, string failureCode) => FailureCatalogue.Find(failureCode) switch
    {
        null or { RaisesAlarm: true } => false,
        { Code: FailureCode.UnlockForbidden or FailureCode.RelockRefused } => false, // no other way may open or close it either
        { Code: FailureCode.BatteryLow } => false, // it rests, whichever step is next
        { Side: FailureSide.Phone or FailureSide.Recipe or FailureSide.Image } => true,
        _ => step.VerbCase is Step.VerbOneofCase.Ask or Step.VerbOneofCase.FetchManual && failureCode == FailureCode.HandsNotDone,
    };
}
