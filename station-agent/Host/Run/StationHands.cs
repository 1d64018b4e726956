using Espero.Plan.V1;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Run;

/// <summary>Asks by the journal, so that every screen shows it. The phone itself shows when it is done.</summary>
internal sealed class StationHands(AttemptFacts facts, FlashSlot slot, TimeProvider time) : IHands
{
    public async Task NeedAsync(string stepId, Ask ask, CancellationToken cancellationToken)
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
                Deadline = ask.Deadline is { } deadline ? (now + deadline.ToTimeSpan()).ToTimestamp() : null,
            },
            cancellationToken);
        slot.Give(); // only once the journal says that it is parked
    }

    public Task SaidAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);

    public Task DoneAsync(string stepId, CancellationToken cancellationToken) => facts.HandsDoneAsync(stepId, cancellationToken);

    public Task GoOnAsync(CancellationToken cancellationToken) => slot.TakeAsync(cancellationToken);
}
