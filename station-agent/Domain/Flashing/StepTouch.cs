using Espero.Plan.V1;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing;

/// <summary>Judges steps by what they do to the phone.</summary>
internal static class StepTouch
{
    /// <summary>A reboot before the release would already be more than looking.</summary>
    public static PhoneTouch Of(Step step)
    {
        if (PointOfNoReturn.IsBehind(step))
        {
            return PhoneTouch.LosesData;
        }

        return step.VerbCase is Step.VerbOneofCase.Fetch or Step.VerbOneofCase.FetchManual or Step.VerbOneofCase.Unpack
            or Step.VerbOneofCase.WriteFile or Step.VerbOneofCase.Assert or Step.VerbOneofCase.SnapshotFacts
            or Step.VerbOneofCase.Checkpoint
            ? PhoneTouch.None
            : PhoneTouch.Moves;
    }
}
