using Espero.Plan.V1;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Run;

/// <summary>Asks by the journal, so that every screen shows it; the answer comes over the link.</summary>
internal sealed class StationHands(AttemptFacts facts, RunningAttempt running, TimeProvider time) : IHands
{
    public bool CanBeAsked => true;

    public async Task NeedAsync(string askId, Ask ask, TimeSpan within, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await facts.HandsNeededAsync(
            new V1.HandsNeeded
            {
                AskId = askId,
                SentenceCode = ask.SentenceCode,
                PictureKey = ask.PictureKey,
                Needs = { ask.Needs },
                NotBefore = ask.NotBefore is { } notBefore ? (now + notBefore.ToTimeSpan()).ToTimestamp() : null,
                Deadline = (now + within).ToTimestamp(),
            },
            cancellationToken);
        running.Slot.Give(); // only once the journal says that it is parked
    }

    public Task<string> SaidAsync(string askId, CancellationToken cancellationToken) => running.Said.WaitAsync(askId, cancellationToken);

    public Task DoneAsync(string askId, string saidBy, CancellationToken cancellationToken) =>
        facts.HandsDoneAsync(askId, saidBy, cancellationToken);

    public Task GoOnAsync(CancellationToken cancellationToken) => running.Slot.TakeAsync(cancellationToken);
}
