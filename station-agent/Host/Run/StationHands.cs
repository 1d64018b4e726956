using Espero.Plan.V1;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Run;

/// <summary>Asks by the journal, so that every screen shows it. The phone itself shows when it is done.</summary>
internal sealed class StationHands(AttemptFacts facts, TimeProvider time) : IHands
{
    public async Task WaitAsync(string stepId, Ask ask, Task shown, CancellationToken cancellationToken)
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
        await shown.WaitAsync(cancellationToken);
        await facts.HandsDoneAsync(stepId, cancellationToken);
    }
}
