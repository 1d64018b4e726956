namespace Espero.Station.Run;

/// <summary>Says who is asked when an attempt needs a person.</summary>
/// <param name="facts">The attempt's.</param>
/// <param name="running">Others use its slot while a person is waited for.</param>
internal delegate IHands HandsDesk(AttemptFacts facts, RunningAttempt running);
