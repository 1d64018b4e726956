using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>Why a phone could not be spoken to, whatever the language was.</summary>
/// <param name="FailureClass">A code of the catalogue of failures.</param>
/// <param name="Text">In English; may hold a serial, which the log takes out.</param>
internal sealed record TalkError(string FailureClass, string Text)
{
    public bool IsCancelled => FailureClass == FailureCode.Cancelled;

    /// <summary>There is simply nothing at this place.</summary>
    public bool IsAbsence => FailureClass is FailureCode.CableLost or FailureCode.PhoneNotSeen;
}
