namespace Espero.Station.Domain.Phones;

/// <summary>The answer to a question about a phone. "Not known" is an answer of its own: it is never taken for yes or no.</summary>
public enum Verdict
{
    NotKnown,
    Holds,
    DoesNotHold,
}
