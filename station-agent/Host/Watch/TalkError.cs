using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>Why a phone could not be spoken to, whatever the language was.</summary>
/// <param name="FailureClass">A code of the catalogue of failures.</param>
/// <param name="Text">In English; may hold a serial, which the log takes out.</param>
internal sealed record TalkError(string FailureClass, string Text)
{
    /// <summary>The same in French; empty where only the English text is known, such as a phone's own words.</summary>
    public string French { get; init; } = "";

    public bool IsCancelled => FailureClass == FailureCode.Cancelled;

    /// <summary>For people who read this language.</summary>
    public string In(string language) =>
        French.Length > 0 && language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : Text;

    /// <summary>There is simply nothing at this place.</summary>
    public bool IsAbsence => FailureClass is FailureCode.CableLost or FailureCode.PhoneNotSeen;
}
