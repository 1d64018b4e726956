using Espero.Plan.V1;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Run;

/// <summary>Asks by the journal, so that every screen shows it; the answer comes over the link.</summary>
internal sealed class StationHands(AttemptFacts facts, RunningAttempt running, TimeProvider time) : IHands
{
    public async Task NeedAsync(string stepId, Ask ask, TimeSpan within, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await facts.HandsNeededAsync(
            new V1.HandsNeeded
            {
                AskId = stepId,
                SentenceCode = ask.SentenceCode,
                PictureKey = ask.PictureKey,
                Needs = { ask.Needs },
                NotBefore = ask.NotBefore is { } notBefore ? (now + notBefore.ToTimeSpan()).ToTimestamp() : null,
                Deadline = (now + within).ToTimestamp(),
            },
            cancellationToken);
        running.Slot.Give(); // only once the journal says that it is parked
    }

    public Task<string> SaidAsync(string stepId, CancellationToken cancellationToken) => running.Said.WaitAsync(stepId, cancellationToken);

    public Task DoneAsync(string stepId, string saidBy, CancellationToken cancellationToken) =>
        facts.HandsDoneAsync(stepId, saidBy, cancellationToken);

    public Task GoOnAsync(CancellationToken cancellationToken) => running.Slot.TakeAsync(cancellationToken);
}
