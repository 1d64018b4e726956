namespace Espero.Station.Run;

/// <summary>Says who is asked when an attempt needs a person.</summary>
/// <param name="facts">The attempt's.</param>
internal delegate IHands HandsDesk(AttemptFacts facts);
