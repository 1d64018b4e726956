using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing;

/// <summary>After a restart: looks at what the journal holds, because a run is never simply taken up again.</summary>
public static class JournalJudge
{
    /// <summary>Judges by the steps that were begun, in order; that a step also ended makes the phone no less touched.</summary>
    public static JournalVerdict Judge(Plan.V1.Plan plan, IEnumerable<StepNote> begun)
    {
        var touches = plan.AllSteps().ToDictionary(step => step.Id, StepTouch.Of, StringComparer.Ordinal);
        var most = PhoneTouch.None;
        var last = "";
        foreach (var note in begun)
        {
            // A step that the plan does not hold could have been anything.
            var touch = touches.GetValueOrDefault(note.StepId, PhoneTouch.LosesData);
            most = touch > most ? touch : most;
            last = note.StepId;
        }

        return most == PhoneTouch.None
            ? new JournalVerdict.Untouched()
            : new JournalVerdict.Interrupted(most == PhoneTouch.LosesData, last);
    }
}
